#include "network/losses.hpp"

#include <algorithm>
#include <cmath>

namespace chancery::train {
namespace {

double log_sum(const float* values, const float* more, Eigen::Index count) {
  float most = -1e30f;
  for (Eigen::Index i = 0; i < count; ++i) most = std::max(most, values[i] + more[i]);
  double sum = 0;
  for (Eigen::Index i = 0; i < count; ++i) sum += std::exp(values[i] + more[i] - most);
  return most + std::log(sum);
}

}  // namespace

double softmax_loss(Matrix& scores, std::span<const int32_t> gold) {
  double loss = 0;
  for (Eigen::Index t = 0; t < scores.rows(); ++t) {
    auto row = scores.row(t);
    const int32_t right = gold[static_cast<size_t>(t)];
    if (right < 0) {
      row.setZero();
      continue;
    }
    const float most = row.maxCoeff();
    const float wanted = row(right);
    row = (row.array() - most).exp();
    const float sum = row.sum();
    loss += std::log(sum) + most - wanted;
    row /= sum;
    row(right) -= 1;
  }
  return loss;
}

namespace {

/// log(sum over all sequences), with the expected count of every label (`counts`) and, times `sign`, of every
/// transition. Forward and backward in logarithms.
double expect(const Eigen::Ref<const Matrix>& scores, const Matrix& transitions, float sign, Matrix& counts, Matrix& transition_counts) {
  const Eigen::Index n = scores.rows(), k = scores.cols();
  const Matrix into = transitions.topRows(k).transpose();  // into(j, i): from i to j
  Matrix alpha(n, k), beta(n, k);
  alpha.row(0) = scores.row(0) + transitions.row(k);
  for (Eigen::Index t = 1; t < n; ++t) {
    for (Eigen::Index j = 0; j < k; ++j) alpha(t, j) = scores(t, j) + static_cast<float>(log_sum(alpha.row(t - 1).data(), into.row(j).data(), k));
  }
  beta.row(n - 1) = transitions.row(k + 1);
  std::vector<float> next(static_cast<size_t>(k));
  for (Eigen::Index t = n - 2; t >= 0; --t) {
    for (Eigen::Index j = 0; j < k; ++j) next[static_cast<size_t>(j)] = beta(t + 1, j) + scores(t + 1, j);
    for (Eigen::Index i = 0; i < k; ++i) beta(t, i) = static_cast<float>(log_sum(next.data(), transitions.row(i).data(), k));
  }
  const double total = log_sum(alpha.row(n - 1).data(), beta.row(n - 1).data(), k);
  for (Eigen::Index t = 1; t < n; ++t) {
    for (Eigen::Index i = 0; i < k; ++i) {
      const float from = alpha(t - 1, i);
      for (Eigen::Index j = 0; j < k; ++j) {
        transition_counts(i, j) += sign * std::exp(from + transitions(i, j) + scores(t, j) + beta(t, j) - static_cast<float>(total));
      }
    }
  }
  counts = ((alpha + beta).array() - static_cast<float>(total)).exp();
  transition_counts.row(k) += sign * counts.row(0);
  transition_counts.row(k + 1) += sign * counts.row(n - 1);
  return total;
}

/// Scores under which no other label than the one known can be.
Matrix allowed(const Eigen::Ref<const Matrix>& scores, std::span<const int32_t> gold) {
  constexpr float kNever = -1e4f;
  Matrix out = scores;
  for (Eigen::Index t = 0; t < out.rows(); ++t) {
    const auto g = gold[static_cast<size_t>(t)];
    if (g < 0) continue;
    out.row(t).setConstant(kNever);
    out(t, g) = scores(t, g);
  }
  return out;
}

}  // namespace

double chain_loss(Eigen::Ref<Matrix> scores, const Matrix& transitions, Matrix& transitions_gradient, std::span<const int32_t> gold) {
  const Eigen::Index n = scores.rows(), k = scores.cols();
  Matrix counts;
  const double total = expect(scores, transitions, 1, counts, transitions_gradient);
  if (std::find(gold.begin(), gold.end(), -1) != gold.end()) {
    Matrix right;
    const double known = expect(allowed(scores, gold), transitions, -1, right, transitions_gradient);
    scores = counts - right;
    return total - known;
  }
  double path = 0;
  for (Eigen::Index t = 0; t < n; ++t) {
    const auto g = gold[static_cast<size_t>(t)];
    const Eigen::Index from = t == 0 ? k : gold[static_cast<size_t>(t - 1)];
    path += scores(t, g) + transitions(from, g);
    transitions_gradient(from, g) -= 1;
    counts(t, g) -= 1;
  }
  path += transitions(k + 1, gold[static_cast<size_t>(n - 1)]);
  transitions_gradient(k + 1, gold[static_cast<size_t>(n - 1)]) -= 1;
  scores = counts;
  return total - path;
}

}  // namespace chancery::train
