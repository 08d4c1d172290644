#include "stages/facts/promise.hpp"

#include <algorithm>

#include "stages/facts/periods.hpp"

namespace chancery::facts {
namespace {

constexpr Index kRitualReach = 6;

bool is_lower_word(const Token& token) { return token.shape == Shape::lower; }

}  // namespace

Promises::Promises(const Document& document, const Voices& voices, const Agents& agents, const Cues& cues)
    : document_(document), tokens_(document.tokens), voices_(voices), agents_(agents), cues_(cues) {
  const auto main = std::ranges::find(document.events, true, &Event::main);
  announces_event_ = main != document.events.end() && (main->status == Status::planned || main->status == Status::proposed);
}

Promises::Announced Promises::announced(Index at, const Sentence& sentence) const {
  const CueMatch cue = cues_.at(tokens_, at, sentence.last, {"modal", "act", "impersonal"});
  if (!cue) return {};
  return {cue.length, parse<Strength>(cue.cue->value).value_or(Strength::will), cue.cue->kind == "modal", cue.cue->kind == "impersonal"};
}

/// "their promise to", "the plan to": a noun, told of and not made. "ready to" needs its "are".
bool Promises::is_noun_act(Index at, const Announced& found, const Sentence& sentence) const {
  if (found.modal || found.impersonal || at == sentence.first) return false;
  Index i = at;
  while (i > sentence.first && cues_.has(tokens_[i - 1].lower, "adverb")) --i;
  if (i == sentence.first) return false;
  const std::string& before = tokens_[i - 1].lower;
  // "a tax plan to": the bare form is a verb after a pronoun, a plural, a name or "and".
  const bool bare = cues_.has(tokens_[at].lower, "noun_or_verb");
  const bool after_noun = tokens_[i - 1].shape == Shape::lower && !before.ends_with('s') && before != "and";
  if (bare && after_noun && !cues_.has(before, "pronoun") && !cues_.has(before, "auxiliary")) return true;
  if (found.strength == Strength::ready) return !cues_.has(before, "auxiliary") || before == "being";
  return cues_.has(before, "determiner") || before == "'s" || before == "'";
}

/// "political will", "the will of the people", "going to Moscow".
bool Promises::is_noun_will(Index at, const Sentence& sentence) const {
  if (tokens_[at].lower != "will") return false;
  if (at > sentence.first && cues_.has(tokens_[at - 1].lower, "noun_will")) return true;
  const bool names_person = tokens_[at].shape == Shape::capitalised && at > sentence.first;
  return names_person || (at + 1 < sentence.last && (tokens_[at + 1].lower == "of" || tokens_[at + 1].lower == "to"));
}

bool Promises::is_question(const Sentence& sentence) const {
  for (Index i = sentence.last; i-- > sentence.first && i + 3 > sentence.last;) {
    if (tokens_[i].lower == "?") return true;
  }
  return false;
}

Index Promises::first_verb(Index after, Index last) const {
  Index i = after;
  while (i < last && cues_.has(tokens_[i].lower, "adverb")) ++i;
  return i;
}

/// "be opened", "be carried out": a form of "be" and a participle of doing.
bool Promises::is_passive(Index verb, Index last) const {
  if (tokens_[verb].lower != "be") return false;
  const Index next = first_verb(verb + 1, last);
  if (next >= last || cues_.has(tokens_[next].lower, "passive_not")) return false;
  const std::string& word = tokens_[next].lower;
  return word.ends_with("ed") || cues_.has(word, "participle_irregular");
}

bool Promises::is_action(const Announced& announced, Index verb, const Clause& clause, bool first_person) const {
  const Token& token = tokens_[verb];
  if (!is_lower_word(token)) return false;
  if (announced.strength == Strength::ready && cues_.has(token.lower, "ready_not")) return false;
  if (!announced.modal) return !cues_.has(token.lower, "determiner");
  if (token.lower == "be") {
    const Index next = first_verb(verb + 1, clause.last);
    const bool lasting = next < clause.last && tokens_[next].lower.size() > 4 && tokens_[next].lower.ends_with("ing");
    return lasting || is_passive(verb, clause.last);
  }
  if (cues_.at(tokens_, verb, clause.last, {"kept_acts"})) {
    const CueMatch kept = cues_.at(tokens_, verb, clause.last, {"kept_acts"});
    if (kept.cue->value.empty() || first_person) return true;
  }
  return !cues_.at(tokens_, verb, clause.last, {"speech_act"}) && !cues_.has(token.lower, "determiner");
}

/// "I", "we", "My colleague and I", "We, the leaders of": not the "I" of "the actions I announced".
bool Promises::speaks_of_self(const Clause& clause) const {
  if (clause.subject_first == clause.subject_last) return false;
  const std::string& head = tokens_[clause.subject_first].lower;
  const std::string& last = tokens_[clause.subject_last - 1].lower;
  const bool opens = cues_.has(head, "first_person") && (clause.subject_last == clause.subject_first + 1 || tokens_[clause.subject_first + 1].shape != Shape::lower);
  const bool joined = clause.subject_last - clause.subject_first > 1 && tokens_[clause.subject_last - 2].lower == "and";
  return opens || (cues_.has(last, "first_person") && (joined || clause.subject_last == clause.subject_first + 1));
}

/// Whether the subject can bind itself: a person, a body, a country; a thing only where something is done to it.
bool Promises::may_commit(const Announced& announced, Index verb, const Clause& clause) const {
  if (announced.impersonal || speaks_of_self(clause)) return true;
  const bool outside = voices_.statement(clause.predicate) == kNone;
  if (announces_event_ && outside) return false;
  const bool passive = is_passive(verb, clause.last);
  if (clause.subject_first == clause.subject_last) return !announced.modal;
  const std::string& last_word = tokens_[clause.subject_last - 1].lower;
  if (cues_.has(last_word, "not_agent")) {
    const bool granted = last_word == "you" && cues_.at(tokens_, verb, clause.last, {"granted"});
    return granted || (!announced.modal && cues_.has(last_word, "shared_subject"));
  }
  const Index speaker = voices_.speaker(clause.predicate);
  const std::vector<Index> named = agents_.named(clause.subject_first, clause.subject_last);
  const bool own = named.empty() || std::ranges::any_of(named, [&](Index entity) { return agents_.is_own(entity, speaker); });
  if (!own) return false;
  if (passive) return true;
  const bool noun = cues_.has(last_word, "agent") || cues_.at(tokens_, clause.subject_first, clause.subject_last, {"agent"});
  if (named.empty()) return noun || cues_.has(last_word, "shared_subject");
  const Span subject = span_of(document_, clause.subject_first, clause.subject_last);
  const Index m = document_.first_mention(tokens_[clause.subject_last - 1].span);
  const bool ends_in_name = m > 0 && document_.mentions[m - 1].span.end >= subject.end;
  const bool is_name = m < document_.mentions.size() && subject.contains(document_.mentions[m].span);
  return noun || ends_in_name || is_name;
}

std::optional<Promise> Promises::at(Index at, const Sentence& sentence) const {
  const Announced found = announced(at, sentence);
  if (found.length == 0 || is_noun_will(at, sentence) || is_question(sentence)) return std::nullopt;
  if (is_noun_act(at, found, sentence)) return std::nullopt;
  const Clause clause = clause_at(document_, at, sentence.first, sentence.last, cues_);
  Index after = at + static_cast<Index>(found.length);
  if (clause.first < at && after < sentence.last && clause.subject_first == at + 1) ++after;  // "neither will we"
  const Index verb = first_verb(after, sentence.last);
  if (verb >= sentence.last) return std::nullopt;
  const bool first_person = speaks_of_self(clause);
  if (clause.hoped && !(clause.sure && first_person)) return std::nullopt;
  if (first_person && cues_.at(tokens_, at, sentence.last, {"not_of_self"})) return std::nullopt;
  const bool relative = clause.opener != kNone && cues_.has(tokens_[clause.opener].lower, "subordinator");
  if (relative && cues_.has(tokens_[clause.opener].lower, "dropped")) return std::nullopt;
  const bool without_subject = clause.subject_first == clause.subject_last;
  if (relative && without_subject) return std::nullopt;  // "which aims to"
  if (!is_action(found, verb, clause, first_person) || !may_commit(found, verb, clause)) return std::nullopt;

  Commitment commitment;
  commitment.span = span_of(document_, clause.first, std::max(clause.last, verb + 1));
  commitment.strength = found.strength;
  commitment.kind = kind_of(found, verb, clause.last);
  commitment.due = due(clause.predicate, clause.last);
  commitment.condition = condition(clause, sentence);
  set_makers(commitment, found, clause, verb, sentence);
  for (Index i = verb; i < clause.last; ++i) {
    if (tokens_[i].lower == "you" || tokens_[i].lower == "your") commitment.to = agents_.addressee(voices_, i);
  }
  const bool unnamed = commitment.by == kNone && commitment.parties.empty() && !found.impersonal && !first_person;
  return Promise{commitment, unnamed ? unnamed_maker(clause) : Span()};
}

/// "The government", "representatives of the embassies": a subject whose noun is one that acts, without the adverbial
/// before it ("in the near future the government").
Span Promises::unnamed_maker(const Clause& clause) const {
  Index first = clause.subject_first;
  const Index last = clause.subject_last;
  if (first < last && cues_.has(tokens_[first].lower, "preposition")) {
    Index noun = last;
    while (noun > first && !cues_.has(tokens_[noun - 1].lower, "determiner")) --noun;
    if (noun > first + 2) first = noun;
  }
  while (first < last && cues_.has(tokens_[first].lower, "determiner")) ++first;
  Index head = first;
  while (head < last && !cues_.has(tokens_[head].lower, "preposition") && tokens_[head].shape != Shape::punctuation) ++head;
  const bool acts = head > first && cues_.ending(tokens_, head - 1, first, {"agent"});
  Index end = head;
  while (end < last && tokens_[end].shape != Shape::punctuation && !cues_.has(tokens_[end].lower, "subordinator")) ++end;
  return acts ? span_of(document_, first, end) : Span();
}

void Promises::set_several(Commitment& commitment, std::vector<Index> makers) const {
  if (makers.size() == 1) {
    commitment.by = makers.front();
    return;
  }
  commitment.parties = std::move(makers);
}

void Promises::set_makers(Commitment& commitment, const Announced& found, const Clause& clause, Index verb, const Sentence& sentence) const {
  if (found.impersonal) {  // what is merely planned has nobody's name to it
    if (found.strength == Strength::agreed) set_several(commitment, agents_.principals());
    return;
  }
  const Index speaker = voices_.speaker(clause.predicate);
  std::vector<Index> named = agents_.named(clause.subject_first, clause.subject_last);
  if (speaks_of_self(clause)) {
    if (speaker == kNone) return set_several(commitment, agents_.authors());
    commitment.by = speaker;
    std::erase(named, speaker);
    if (!named.empty()) named.insert(named.begin(), speaker);
    commitment.parties = std::move(named);
    return;
  }
  if (!named.empty()) return set_several(commitment, std::move(named));
  const bool unnamed = clause.subject_first == clause.subject_last;
  if (unnamed) {  // the subject is shared with the clause before: "reaffirmed ... and agreed to"
    const Index verb_before = first_verb_of(document_, sentence.first, clause.predicate, cues_);
    return set_several(commitment, agents_.named(sentence.first, verb_before));
  }
  const std::string& last_word = tokens_[clause.subject_last - 1].lower;
  if (cues_.has(last_word, "shared_subject")) {
    return set_several(commitment, agents_.principals());
  }
  const bool granted = last_word == "you";
  if (speaker != kNone && (granted || is_passive(verb, clause.last))) commitment.by = speaker;
}

CommitmentClass Promises::kind_of(const Announced& announced, Index verb, Index last) const {
  const bool ritual_verb = cues_.has(tokens_[verb].lower, "ritual") || tokens_[verb].lower.starts_with("continu") || tokens_[verb].lower.starts_with("maintain");
  for (Index i = verb + 1; ritual_verb && i < std::min(last, verb + kRitualReach); ++i) {
    if (cues_.has(tokens_[i].lower, "ritual_object")) return CommitmentClass::ritual;
  }
  if (cues_.has(tokens_[verb].lower, "agenda")) return CommitmentClass::agenda;
  const bool planned = announced.strength == Strength::plan || announced.strength == Strength::intend;
  return planned || cues_.at(tokens_, verb, last, {"plan"}) ? CommitmentClass::plan : CommitmentClass::promise;
}

EventTime Promises::due(Index first, Index last) const {
  for (const Timex& time : times_in(document_, span_of(document_, first, last))) {
    if (time.type != TimexType::set && time.type != TimexType::duration) return event_time(document_, time);
  }
  return {};
}

Span Promises::condition(const Clause& clause, const Sentence& sentence) const {
  for (Index i = sentence.first; i < sentence.last; ++i) {
    const CueMatch cue = cues_.at(tokens_, i, sentence.last, {"condition"});
    const bool opens = cue && (i == sentence.first || i >= clause.predicate || tokens_[i - 1].shape == Shape::punctuation);
    if (!opens) continue;
    Index end = i + static_cast<Index>(cue.length);
    const Index limit = i < clause.first ? clause.first : clause.last;
    while (end < limit && tokens_[end].lower != ",") ++end;
    return span_of(document_, i, end);
  }
  return {};
}

}  // namespace chancery::facts
