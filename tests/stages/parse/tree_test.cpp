// The best tree against every tree there is, for sentences short enough to count them all.
#include "stages/parse/tree.hpp"

#include <gtest/gtest.h>

#include <random>

namespace chancery {
namespace {

bool is_tree(const std::vector<uint32_t>& heads) {
  size_t roots = 0;
  for (uint32_t d = 1; d < heads.size(); ++d) {
    roots += heads[d] == 0;
    uint32_t at = d;
    for (size_t steps = 0; at != 0; ++steps) {
      if (steps > heads.size()) return false;
      at = heads[at];
    }
  }
  return roots == 1;
}

double sum_of(const HeadScores& scores, const std::vector<uint32_t>& heads) {
  double sum = 0;
  for (uint32_t d = 1; d < heads.size(); ++d) sum += scores.at(d, heads[d]);
  return sum;
}

/// The highest sum over all trees with one root.
double best_sum(const HeadScores& scores, std::vector<uint32_t>& heads, uint32_t word = 1) {
  if (word == heads.size()) return is_tree(heads) ? sum_of(scores, heads) : -1e30;
  double best = -1e30;
  for (uint32_t head = 0; head < heads.size(); ++head) {
    if (head == word) continue;
    heads[word] = head;
    best = std::max(best, best_sum(scores, heads, word + 1));
  }
  return best;
}

HeadScores random_scores(size_t nodes, std::mt19937& random) {
  HeadScores scores(nodes);
  std::uniform_real_distribution<float> draw(-5, 5);
  for (size_t d = 1; d < nodes; ++d) {
    for (size_t h = 0; h < nodes; ++h) scores.at(d, h) = draw(random);
  }
  return scores;
}

TEST(Tree, OneWordIsTheRoot) { EXPECT_EQ(best_tree(HeadScores(2)), (std::vector<uint32_t>{0, 0})); }

TEST(Tree, NoWordsGiveNoHeads) { EXPECT_EQ(best_tree(HeadScores(1)).size(), 1u); }

TEST(Tree, BreaksACycleWhereItCostsLeast) {
  HeadScores scores(3);
  scores.at(1, 2) = 10;  // each word would rather hang on the other
  scores.at(2, 1) = 9;
  scores.at(1, 0) = 1;
  scores.at(2, 0) = 2;
  EXPECT_EQ(best_tree(scores), (std::vector<uint32_t>{0, 2, 0}));
}

TEST(Tree, IsATreeForAnyScores) {
  std::mt19937 random(3);
  for (size_t nodes : {2, 3, 5, 9, 20, 60}) {
    for (int i = 0; i < 200; ++i) EXPECT_TRUE(is_tree(best_tree(random_scores(nodes, random))));
  }
}

TEST(Tree, IsTheBestOfAllTreesOrNearIt) {
  std::mt19937 random(5);
  size_t best = 0;
  constexpr size_t kTries = 400;
  for (size_t i = 0; i < kTries; ++i) {
    const HeadScores scores = random_scores(5, random);
    std::vector<uint32_t> heads(5, 0);
    const double most = best_sum(scores, heads);
    const double got = sum_of(scores, best_tree(scores));
    ASSERT_LE(got, most + 1e-3);
    best += got > most - 1e-3;
  }
  EXPECT_GE(best, kTries * 95 / 100);  // the root is chosen among the likely ones, which is all but exact
}

TEST(Tree, TheLongestRunIsSolvedThoughAllItsWordsMakeOneCycle) {
  HeadScores scores(401);
  for (uint32_t d = 1; d <= 400; ++d) scores.at(d, d % 400 + 1) = 5;
  EXPECT_TRUE(is_tree(best_tree(scores)));
}

}  // namespace
}  // namespace chancery
