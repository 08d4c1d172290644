#include <algorithm>
#include <cmath>

#include "network/losses.hpp"
#include "network/pass.hpp"

namespace chancery::train {

Losses JointNetwork::guess(size_t worker, std::span<const Example* const> batch, Random& random) const {
  constexpr double kHidden = 0.15;
  Pass pass;
  std::bernoulli_distribution hide(kHidden);
  std::vector<uint32_t> right;
  std::vector<Eigen::Index> places;
  for (const Example* e : batch) {
    for (const uint32_t row : e->features.words) {
      const bool hidden = row != Vocabulary::kUnknown && hide(random);
      if (hidden) {
        right.push_back(row);
        places.push_back(static_cast<Eigen::Index>(pass.hidden.size()));
      }
      pass.hidden.push_back(hidden);
    }
  }
  Losses losses;
  if (right.empty()) return losses;
  embed(batch, nullptr, pass);
  std::vector<LayerPass> passes;
  const Matrix h = run(shared_, pass.x, nullptr, pass.bounds, passes);
  Matrix wanted(static_cast<Eigen::Index>(right.size()), h.cols());
  for (size_t i = 0; i < places.size(); ++i) wanted.row(static_cast<Eigen::Index>(i)) = h.row(places[i]);

  std::vector<uint32_t> candidates = right;
  std::uniform_real_distribution<double> draw(0, unigram_.back());
  for (size_t i = 0; i < settings_.masked_candidates; ++i) {
    candidates.push_back(static_cast<uint32_t>(std::upper_bound(unigram_.begin(), unigram_.end(), draw(random)) - unigram_.begin()));
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  Parameter &out = parameters_[guesses_], &bias = parameters_[guess_bias_];
  const auto m = static_cast<Eigen::Index>(candidates.size());
  Matrix weights(m, h.cols());
  Eigen::RowVectorXf offsets(m);
  for (Eigen::Index j = 0; j < m; ++j) {
    const uint32_t row = candidates[static_cast<size_t>(j)];
    weights.row(j) = out.value.row(row);
    const double share = std::pow(counts_[row], 0.75) / unigram_.back() * static_cast<double>(settings_.masked_candidates);
    offsets(j) = bias.value(row, 0) - static_cast<float>(std::log(std::min(1.0, share)));
  }
  Matrix scores = wanted * weights.transpose();
  scores.rowwise() += offsets;
  std::vector<int32_t> gold;
  for (const uint32_t row : right) gold.push_back(static_cast<int32_t>(std::lower_bound(candidates.begin(), candidates.end(), row) - candidates.begin()));
  losses.names = softmax_loss(scores, gold);
  losses.words = right.size();
  const Matrix dweights = scores.transpose() * wanted;
  const Eigen::RowVectorXf dbias = scores.colwise().sum();
  for (Eigen::Index j = 0; j < m; ++j) {
    const uint32_t row = candidates[static_cast<size_t>(j)];
    float* to = out.touch(worker, row);
    for (Eigen::Index k = 0; k < h.cols(); ++k) to[k] += dweights(j, k);
    *bias.touch(worker, row) += dbias(j);
  }
  const Matrix dwanted = scores * weights;
  Matrix dh = Matrix::Zero(h.rows(), h.cols());
  for (size_t i = 0; i < places.size(); ++i) dh.row(places[i]) = dwanted.row(static_cast<Eigen::Index>(i));
  embed_backward(worker, batch, run_backward(worker, shared_, pass.bounds, passes, std::move(dh)), pass);
  return losses;
}

}  // namespace chancery::train
