#include <bit>
#include <cmath>

#include "network/pass.hpp"

namespace chancery::train {

void JointNetwork::embed(std::span<const Example* const> batch, Random* random, Pass& pass) const {
  pass.bounds = bounds_of(batch);
  const Matrix &words = parameters_[word_rows_].value, &pieces = parameters_[piece_rows_].value, &flags = parameters_[flag_rows_].value;
  pass.x = Matrix::Zero(pass.bounds.back(), words.cols() + pieces.cols() + flags.cols());
  std::uniform_real_distribution<float> chance(0, 1);
  Eigen::Index t = 0;
  for (const Example* e : batch) {
    const WordFeatures& f = e->features;
    for (size_t i = 0; i < f.size(); ++i, ++t) {
      if (!pass.hidden.empty() && pass.hidden[static_cast<size_t>(t)]) {
        pass.rows.push_back(Vocabulary::kUnknown);
        pass.x.row(t) = parameters_[mask_].value.row(0);
        continue;
      }
      uint32_t row = f.words[i];
      if (random && row != Vocabulary::kUnknown && chance(*random) < settings_.word_dropout + 0.25f / (0.25f + static_cast<float>(counts_[row]))) row = Vocabulary::kUnknown;
      pass.rows.push_back(row);
      auto x = pass.x.row(t);
      x.head(words.cols()) = words.row(row);
      const uint32_t begin = f.piece_begin[i], end = f.piece_begin[i + 1];
      auto middle = x.segment(words.cols(), pieces.cols());
      for (uint32_t p = begin; p < end; ++p) middle += pieces.row(f.pieces[p]);
      middle *= 1.0f / std::sqrt(static_cast<float>(end - begin));
      for (uint32_t bits = f.flags[i]; bits != 0; bits &= bits - 1) x.tail(flags.cols()) += flags.row(std::countr_zero(bits));
    }
  }
}

void JointNetwork::embed_backward(size_t worker, std::span<const Example* const> batch, const Matrix& dx, const Pass& pass) const {
  Parameter &words = parameters_[word_rows_], &pieces = parameters_[piece_rows_], &flags = parameters_[flag_rows_];
  const Eigen::Index ww = words.value.cols(), pw = pieces.value.cols(), fw = flags.value.cols();
  const auto add = [&](Parameter& p, uint32_t row, const float* from, Eigen::Index width, float scale) {
    float* to = p.touch(worker, row);
    for (Eigen::Index j = 0; j < width; ++j) to[j] += from[j] * scale;
  };
  Eigen::Index t = 0;
  for (const Example* e : batch) {
    const WordFeatures& f = e->features;
    for (size_t i = 0; i < f.size(); ++i, ++t) {
      const float* from = dx.row(t).data();
      if (!pass.hidden.empty() && pass.hidden[static_cast<size_t>(t)]) {
        parameters_[mask_].gradient[worker].row(0) += dx.row(t);
        continue;
      }
      add(words, pass.rows[static_cast<size_t>(t)], from, ww, 1);
      const uint32_t begin = f.piece_begin[i], end = f.piece_begin[i + 1];
      const float scale = 1.0f / std::sqrt(static_cast<float>(end - begin));
      for (uint32_t p = begin; p < end; ++p) add(pieces, f.pieces[p], from + ww, pw, scale);
      for (uint32_t bits = f.flags[i]; bits != 0; bits &= bits - 1) add(flags, static_cast<uint32_t>(std::countr_zero(bits)), from + ww + pw, fw, 1);
    }
  }
}

}  // namespace chancery::train
