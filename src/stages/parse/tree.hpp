// The best tree over a sentence's words from scores of every possible head: the maximum spanning arborescence of
// Chu & Liu (1965) and Edmonds (1967) with one root; a cycle costs its length times the number of words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace chancery {

/// Scores of heads: `at(dependent, head)`, both counted from 0 with 0 the artificial root.
class HeadScores {
 public:
  explicit HeadScores(size_t nodes) : nodes_(nodes), values_(nodes * nodes, 0) {}
  size_t nodes() const { return nodes_; }
  float& at(size_t dependent, size_t head) { return values_[dependent * nodes_ + head]; }
  float at(size_t dependent, size_t head) const { return values_[dependent * nodes_ + head]; }

 private:
  size_t nodes_;
  std::vector<float> values_;
};

/// Head of every node; entry 0 is 0 and means nothing. Exactly one word has head 0, and there is no cycle.
std::vector<uint32_t> best_tree(const HeadScores& scores);

}  // namespace chancery
