#include "stages/times/clause.hpp"

#include <algorithm>

namespace chancery::times {
namespace {

bool starts(const std::string& deprel, std::string_view relation) {
  return deprel.starts_with(relation) && (deprel.size() == relation.size() || deprel[relation.size()] == ':');
}

bool is_auxiliary(const Token& token) { return starts(token.deprel, "aux") || starts(token.deprel, "cop"); }

}  // namespace

/// The word above which the expression hangs.
Index Clause::holder(Index first, Index last) const {
  const auto& tokens = document_.tokens;
  Index at = first;
  for (Index i = first; i < last; ++i) {
    const bool inside = tokens[i].head != kNone && tokens[i].head >= first && tokens[i].head < last;
    if (!inside) at = i;
  }
  return tokens[at].head;
}

/// "the deadline of 1 May", "the upcoming talks on Friday": a noun that is itself ahead.
bool Clause::names_what_is_ahead(Index noun) const {
  const auto& tokens = document_.tokens;
  if (words_.is_future(tokens[noun].lower)) return true;
  const Sentence& sentence = document_.sentences[tokens[noun].sentence];
  for (Index i = sentence.first; i < noun; ++i) {
    if (tokens[i].head == noun && starts(tokens[i].deprel, "amod") && words_.is_future(tokens[i].lower)) return true;
  }
  return false;
}

bool Clause::is_predicate(Index token) const {
  const Token& t = document_.tokens[token];
  if (is_auxiliary(t)) return false;
  // "the meeting planned for Friday" has a clause of its own; "a planned meeting" has none.
  if (t.upos == "VERB") return !starts(t.deprel, "amod") && !starts(t.deprel, "case") && !starts(t.deprel, "compound");
  return has_child(token, is_auxiliary);
}

/// "to meet", "to be held", "to be in Rome".
bool Clause::is_infinitive(Index predicate) const {
  return has_child(predicate, [](const Token& t) { return t.lower == "to" && starts(t.deprel, "mark"); });
}

bool Clause::has_child(Index token, bool (*wanted)(const Token&)) const {
  const auto& tokens = document_.tokens;
  const Sentence& sentence = document_.sentences[tokens[token].sentence];
  return std::any_of(tokens.begin() + sentence.first, tokens.begin() + sentence.last, [&](const Token& t) { return t.head == token && wanted(t); });
}

/// What auxiliaries and copulas say; none where there are none. "would have met" and "could have" look back.
Tense Clause::of_auxiliaries(Index predicate) const {
  const auto& tokens = document_.tokens;
  const Sentence& sentence = document_.sentences[tokens[predicate].sentence];
  bool have = false, past = false, present = false, ahead = false;
  for (Index i = sentence.first; i < sentence.last; ++i) {
    if (tokens[i].head != predicate || !is_auxiliary(tokens[i])) continue;
    const std::string& word = tokens[i].lower;
    if (word == "will" || word == "shall" || word == "'ll") return Tense::future;
    ahead |= tokens[i].xpos == "MD" && word != "could";
    past |= word == "could";
    have |= tokens[i].lemma == "have";
    past |= has(i, "Tense=Past") && has(i, "VerbForm=Fin");
    present |= has(i, "Tense=Pres");
  }
  if (ahead) return have ? Tense::past : Tense::future;
  if (past) return Tense::past;
  if (have) return has(predicate, "VerbForm=Ger") || has(predicate, "Tense=Pres") ? Tense::present : Tense::perfect;  // "have been working"
  return present ? Tense::present : Tense::none;
}

/// A clause under a noun stands for itself: "discussed the plans for holding elections in December".
Tense Clause::above(Index predicate, int steps) const {
  const Index head = document_.tokens[predicate].head;
  return head != kNone && is_predicate(head) ? of(head, steps - 1) : Tense::none;
}

/// "agreed to meet", "the talks to be held": what is still to come; else as what governs it: "came to sign", "the first
/// to visit".
Tense Clause::of_infinitive(Index predicate, int steps) const {
  const Token& token = document_.tokens[predicate];
  if (token.head == kNone) return Tense::purpose;
  const Token& head = document_.tokens[token.head];
  if (words_.looks_ahead(head.lemma) || head.lemma == "be" || head.lemma == "have") return Tense::purpose;
  if (head.lemma == "go" && has(token.head, "VerbForm=Ger")) return Tense::future;
  if (has_child(predicate, [](const Token& t) { return t.deprel == "aux:pass"; })) return Tense::purpose;
  const Tense governing = above(predicate, steps);
  return governing == Tense::none ? Tense::purpose : governing;
}

/// "the talks held on Friday" are over; "the talks planned for Friday" are not.
Tense Clause::of_participle(Index predicate, int steps) const {
  const Token& token = document_.tokens[predicate];
  if (words_.is_future(token.lower)) return Tense::future;
  return starts(token.deprel, "conj") ? above(predicate, steps) : Tense::past;
}

Tense Clause::of(Index predicate, int steps) const {
  const Token& token = document_.tokens[predicate];
  if (steps <= 0) return Tense::none;
  const Tense auxiliary = of_auxiliaries(predicate);
  if (auxiliary == Tense::future || auxiliary == Tense::past || auxiliary == Tense::perfect) {
    // "was scheduled for Friday": told as over, but the day is perhaps still to come.
    return auxiliary == Tense::past && words_.is_future(token.lower) ? Tense::purpose : auxiliary;
  }
  if (is_infinitive(predicate) || has(predicate, "VerbForm=Inf")) return of_infinitive(predicate, steps);
  if (token.upos != "VERB") return auxiliary;
  if (auxiliary == Tense::none && (token.lower == "starting" || token.lower == "beginning")) return Tense::none;  // as good as prepositions
  if (has(predicate, "VerbForm=Ger")) return auxiliary == Tense::present ? Tense::progressive : above(predicate, steps);
  if (has(predicate, "VerbForm=Part")) {
    if (has(predicate, "Tense=Pres")) return auxiliary == Tense::present ? Tense::progressive : above(predicate, steps);
    if (auxiliary == Tense::present) return words_.is_future(token.lower) ? Tense::future : Tense::present;
    return of_participle(predicate, steps);
  }
  if (has(predicate, "Tense=Past")) return words_.is_future(token.lower) ? Tense::purpose : Tense::past;
  return words_.is_future(token.lower) ? Tense::future : Tense::present;
}

Tense Clause::tense_at(Index first, Index last) const {
  const auto& tokens = document_.tokens;
  if (first >= last || last > tokens.size() || tokens[first].upos.empty() || tokens[first].deprel.empty()) return Tense::none;
  const Index at = holder(first, last);
  if (at == kNone) return Tense::none;
  if (is_predicate(at)) {
    const Tense tense = of(at, kMostSteps);
    return tense == Tense::past && plans_before(at, first) ? Tense::purpose : tense;
  }
  // What holds a noun says little of its day: "discussed the elections in December".
  return names_what_is_ahead(at) ? Tense::future : Tense::none;
}

/// "agreed to meet again in September": the parser may hang the day on either verb; it is of what was agreed.
bool Clause::plans_before(Index predicate, Index first) const {
  const auto& tokens = document_.tokens;
  if (!words_.looks_ahead(tokens[predicate].lemma)) return false;
  for (Index i = predicate + 1; i < first; ++i) {
    if (tokens[i].head == predicate && is_infinitive(i)) return true;
  }
  return false;
}

bool Clause::is_close(Index first, Index last) const {
  const Index at = holder(first, last);
  if (at == kNone || at + kClose < first || at > last - 1 + kClose) return false;
  const auto begin = document_.tokens.begin() + std::min(at, first), end = document_.tokens.begin() + std::max(at, last);
  return std::none_of(begin, end, [](const Token& t) { return t.lower == "\"" || t.lower == ","; });
}

Tense Tenses::by_tree(const Candidate& c) const { return clause_.tense_at(atoms_[c.first].token, atoms_[c.last - 1].token + 1); }

Tense Tenses::near(const Candidate& c) const {
  const Tense tense = words_.is_introduced(atoms_, c) ? Tense::none : by_tree(c);
  if (tense == Tense::none) return words_.near(atoms_, c);
  return tense == Tense::perfect ? Tense::past : tense;
}

Tense Tenses::around(const Candidate& c) const {
  const Tense words = words_.around(atoms_, c), tree = by_tree(c);
  const bool of_the_day = (tree == Tense::past || tree == Tense::future) && clause_.is_close(atoms_[c.first].token, atoms_[c.last - 1].token + 1);
  return of_the_day && words != Tense::none ? tree : words;
}

}  // namespace chancery::times
