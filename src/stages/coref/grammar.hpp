// Grammatical relations that decide who a pronoun can be: roles, the predicate of a clause and its subject, binding.
//
// Built once for a document from its Universal Dependencies trees, in linear time. Where there is no tree, small words
// stand in for it: what follows a preposition is oblique, what follows nothing of the kind is told by `without_tree`.
// Holds a reference to the document, which must not change its tokens meanwhile; not shared between threads.
#pragma once

#include <vector>

#include "document/document.hpp"

namespace chancery::coref {

enum class Role : uint8_t { subject, object, oblique, possessor, modifier, other };

class Grammar {
 public:
  explicit Grammar(const Document& document);

  bool has_tree(Index token) const;
  /// The word of [first, last) that the others hang on; of a name, the word that stands for all of it.
  Index head_of(Index first, Index last) const;
  /// The head of the whole name or apposition that the word belongs to.
  Index top_of(Index word) const;
  /// The role of a noun phrase by its head; joined ones and appositions have that of the first.
  Role role_of(Index head) const;
  /// The verb or predicate whose clause the word stands in; kNone where there is none.
  Index predicate_of(Index word) const;
  /// Head of the subject, also where it is understood: "X came and [X] said", "X came to [X] say". kNone where unknown.
  Index subject_of(Index predicate) const;
  /// Whether others are joined to the phrase: "[A] and B".
  bool is_joined(Index head) const { return joined_[top_of(head)]; }
  /// The first of the phrases that this one is joined to: A for "A and [B]".
  Index first_of(Index head) const;
  Index object_of(Index predicate) const { return objects_[predicate]; }
  /// The predicate of the clause that holds this one; kNone for a main clause.
  Index outer(Index predicate) const;

 private:
  bool is_clause(Index word) const;

  const Document& document_;
  std::vector<Index> subjects_, objects_;  ///< by predicate
  std::vector<bool> joined_;                ///< by head
};

}  // namespace chancery::coref
