// One deterministic automaton over words for all rules of a language: from a start word it says, in one table
// look-up a word, where a match of any rule may end.
//
// Immutable after construction; shared by threads.
#pragma once

#include <cstdint>
#include <vector>

#include "stages/times/rules.hpp"

namespace chancery::times {

class Automaton {
 public:
  using Node = uint16_t;
  static constexpr Node kDead = 0;
  static constexpr Node kStart = 1;

  /// Throws Error(input) where the rules need more than 65,535 nodes.
  explicit Automaton(const RuleSet& rules);

  Node step(Node node, Symbol symbol) const { return table_[size_t{node} * symbols_ + symbol]; }
  /// Rules that may end here, in the order of the files; empty for most nodes.
  const std::vector<uint16_t>& accepted(Node node) const { return accepted_[node]; }
  size_t nodes() const { return accepted_.size(); }

 private:
  size_t symbols_ = 0;
  std::vector<Node> table_;
  std::vector<std::vector<uint16_t>> accepted_;
};

}  // namespace chancery::times
