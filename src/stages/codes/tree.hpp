// The dependency trees of a document seen from above: the children of each word, and the noun phrases and arguments
// that relations show. Universal Dependencies, as the parse stage leaves them.
//
// Holds a reference to the document: lives for one run of a stage. Building it takes time linear in the words.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "document/children.hpp"
#include "document/document.hpp"
#include "stages/codes/arcs.hpp"

namespace chancery::codes {

class Tree {
 public:
  explicit Tree(const Document& document);

  std::span<const Index> children(Index token) const { return children_.of(token); }
  const Token& at(Index token) const { return document_.tokens[token]; }
  const Document& document() const { return document_; }

  /// Whether the relation of `token` is `wanted` or a subtype of it: "obl:tmod" is an "obl".
  bool is(Index token, std::string_view wanted) const;
  std::string_view relation(Index token) const { return arcs_.relation[token]; }
  Index head_of(Index token) const { return arcs_.head[token]; }
  /// The first child in that relation; kNone where none is.
  Index child(Index token, std::string_view wanted) const;
  /// The preposition of a nominal, in lower case: "into" of "into the bank's dealings"; empty where it has none.
  std::string_view preposition(Index nominal) const;
  /// A nominal and those joined to it by "and".
  std::vector<Index> joined(Index nominal) const;
  /// The words of the noun phrase around `head`, half-open: without its preposition, relative clauses and what is
  /// joined to it by "and"; an apposition belongs to it. `barred`: a preposition that belongs to the verb instead.
  std::pair<Index, Index> phrase(Index head, std::string_view barred = {}) const;

  /// Whether the word lies in a time expression.
  bool is_time(Index token) const { return is_time_[token]; }
  bool passive(Index verb) const;
  /// Who does what the verb says: its subject or agent, or the one it shares with the verb that governs it. A pronoun
  /// in reported speech goes to the speaker: "the army said it attacked". Empty where the text leaves it open.
  std::vector<Index> doers(Index verb) const;
  /// To whom it is done: the object, or the subject of a passive.
  std::vector<Index> objects(Index verb) const;

 private:
  std::vector<Index> doers(Index verb, int depth) const;
  std::vector<Index> borrowed_doers(Index verb, int depth) const;
  Index subject_of(Index verb) const;
  bool speaks_of_itself(Index subject) const;
  bool foreign_to(Index head, Index modifier) const;

  const Document& document_;
  Arcs arcs_;
  Children children_;
  std::vector<bool> is_time_;  ///< by token: inside a time expression
};

/// Words that stand for a quantity of what follows "of": "a series of airstrikes".
bool is_quantity(std::string_view lemma);

}  // namespace chancery::codes
