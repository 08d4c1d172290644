#include "stages/encode/encode.hpp"

#include <bit>
#include <cmath>

#include "base/error.hpp"
#include "document/runs.hpp"

namespace chancery {

EncodeStage::EncodeStage(std::shared_ptr<const Model> model, const Knowledge& knowledge) : model_(std::move(model)), knowledge_(knowledge) {
  if (!model_ || !model_->has("encode")) return;
  const TensorReader tensors(model_->section("encode"));
  const TensorView& table = tensors.at("vocabulary");
  words_ = tensors.at("words");
  pieces_ = tensors.at("pieces");
  const TensorView& flags = tensors.at("flags");
  flags_ = flags.values();
  flag_width_ = flags.columns;
  layers_ = RecurrentStack(tensors, "shared", true);
  const size_t slots = static_cast<size_t>(table.rows) * table.columns;
  const bool fits = table.u32 && slots >= 2 && std::has_single_bit(slots) && words_.i8 && words_.rows > 0 && pieces_.i8 && pieces_.rows > 0 &&
                    flags.rows == kLexiconFlags && !layers_.empty() && layers_.inputs() == words_.columns + pieces_.columns + flag_width_;
  if (!fits) throw Error(ErrorKind::input, "the model's section \"encode\" does not fit this version; train the model again");
  vocabulary_ = Vocabulary({table.u32, slots}, words_.rows);
}

void EncodeStage::embed(const WordFeatures& features, std::vector<float>& x) const {
  const size_t width = words_.columns + pieces_.columns + flag_width_;
  x.assign(features.size() * width, 0.0f);
  for (size_t i = 0; i < features.size(); ++i) {
    float* row = x.data() + i * width;
    const uint32_t word = features.words[i];
    add_scaled(words_.i8 + static_cast<size_t>(word) * words_.columns, words_.scales[word], row, words_.columns);
    const uint32_t begin = features.piece_begin[i], end = features.piece_begin[i + 1];
    const float share = 1.0f / std::sqrt(static_cast<float>(end - begin));
    for (uint32_t p = begin; p < end; ++p) {
      const uint32_t piece = features.pieces[p];
      add_scaled(pieces_.i8 + static_cast<size_t>(piece) * pieces_.columns, pieces_.scales[piece] * share, row + words_.columns, pieces_.columns);
    }
    float* last = row + words_.columns + pieces_.columns;
    for (uint32_t bits = features.flags[i]; bits != 0; bits &= bits - 1) {
      const float* flag = flags_.data() + static_cast<size_t>(std::countr_zero(bits)) * flag_width_;
      for (size_t j = 0; j < flag_width_; ++j) last[j] += flag[j];
    }
  }
}

void EncodeStage::run(Document& document) const {
  if (layers_.empty() || document.tokens.empty()) return;
  document.vectors.width = layers_.outputs();
  document.vectors.values.resize(document.tokens.size() * layers_.outputs());
  WordFeatures features;
  std::vector<float> x, h;
  for_each_stretch(runs_of(document), kStretchWords, [&](std::span<const WordRun> runs, std::span<const size_t> bounds) {
    features.clear();
    for (const WordRun& run : runs) add_features(document, run.first, run.last, vocabulary_, pieces_.rows, &knowledge_.lexicon(), features);
    embed(features, x);
    layers_.run(x.data(), bounds, h);
    std::copy(h.begin(), h.end(), document.vectors.values.begin() + static_cast<std::ptrdiff_t>(runs.front().first * layers_.outputs()));
  });
}

}  // namespace chancery
