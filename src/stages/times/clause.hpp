// The tense of the clause that an expression stands in, read off the dependency tree: up from the expression to the
// verb or predicate that governs it, then its auxiliaries and its form.
//
//   "met the ministers who will travel on Friday"   => Friday: future, not past
//   "came to Rome to sign the treaty on Friday"     => a clause of purpose takes its governor's tense: past
//   "agreed to meet on Friday"                      => purpose: what is still to come
//
// Needs UD columns (upos, feats, head, deprel); says Tense::none where a sentence has none of them or no verb. Const.
#pragma once

#include "document/document.hpp"
#include "stages/times/tense.hpp"

namespace chancery::times {

class Clause {
 public:
  /// Keeps references, which must outlive it.
  Clause(const Document& document, const TenseReader& words) : document_(document), words_(words) {}

  /// `first`, `last`: the tokens of the expression, half-open.
  Tense tense_at(Index first, Index last) const;
  /// Whether its verb stands within a few words, no comma or quotation mark between.
  bool is_close(Index first, Index last) const;

 private:
  static constexpr Index kClose = 5;
  static constexpr int kMostSteps = 8;  ///< from clause to clause, so that a damaged tree cannot hold it up

  Index holder(Index first, Index last) const;
  bool names_what_is_ahead(Index noun) const;
  bool is_predicate(Index token) const;
  bool is_infinitive(Index predicate) const;
  bool plans_before(Index predicate, Index first) const;
  bool has_child(Index token, bool (*wanted)(const Token&)) const;
  Tense of(Index predicate, int steps) const;
  Tense of_infinitive(Index predicate, int steps) const;
  Tense of_participle(Index predicate, int steps) const;
  Tense above(Index predicate, int steps) const;
  Tense of_auxiliaries(Index predicate) const;
  bool has(Index token, std::string_view feature) const { return document_.tokens[token].feats.find(feature) != std::string::npos; }

  const Document& document_;
  const TenseReader& words_;
};

/// The tense at the candidates of one document: by the tree where there is one, else by the words around.
class Tenses {
 public:
  /// Keeps references, which must outlive it.
  Tenses(const TenseReader& words, std::span<const Atom> atoms, const Document& document) : words_(words), clause_(document, words), atoms_(atoms) {}

  Tense near(const Candidate& candidate) const;
  /// For "today", which the words close by tell best; a tree that says past or future has the last word.
  Tense around(const Candidate& candidate) const;
  bool tells_of_the_day(const Atom& atom) const { return words_.tells_of_the_day(atom); }

 private:
  Tense by_tree(const Candidate& candidate) const;

  const TenseReader& words_;
  Clause clause_;
  std::span<const Atom> atoms_;
};

}  // namespace chancery::times
