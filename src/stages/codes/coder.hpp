// Finds the coded acts of a sentence: which verb names which act, who did it and to whom, and what the words above it
// (plans, refusals, threats, doubts) make of it. Reads the tree only; parties.hpp makes participants of its words.
#pragma once

#include "stages/codes/actors.hpp"
#include "stages/codes/patterns.hpp"
#include "stages/codes/tree.hpp"

namespace chancery::codes {

/// An act as the tree tells it. The parties are heads of noun phrases.
struct Act {
  Index trigger = 0;
  std::string root, mode, context;
  std::string barred;  ///< a preposition that belongs to the verb: "accused the army of abuses"
  std::vector<Index> sources, targets;
  bool mutual = false;
};

class Coder {
 public:
  Coder(const Tree& tree, const PatternBook& book) : tree_(tree), book_(book), actors_(tree, book) {}
  /// The acts of one sentence in the order of their verbs; at most `kMostActs`.
  std::vector<Act> read(const Sentence& sentence) const;

  static constexpr size_t kMostActs = 12;

 private:
  /// A pattern laid on a verb: the nouns that met its tests.
  struct Fit {
    const Pattern* pattern = nullptr;
    std::vector<Index> arguments;
  };
  const std::string& lemma_of(Index word) const;
  bool may_trigger(Index word) const;
  std::optional<Act> act_at(Index verb) const;
  bool fits(const Pattern& pattern, Index verb, Fit& fit) const;
  Index argument(Index verb, const ArgumentTest& test) const;
  Index among(Index nominal, const std::vector<std::string>& lemmas) const;
  bool has_modal(Index verb, const std::vector<std::string>& modals) const;

  std::vector<Index> targets(const Fit& fit, Index verb) const;
  Index receiver(Index verb) const;
  std::vector<Index> fill(const Fit& fit, Index verb, const std::string& slot) const;
  std::vector<Index> governed(Index word, std::string_view preposition) const;
  std::vector<Index> within_reach(Index verb, std::string_view preposition) const;
  void add_places(Index verb, Act& act) const;
  std::string context_near(const Fit& fit, Index verb) const;

  const Tree& tree_;
  const PatternBook& book_;
  const Actors actors_;
};

}  // namespace chancery::codes
