#include "stages/facts/promise_class.hpp"

#include <algorithm>

namespace chancery::facts {
namespace {

constexpr Index kNearVerb = 6;

bool has_number(const Document& document, Stretch clause, const Cues& cues) {
  for (Index i = clause.first; i < clause.last; ++i) {
    const Token& token = document.tokens[i];
    if (token.shape == Shape::number || cues.has(token.lower, "amount")) return true;
  }
  return false;
}

/// The verb to be judged: "work" of "closely work", "convened" of "be convened".
Index inner_verb(const Document& document, Index verb, Index end, const Cues& cues) {
  Index i = verb;
  while (i + 1 < end && cues.has(document.tokens[i].lower, "adverb")) ++i;
  if (document.tokens[i].lower != "be") return i;
  for (Index next = i + 1; next < end && next < i + kNearVerb; ++next) {
    if (document.tokens[next].upos == "VERB") return next;
  }
  return i;
}

}  // namespace

CommitmentClass class_of(const Document& document, const Undertaking& undertaking, const Cues& cues) {
  const std::vector<Token>& tokens = document.tokens;
  const Index verb = inner_verb(document, undertaking.verb, undertaking.end, cues);
  const Stretch clause{verb, undertaking.end};
  const std::string& word = tokens[verb].lower;
  const std::string& lemma = tokens[verb].lemma.empty() ? word : tokens[verb].lemma;
  const auto says = [&](std::string_view kind) { return cues.has(word, kind) || cues.has(lemma, kind); };
  // To refuse a deed is one: "will not pardon"; "will not forget", "will not tire" are vows.
  if (undertaking.never) return CommitmentClass::ritual;
  if (undertaking.negated) return says("vow_not") || says("vow") || says("lasting") ? CommitmentClass::ritual : CommitmentClass::promise;
  if (says("lasting") || says("vow")) return CommitmentClass::ritual;
  if (says("ritual")) {
    for (Index i = verb + 1; i < std::min(undertaking.end, verb + kNearVerb); ++i) {
      if (cues.has(tokens[i].lower, "ritual_object")) return CommitmentClass::ritual;
    }
  }
  if (says("agenda") || cues.at(tokens, verb, undertaking.end, {"agenda"})) return CommitmentClass::agenda;
  const bool specific = undertaking.dated || has_number(document, clause, cues);
  if (!specific && cues.at(tokens, verb, undertaking.end, {"vague"})) return CommitmentClass::ritual;
  const bool intends = undertaking.strength == Strength::plan || undertaking.strength == Strength::intend || undertaking.strength == Strength::ready;
  return intends || says("plan") || cues.at(tokens, verb, undertaking.end, {"plan"}) ? CommitmentClass::plan : CommitmentClass::promise;
}

}  // namespace chancery::facts
