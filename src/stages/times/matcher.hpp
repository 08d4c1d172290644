// Runs the automaton over a document's atoms and reads the fields of each match.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "stages/times/atoms.hpp"
#include "stages/times/automaton.hpp"

namespace chancery::times {

/// A stretch of words that one rule takes for a time; indices are into the atoms, half-open.
struct Candidate {
  const Rule* rule = nullptr;
  Fields fields;
  size_t first = 0, last = 0;                  ///< the expression itself
  size_t second_first = 0, second_last = 0;    ///< a second expression of the same rule: "3 May and [5]"
  size_t context_first = 0, context_last = 0;  ///< with the words the rule asked for around it
};

class Matcher {
 public:
  /// Keeps a reference; `rules` must outlive it.
  explicit Matcher(const RuleSet& rules) : rules_(rules), automaton_(rules) {}

  /// Leftmost longest matches, in order; `narrative` switches on the rules that ask for it.
  std::vector<Candidate> find(std::span<const Atom> atoms, bool narrative) const;
  const Automaton& automaton() const { return automaton_; }

 private:
  std::optional<Candidate> best_at(std::span<const Atom> atoms, size_t at, bool narrative) const;
  std::optional<Candidate> read(const Rule& rule, std::span<const Atom> atoms, size_t first, size_t last) const;

  const RuleSet& rules_;
  Automaton automaton_;
};

}  // namespace chancery::times
