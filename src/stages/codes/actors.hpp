// Who can act: which words of a sentence stand for people, bodies of people, states or places, by the mentions found
// before and by the nouns that name people (data/codes/<language>/actors.txt, words.txt).
#pragma once

#include "stages/codes/patterns.hpp"
#include "stages/codes/tree.hpp"

namespace chancery::codes {

class Actors {
 public:
  Actors(const Tree& tree, const PatternBook& book) : tree_(tree), book_(book) {}

  /// The mention that holds the word and has an entity, a person before an office; kNone where none does.
  Index mention_at(Index word) const;
  /// "the army", "dozens of rebels", "a U.S. airstrike"; not "the talks", "they" of whom nothing is known.
  bool can_act(Index head) const;
  /// A modifier that names an actor: "the UN's proposal", "an appeal by the mother", "Armenian demands".
  bool names_owner(Index modifier) const;
  /// Whether the noun phrase is an actor, a place where people are, or somebody's.
  bool involves_actor(Index head) const;
  bool is_named_place(Index word) const;

 private:
  const Tree& tree_;
  const PatternBook& book_;
};

}  // namespace chancery::codes
