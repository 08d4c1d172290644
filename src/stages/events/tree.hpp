// The dependency trees of a document as this stage walks them: down from a cue to those who take part, the day and the
// place that hang on it, up to the verb that carries it ("hold a meeting").
//
// Relations are those of Universal Dependencies 2. Holds a reference, which must outlive it; const and thread-safe once
// made. Making it is linear in the words; a walk visits each word of a sentence once.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "document/children.hpp"
#include "document/document.hpp"

namespace chancery {

class Tree {
 public:
  explicit Tree(const Document& document);

  /// False where no parser has read this word's sentence.
  bool knows(Index token) const { return !document_.tokens[token].deprel.empty(); }
  std::span<const Index> children(Index token) const { return children_.of(token); }
  /// The relation without its subtype: "nsubj" of "nsubj:pass".
  std::string_view relation(Index token) const;
  /// The word of [first, last) whose head lies outside: "meeting" of "held a working meeting" is "held".
  Index head_of(Index first, Index last) const;
  /// The preposition of a noun, lower case, its last word where there are several: "with", "of"; empty where none.
  std::string_view preposition(Index token) const;
  /// The nearest verb or other predicate above; kNone at the root.
  Index verb_over(Index token) const;
  /// A word and those joined to it by "and", commas and the like, in the order of the text.
  std::vector<Index> joined(Index token) const;
  /// Words below `top`, itself included, in the order of the text, without the clauses and parallel members that hang
  /// on `top` itself.
  std::vector<Index> phrase(Index top) const;
  /// The innermost mention that holds the word; kNone where none does.
  Index mention_at(Index token) const { return mention_at_[token]; }

 private:
  const Document& document_;
  Children children_;
  std::vector<Index> mention_at_;
};

}  // namespace chancery
