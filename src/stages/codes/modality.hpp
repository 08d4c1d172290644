// What the words around an act make of it: a plan to help is an agreement, a refusal to meet a rejection, a threat to
// attack a threat; what is denied, asked for, feared or supposed is no act at all.
#pragma once

#include "stages/codes/patterns.hpp"
#include "stages/codes/tree.hpp"

namespace chancery::codes {

/// "not", "never" before the word, or "no" with its object.
bool is_negated(const Tree& tree, Index word);

class Modality {
 public:
  Modality(const Tree& tree, const PatternBook& book) : tree_(tree), book_(book) {}
  /// The root of the act that `verb` names as `root`, after its own auxiliaries and all that governs it; empty where
  /// there is no act. `spent`: the pattern has made use of the verb's own negation.
  std::string root_of(Index verb, const std::string& root, bool spent) const;

 private:
  std::string apply(const Operator& one, const std::string& root) const;
  std::string after_auxiliaries(Index verb, const std::string& root, bool negated) const;
  std::string after_governor(Index verb, Index governor, const std::string& made, bool denied) const;
  bool infinitive(Index verb) const;
  bool supposed(Index verb) const;
  bool wished(Index word) const;

  const Tree& tree_;
  const PatternBook& book_;
};

}  // namespace chancery::codes
