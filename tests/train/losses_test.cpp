// The chain's loss and best path against every path there is.
#include "network/losses.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/chain.hpp"

namespace chancery::train {
namespace {

struct Chain {
  Matrix scores = Matrix::Random(4, 3), transitions = Matrix::Random(5, 3);

  double score(const std::vector<int32_t>& path) const {
    double sum = transitions(3, path[0]) + transitions(4, path[3]);
    for (int t = 0; t < 4; ++t) sum += scores(t, path[static_cast<size_t>(t)]);
    for (size_t t = 1; t < 4; ++t) sum += transitions(path[t - 1], path[t]);
    return sum;
  }

  template <typename Visit>
  void for_each_path(Visit visit) const {
    for (int code = 0; code < 81; ++code) visit(std::vector<int32_t>{code % 3, code / 3 % 3, code / 9 % 3, code / 27});
  }
};

TEST(Chain, LossIsTheSharePathHasOfAll) {
  const Chain chain;
  const std::vector<int32_t> gold = {0, 2, 1, 1};
  double all = 0;
  chain.for_each_path([&](const std::vector<int32_t>& path) { all += std::exp(chain.score(path)); });
  Matrix gradient = chain.scores, transitions_gradient = Matrix::Zero(5, 3);
  const double loss = chain_loss(gradient, chain.transitions, transitions_gradient, gold);
  EXPECT_NEAR(loss, std::log(all) - chain.score(gold), 1e-4);
  EXPECT_NEAR(gradient.sum(), 0, 1e-4);  // a word's labels share what one of them must give
}

TEST(Chain, WhereLabelsAreUnknownAllThatFitAreRightTogether) {
  const Chain chain;
  const std::vector<int32_t> gold = {0, -1, 1, -1};
  double all = 0, right = 0;
  chain.for_each_path([&](const std::vector<int32_t>& path) {
    all += std::exp(chain.score(path));
    if (path[0] == 0 && path[2] == 1) right += std::exp(chain.score(path));
  });
  const auto loss_of = [&](const Matrix& scores, const Matrix& transitions) {
    Matrix copy = scores, unused = Matrix::Zero(5, 3);
    return chain_loss(copy, transitions, unused, gold);
  };
  EXPECT_NEAR(loss_of(chain.scores, chain.transitions), std::log(all) - std::log(right), 1e-4);

  Matrix gradient = chain.scores, transitions_gradient = Matrix::Zero(5, 3);
  chain_loss(gradient, chain.transitions, transitions_gradient, gold);
  const auto slope = [&](Matrix Chain::*which, Eigen::Index row, Eigen::Index column) {
    Chain up = chain, down = chain;
    (up.*which)(row, column) += 0.01f;
    (down.*which)(row, column) -= 0.01f;
    return (loss_of(up.scores, up.transitions) - loss_of(down.scores, down.transitions)) / 0.02;
  };
  for (Eigen::Index j = 0; j < 3; ++j) {
    for (Eigen::Index t = 0; t < 4; ++t) EXPECT_NEAR(gradient(t, j), slope(&Chain::scores, t, j), 5e-3);
    for (Eigen::Index i = 0; i < 5; ++i) EXPECT_NEAR(transitions_gradient(i, j), slope(&Chain::transitions, i, j), 5e-3);
  }
}

TEST(Chain, BestPathIsTheBestOfAll) {
  const Chain chain;
  double most = -1e30;
  std::vector<int32_t> best;
  chain.for_each_path([&](const std::vector<int32_t>& path) {
    if (chain.score(path) <= most) return;
    most = chain.score(path);
    best = path;
  });
  const auto found = best_sequence(chain.scores.data(), 4, 3, {chain.transitions.data(), static_cast<size_t>(chain.transitions.size())});
  EXPECT_EQ(std::vector<int32_t>(found.begin(), found.end()), best);
}

TEST(Softmax, UnknownLabelsCostNothing) {
  Matrix scores = Matrix::Random(2, 3);
  EXPECT_GT(softmax_loss(scores, std::vector<int32_t>{1, -1}), 0);
  EXPECT_EQ(scores.row(1).norm(), 0);
}

}  // namespace
}  // namespace chancery::train
