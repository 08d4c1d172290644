#include "stages/facts/promise.hpp"

#include <algorithm>

#include "document/word.hpp"
#include "stages/facts/periods.hpp"
#include "stages/facts/promise_class.hpp"
#include "stages/facts/promise_terms.hpp"
#include "stages/facts/tree.hpp"

namespace chancery::facts {
namespace {

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
  if (!is_lower_word(token) || is_talk(verb, clause, first_person)) return false;
  if (announced.modal && is_parsed(document_, verb) && token.upos != "VERB" && token.upos != "AUX") return false;
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

/// Whether a token stands in a speaker's own words, not in a report of them.
bool Promises::in_own_words(Index token) const {
  const Index index = voices_.statement(token);
  return index != kNone && document_.statements[index].mode != StatementMode::indirect;
}

/// "I'll give you an example", "I'm going to sit down", a word broken off; what happens to people, not what they do.
bool Promises::is_talk(Index verb, const Clause& clause, bool first_person) const {
  const bool broken = verb + 2 < clause.last && tokens_[verb + 1].lower == "-" && !tokens_[verb + 1].space_before && tokens_[verb + 2].space_before;
  if (broken || cues_.at(tokens_, verb, clause.last, {"forecast"})) return true;
  if (!first_person && cues_.at(tokens_, verb, clause.last, {"forecast_of_others"})) return true;
  const bool alone = clause.subject_last == clause.subject_first + 1 && tokens_[clause.subject_first].lower == "i";
  if (alone && in_own_words(verb) && cues_.at(tokens_, verb, clause.last, {"turn_talk"})) return true;
  if (!is_parsed(document_, verb)) return false;
  const Token& content = tokens_[content_of(document_, verb)];  // "the ways we will continue that are"
  return content.deprel == "acl:relcl" && content.head != kNone && cues_.has(tokens_[content.head].lower, "generic");
}

/// What was planned, what one was not ready for, what was agreed long ago: told, not undertaken.
bool Promises::is_past(Index at, const Announced& found, const Clause& clause, const Sentence& sentence) const {
  if (found.modal || found.impersonal) return false;
  const Index end = std::min(sentence.last, at + static_cast<Index>(found.length));
  bool past = false;
  for (Index i = clause.predicate; i < end; ++i) {
    if (cues_.has(tokens_[i].lower, "negation")) return true;
    past = past || cues_.has(tokens_[i].lower, "past");
  }
  const bool acted = found.strength == Strength::agreed || found.strength == Strength::committed;
  const Index statement = voices_.statement(clause.predicate);
  const bool reported = statement != kNone && document_.statements[statement].mode == StatementMode::indirect;
  if (!acted) return past && !reported;
  constexpr auto long_ago = std::chrono::days(31);
  const std::optional<Day> published = parse_day(document_.info.published);
  const auto times = times_in(document_, span_of(document_, sentence.first, end));
  return published && std::ranges::any_of(times, [&](const Timex& time) { return time.to && *time.to + long_ago < *published; });
}

/// Whether the noun at the head of the subject is one that acts: "the ministers will", not "the meeting of ministers will".
bool Promises::governs_agent(Index verb, const Clause& clause) const {
  if (!is_parsed(document_, verb)) return true;
  const Index content = content_of(document_, verb);
  const Stretch subject_words{clause.subject_first, clause.subject_last};
  const Index head = dependent(document_, content, subject_words, {"nsubj"});
  if (head == kNone || tokens_[head].upos != "NOUN" || cues_.has(tokens_[head].lower, "agent")) return true;
  const Span& span = tokens_[head].span;
  constexpr Index look_back = 8;
  const Index after = document_.first_mention(span);
  const Index first = after > look_back ? after - look_back : 0;
  for (Index m = first; m < document_.mentions.size(); ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.span.part == span.part && mention.span.begin > span.begin) break;
    const bool covers = mention.span.contains(span) && mention.entity != kNone;
    if (covers && mention.type != MentionType::place && mention.type != MentionType::nationality) return true;
  }
  return false;
}

/// In one's own words "they will" and "the citizens will" foretell what others do.
bool Promises::speaks_of_others(const Clause& clause, const std::vector<Index>& named) const {
  if (!in_own_words(clause.predicate)) return false;
  if (tokens_[clause.subject_last - 1].lower == "they") return true;
  if (named.empty() && cues_.at(tokens_, clause.subject_last - 1, clause.subject_last, {"side_noun"})) {  // "the countries that"
    bool own = false;
    for (Index i = clause.subject_first; i < clause.subject_last; ++i) own = own || cues_.has(tokens_[i].lower, "own_side");
    return !own;
  }
  const bool group = !named.empty() && std::ranges::all_of(named, [&](Index entity) { return document_.entities[entity].type == MentionType::group; });
  if (!group) return false;
  for (Index i = clause.subject_first; i < clause.subject_last; ++i) {
    if (cues_.has(tokens_[i].lower, "agent")) return false;
  }
  return true;
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
  const bool foretells = announced.modal || (announced.strength != Strength::agreed && announced.strength != Strength::committed);
  if (!own || (foretells && speaks_of_others(clause, named))) return false;
  if (passive) return true;
  if (announced.modal && !governs_agent(verb, clause)) return false;
  const bool noun = cues_.has(last_word, "agent") || cues_.at(tokens_, clause.subject_first, clause.subject_last, {"agent"});
  if (named.empty()) return noun || cues_.has(last_word, "shared_subject");
  const Span subject = span_of(document_, clause.subject_first, clause.subject_last);
  const Index m = document_.first_mention(tokens_[clause.subject_last - 1].span);
  const bool ends_in_name = m > 0 && document_.mentions[m - 1].span.end >= subject.end;
  const bool is_name = m < document_.mentions.size() && subject.contains(document_.mentions[m].span);
  return noun || ends_in_name || is_name;
}

/// "A package of papers that cover the port will be signed": the subject stands before the relative clause.
void Promises::begin_with_subject(Clause& clause, Index at, const Sentence& sentence) const {
  if (!is_parsed(document_, at) || speaks_of_self(clause)) return;
  const Index subject = dependent(document_, content_of(document_, at), {sentence.first, at}, {"nsubj"});
  const bool noun = subject != kNone && (tokens_[subject].upos == "NOUN" || tokens_[subject].upos == "PROPN" || tokens_[subject].lower == "those");
  if (!noun || subject >= clause.first) return;
  const Stretch phrase = noun_phrase(document_, subject, {sentence.first, clause.first});
  clause.subject_first = clause.first = phrase.first;
  while (clause.first > sentence.first && has_relation(tokens_[clause.first - 1], {"det"})) clause.subject_first = --clause.first;
  clause.subject_last = phrase.last;
  const bool opened = clause.first > sentence.first && cues_.has(tokens_[clause.first - 1].lower, "subordinator");
  clause.opener = opened ? clause.first - 1 : kNone;
}

/// "They claim that we will attack", "spreading fear by saying we will attack": others say what the speaker would do.
bool Promises::is_told_by_others(Index at) const {
  if (!is_parsed(document_, at)) return false;
  Index predicate = content_of(document_, at);
  if (!has_relation(tokens_[predicate], {"ccomp"})) return false;
  constexpr int kLongestWay = 8;
  for (int steps = 0; steps < kLongestWay && tokens_[predicate].head != kNone; ++steps) {
    predicate = tokens_[predicate].head;
    const Sentence& sentence = document_.sentences[tokens_[predicate].sentence];
    const Index subject = dependent(document_, predicate, {sentence.first, sentence.last}, {"nsubj"});
    if (subject != kNone) return cues_.has(tokens_[subject].lower, "others");
  }
  return false;
}

/// "which respects and is committed to": the subject shared is a relative word.
bool Promises::shares_relative(Index at, const Sentence& sentence) const {
  if (!is_parsed(document_, at)) return false;
  const Index subject = subject_of(document_, content_of(document_, at), {sentence.first, sentence.last});
  return subject != kNone && tokens_[subject].feats.find("PronType=Rel") != std::string::npos;
}

/// "had to be willing to": not said to be so.
bool Promises::is_wished(const Clause& clause) const {
  const Index be = clause.predicate;
  if (tokens_[be].lower != "be") return false;
  return be == 0 || !cues_.at(tokens_, be - 1, be, {"modal"});
}

std::optional<Promise> Promises::at(Index at, const Sentence& sentence) const {
  const Announced found = announced(at, sentence);
  if (found.length == 0 || is_noun_will(at, sentence) || is_question(sentence)) return std::nullopt;
  if (is_noun_act(at, found, sentence)) return std::nullopt;
  Clause clause = clause_at(document_, at, sentence.first, sentence.last, cues_);
  Index after = at + static_cast<Index>(found.length);
  if (clause.first < at && after < sentence.last && clause.subject_first == at + 1) ++after;  // "neither will we"
  const Index verb = first_verb(after, sentence.last);
  if (verb >= sentence.last) return std::nullopt;
  if (found.modal) begin_with_subject(clause, at, sentence);
  const bool first_person = speaks_of_self(clause);
  if (clause.hoped && !(clause.sure && first_person)) return std::nullopt;
  if (first_person && cues_.at(tokens_, at, sentence.last, {"not_of_self"})) return std::nullopt;
  if (is_past(at, found, clause, sentence) || (first_person && is_told_by_others(at))) return std::nullopt;
  const bool relative = clause.opener != kNone && cues_.has(tokens_[clause.opener].lower, "subordinator");
  if (relative && cues_.has(tokens_[clause.opener].lower, "dropped")) return std::nullopt;
  const bool without_subject = clause.subject_first == clause.subject_last;
  if (without_subject && (relative || shares_relative(at, sentence))) return std::nullopt;  // "which aims to"
  if (found.strength == Strength::ready && is_wished(clause)) return std::nullopt;
  if (!is_action(found, verb, clause, first_person) || !may_commit(found, verb, clause)) return std::nullopt;

  Commitment commitment;
  const Index end = std::max(end_of_clause(document_, verb, clause.last), verb + 1);
  commitment.span = span_of(document_, clause.first, end);
  commitment.strength = found.strength;
  commitment.due = due_in(document_, {clause.first, end});
  commitment.condition = condition_of(document_, clause, sentence, cues_);
  Undertaking undertaking{found.strength, verb, end, false, false, !commitment.due.value.empty()};
  for (Index i = clause.predicate; i < verb; ++i) {
    undertaking.never = undertaking.never || tokens_[i].lower == "never";
    undertaking.negated = undertaking.negated || cues_.has(tokens_[i].lower, "negation") || tokens_[i].lower == "wo";
  }
  commitment.kind = class_of(document_, undertaking, cues_);
  set_makers(commitment, found, clause, verb, sentence);
  for (Index i = verb; i < clause.last; ++i) {
    if (tokens_[i].lower == "you" || tokens_[i].lower == "your") commitment.to = agents_.addressee(voices_, i);
  }
  const bool unnamed = commitment.by == kNone && commitment.parties.empty() && !found.impersonal && !first_person && !(found.modal && is_passive(verb, clause.last));
  if (first_person && commitment.by != kNone && cues_.has(plain_lower(document_.entities[commitment.by].name), "no_maker")) return std::nullopt;
  return Promise{commitment, after, unnamed ? unnamed_maker(clause) : Span()};
}

}  // namespace chancery::facts
