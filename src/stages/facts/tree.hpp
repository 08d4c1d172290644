// Steps through the dependency tree of a sentence: who governs whom, the subject of a verb, the words of a noun phrase.
//
// Universal Dependencies 2. Where no parse is there, a token has no `upos` and every step finds nothing: callers then
// fall back on the words alone. All walks are bounded by the window they are given. Pure functions, thread-safe.
#pragma once

#include <initializer_list>
#include <string_view>

#include "document/document.hpp"

namespace chancery::facts {

/// Tokens, half-open.
struct Stretch {
  Index first = 0, last = 0;
  bool holds(Index token) const { return token >= first && token < last; }
  bool empty() const { return first >= last; }
};

inline bool is_parsed(const Document& document, Index token) { return !document.tokens[token].upos.empty(); }

bool has_relation(const Token& token, std::initializer_list<std::string_view> relations);

/// The first dependent of `head` in `window` with one of the relations; kNone where none is.
Index dependent(const Document& document, Index head, Stretch window, std::initializer_list<std::string_view> relations);

/// Whether `token` is `head` or hangs below it.
bool hangs_on(const Document& document, Index token, Index head);

/// The verb or noun that carries the meaning: of "will be sent", for "will" or "be", it is "sent".
Index content_of(const Document& document, Index token);

/// The subject of a predicate, shared ones of "reaffirmed ... and agreed to" and "asked to help" included.
Index subject_of(const Document& document, Index predicate, Stretch window);

/// The clause that `token` stands in: the nearest predicate above it that opens a clause of its own.
Index clause_head(const Document& document, Index token);

/// The noun with what describes it, without determiner and without clauses: "mutual trade with Mali".
Stretch noun_phrase(const Document& document, Index noun, Stretch window);

}  // namespace chancery::facts
