#include "stages/facts/courtesy_reader.hpp"

#include <algorithm>

#include "stages/facts/clause.hpp"
#include "stages/facts/tree.hpp"

namespace chancery::facts {
namespace {

constexpr Index kVerbReach = 9;      ///< words from "conveyed" to "greetings"
constexpr Index kReceiverReach = 7;  ///< words from "greetings" to "to"
}  // namespace

std::vector<ToldCourtesy> CourtesyReader::read(const Sentence& sentence) const {
  std::vector<ToldCourtesy> out;
  for (Index i = sentence.first; i < sentence.last; ++i) {
    if (!cues_.at(tokens_, i, sentence.last, {"exchange", "passive", "noun", "verb", "adjective_of"})) continue;
    i += read_at(i, within_reach(sentence, i), out) - 1;
  }
  return out;
}

/// Reads what begins at one cue word; gives back how many tokens it took, at least one.
Index CourtesyReader::read_at(Index at, const Sentence& sentence, std::vector<ToldCourtesy>& out) const {
  if (cues_.at(tokens_, at, sentence.last, {"adjective_of"})) read_adjective(at, sentence, out);
  if (cues_.at(tokens_, at, sentence.last, {"exchange"})) read_exchange(at, sentence, out);
  const CueMatch passive = cues_.at(tokens_, at, sentence.last, {"passive"});
  if (passive && is_passive(at, sentence)) {
    read_passive(at, passive, sentence, out);
    return 1;
  }
  if (const CueMatch noun = cues_.at(tokens_, at, sentence.last, {"noun"})) {
    const size_t before = out.size();
    read_noun(at, noun, sentence, out);
    if (out.size() > before) return static_cast<Index>(noun.length);
  }
  if (cues_.at(tokens_, at, sentence.last, {"verb"})) read_verb(at, sentence, out);
  return 1;
}

bool CourtesyReader::is_passive(Index at, const Sentence& sentence) const {
  for (Index i = at; i-- > sentence.first && i + 3 > at;) {
    const std::string& word = tokens_[i].lower;
    if (word == "was" || word == "were" || word == "been" || word == "be" || word == "being" || word == "is" || word == "are") return true;
    if (!cues_.has(word, "adverb")) return false;
  }
  return false;
}

bool CourtesyReader::is_refused(Index at, const Sentence& sentence) const {
  for (Index i = at; i-- > sentence.first && i + 3 > at;) {
    if (cues_.has(tokens_[i].lower, "refused")) return true;
  }
  return false;
}

std::vector<Index> CourtesyReader::subject(Index verb, const Sentence& sentence) const {
  if (const Index noun = is_parsed(document_, verb) ? subject_of(document_, content_of(document_, verb), {sentence.first, verb}) : kNone; noun != kNone) {
    if (cues_.has(tokens_[noun].lower, "first_person")) {
      const Index speaker = voices_.speaker(noun);
      return speaker == kNone ? std::vector<Index>() : std::vector<Index>{speaker};
    }
    const Stretch phrase = noun_phrase(document_, noun, {sentence.first, verb});
    std::vector<Index> named = agents_.named(phrase.first, phrase.last);
    if (!named.empty()) return named;
  }
  const Clause clause = clause_at(document_, verb, sentence.first, sentence.last, cues_);
  for (Index i = clause.subject_first; i < clause.subject_last; ++i) {
    if (cues_.has(tokens_[i].lower, "first_person")) {
      const Index speaker = voices_.speaker(i);
      return speaker == kNone ? std::vector<Index>() : std::vector<Index>{speaker};
    }
  }
  std::vector<Index> named = agents_.named(clause.subject_first, clause.subject_last);
  if (!named.empty()) return named;
  const bool shared = clause.subject_first == clause.subject_last && clause.predicate > sentence.first;
  if (shared) named = agents_.named(sentence.first, first_verb_of(document_, sentence.first, clause.predicate, cues_));
  const Index speaker = voices_.speaker(verb);
  const bool elliptic = named.empty() && speaker != kNone && (shared || clause.predicate == sentence.first);
  return elliptic ? std::vector<Index>{speaker} : named;
}

/// The subject of the giving verb; of "asked X to convey", the one who asks, and X as the one who carries.
CourtesyReader::Givers CourtesyReader::givers(Index verb, const Sentence& sentence) const {
  const bool infinitive = verb > sentence.first && tokens_[verb - 1].lower == "to";
  for (Index i = verb; i-- > sentence.first && i + kVerbReach > verb;) {
    if (!cues_.at(tokens_, i, verb, {"ask"})) continue;
    Givers out;
    if (tokens_[i].lower == "please") {
      out.all = {voices_.speaker(verb)};
      out.via = agents_.addressee(voices_, verb);
      return out;
    }
    if (!infinitive) break;
    out.all = subject(i, sentence);
    const bool asks_you = tokens_[i + 1].lower == "you";
    out.via = asks_you ? agents_.addressee(voices_, verb) : agents_.head(i + 1, verb);
    return out;
  }
  Index finite = verb;
  if (infinitive) {  // "would like to convey", "wants to wish"
    while (finite > sentence.first && !cues_.has(tokens_[finite - 1].lower, "subject_pronoun") && verb - finite < kVerbReach) --finite;
    if (finite == sentence.first || verb - finite >= kVerbReach) {
      return {subject(first_verb_of(document_, sentence.first, verb, cues_), sentence), kNone};
    }
  }
  return {subject(finite, sentence), kNone};
}

/// The person last named before a token in the same statement who is neither its speaker nor spoken to.
Index CourtesyReader::other_person(Index before, Index speaker, Index addressee) const {
  constexpr Index mentions_back = 12;
  Index m = document_.first_mention(tokens_[before].span);
  const Index statement = voices_.statement(before);
  for (Index steps = 0; m > 0 && steps < mentions_back; ++steps) {
    const Mention& mention = document_.mentions[--m];
    const auto [first, last] = document_.tokens_in(mention.span);
    if (first == last || voices_.statement(first) != statement) return kNone;
    const bool person = mention.entity != kNone && mention.form != Form::pronoun && document_.entities[mention.entity].type == MentionType::person;
    if (person && mention.entity != speaker && mention.entity != addressee) return mention.entity;
  }
  return kNone;
}

/// "X spoke with Y to congratulate him": he is not the one who congratulates.
Index CourtesyReader::other_named(Index first, Index last, Index giver) const {
  std::vector<Index> named = agents_.named(first, last);
  std::erase(named, giver);
  return named.empty() ? kNone : named.back();
}

void CourtesyReader::add(CourtesyKind kind, const Givers& givers, const Receivers& receivers, Index at,
                         const Sentence& sentence, std::vector<ToldCourtesy>& out) const {
  const Index speaker = voices_.speaker(at);
  const Index addressee = agents_.addressee(voices_, at);
  for (Index from : givers.all) {
    for (const Receiver& to : receivers.all) {
      // "He sends you greetings": he is not the one spoken to.
      const bool confused = from != kNone && to.entity == from && from == addressee && speaker != kNone;
      if (confused) from = other_person(at, speaker, addressee);
      if (from == kNone && confused && kind == CourtesyKind::thanks) from = speaker;  // "Mr. President, thank you"
      if (from == kNone && kind != CourtesyKind::award) continue;
      Receiver receiver = to;
      if (to.pronoun && to.entity == from) receiver.entity = other_named(sentence.first, at, from);
      const bool empty = receiver.entity == kNone && receiver.words.empty();
      if (empty || (from != kNone && receiver.entity == from)) continue;
      ToldCourtesy told{kind, from, receiver, givers.via, sentence.span};
      const bool carried = told.via == kNone && speaker != kNone && from != speaker && receiver.entity == addressee && addressee != kNone;
      if (carried && kind == CourtesyKind::greetings) told.via = speaker;
      out.push_back(told);
    }
  }
}

void CourtesyReader::read_verb(Index at, const Sentence& sentence, std::vector<ToldCourtesy>& out) const {
  const CueMatch verb = cues_.at(tokens_, at, sentence.last, {"verb"});
  const Index object = at + static_cast<Index>(verb.length);
  if (object >= sentence.last || is_refused(at, sentence)) return;
  if (!is_verb(at)) return;
  const bool wish = verb.cue->value == "wish";
  if (wish && cues_.has(tokens_[object].lower, "wish_not")) return;
  if (tokens_[object].lower == "to" || tokens_[object].shape == Shape::punctuation) return;
  Receivers receivers = receivers_at(document_, object, sentence.last, voices_, agents_, cues_);
  if (names_thing(object, sentence)) receivers = after_to(object, sentence);
  if (receivers.all.empty() || cues_.has(tokens_[object].lower, "nobody")) return;
  if (wish && receivers.end < sentence.last) {
    Index good = receivers.end;
    while (good < sentence.last && cues_.has(tokens_[good].lower, "determiner")) ++good;
    if (!cues_.at(tokens_, good, sentence.last, {"wish_good"}) && !cues_.at(tokens_, receivers.end, sentence.last, {"wish_good"})) return;
  }
  if (is_bidding(at, sentence)) return;
  const CourtesyKind kind = wish ? CourtesyKind::greetings : parse<CourtesyKind>(verb.cue->value).value_or(CourtesyKind::greetings);
  add(kind, givers(at, sentence), receivers, at, sentence, out);
}

/// "Call someone and wish them well", "his letter to invite me": told to all to do, or done by another than the subject.
bool CourtesyReader::is_bidding(Index verb, const Sentence& sentence) const {
  const Token& word = tokens_[verb];
  if (word.upos.empty()) return false;
  const std::string& object = verb + 1 < sentence.last ? tokens_[verb + 1].lower : word.lower;
  if (object == "me" || object == "us") {
    const std::vector<Index> givers = subject(verb, sentence);
    return std::ranges::find(givers, voices_.speaker(verb)) != givers.end();
  }
  if (object == "you" || !has_relation(word, {"conj"}) || word.head == kNone) return false;
  const Token& first = tokens_[word.head];
  const bool told = first.feats.find("Mood=Imp") != std::string::npos || (first.upos == "VERB" && first.feats.find("VerbForm=Inf") != std::string::npos && first.head == kNone);
  return told && dependent(document_, word.head, {sentence.first, verb}, {"nsubj"}) == kNone;
}

/// A word that the tagger takes for a noun ("state awards of the land") gives nothing; "thanks" may be either.
bool CourtesyReader::is_verb(Index at) const {
  const Token& word = tokens_[at];
  if (word.deprel == "amod") return false;  // "a highly awarded club"
  return word.upos.empty() || word.upos == "VERB" || word.upos == "AUX" || cues_.has(word.lower, "noun_or_verb");
}

/// "awarded decorations and medals to": the thing stands where the receiver might.
bool CourtesyReader::names_thing(Index object, const Sentence& sentence) const {
  Index i = object;
  while (i < sentence.last && cues_.has(tokens_[i].lower, "determiner")) ++i;
  return cues_.at(tokens_, i, sentence.last, {"thing"}).length > 0;
}

Receivers CourtesyReader::after_to(Index at, const Sentence& sentence) const {
  for (Index i = at; i + 1 < std::min(sentence.last, at + 2 * kReceiverReach); ++i) {
    if (tokens_[i].lower == "to") return receivers_at(document_, i + 1, sentence.last, voices_, agents_, cues_);
  }
  return {};
}

Index CourtesyReader::giving_verb(Index noun, const Sentence& sentence) const {
  for (Index i = noun; i-- > sentence.first && i + kVerbReach > noun;) {
    if (tokens_[i].lower == ";" || tokens_[i].lower == ":") break;
    if (cues_.at(tokens_, i, noun, {"give"})) return i;
    if (cues_.has(tokens_[i].lower, "finite") && !cues_.has(tokens_[i].lower, "auxiliary")) break;
  }
  return kNone;
}

void CourtesyReader::read_noun(Index at, const CueMatch& noun, const Sentence& sentence, std::vector<ToldCourtesy>& out) const {
  const CourtesyKind kind = parse<CourtesyKind>(noun.cue->value).value_or(CourtesyKind::greetings);
  const bool order = cues_.has(tokens_[at].lower, "capital_only") && tokens_[at].shape == Shape::lower;
  if (order) return;
  const Index verb = giving_verb(at, sentence);
  const Index after = at + static_cast<Index>(noun.length);
  if (is_refused(at, sentence)) return;
  // "the greetings from President X": given by X to the subject, whoever thanks for them.
  if (after + 1 < sentence.last && tokens_[after].lower == "from" && kind == CourtesyKind::greetings) {
    const Receivers from = receivers_at(document_, after + 1, sentence.last, voices_, agents_, cues_);
    Givers givers_found;
    for (const Receiver& giver : from.all) givers_found.all.push_back(giver.entity);
    Receivers to;
    if (verb != kNone) {
      for (const Index entity : subject(verb, sentence)) to.all.push_back({entity, {}, false});
    }
    return add(kind, givers_found, to, at, sentence, out);
  }
  if (is_ones_own(at, sentence, "your")) {  // "thank you for your invitation": given by the one spoken to
    const Index giver = agents_.addressee(voices_, at);
    const Index taker = voices_.speaker(at);
    if (kind != CourtesyKind::award && giver != kNone && taker != kNone) add(kind, {{giver}, kNone}, {{{taker, {}, false}}, after}, at, sentence, out);
    return;
  }
  Receivers receivers;
  const bool dative = verb != kNone && verb + 1 < at && cues_.has(tokens_[verb + 1].lower, "object_pronoun") && !is_possessive(verb + 1);
  if (dative) {  // "sends you his greetings"
    receivers = receivers_at(document_, verb + 1, verb + 2, voices_, agents_, cues_);
  }
  if (verb != kNone && verb + 2 < at && tokens_[verb + 1].lower == "to") {  // "convey to X greetings"
    receivers = receivers_at(document_, verb + 2, at, voices_, agents_, cues_);
  }
  for (Index i = after; receivers.all.empty() && i < std::min(sentence.last, after + kReceiverReach); ++i) {
    if (tokens_[i].lower == "for" && kind == CourtesyKind::thanks) break;  // "gratitude for the efforts to ..."
    if (tokens_[i].lower == "to" && i + 1 < sentence.last) {
      if (tokens_[i + 1].upos == "VERB" || tokens_[i].upos == "PART") break;  // "an invitation to visit"
      receivers = receivers_at(document_, i + 1, sentence.last, voices_, agents_, cues_);
    }
  }
  if (receivers.all.empty()) return;
  const bool own_words = verb == kNone && at > sentence.first && cues_.at(tokens_, at > sentence.first + 2 ? at - 2 : sentence.first, at, {"possessive"});
  const bool opens = verb == kNone && kind != CourtesyKind::thanks && (at == sentence.first || (tokens_[at].shape == Shape::capitalised && at <= sentence.first + 2));
  if (verb != kNone) {
    Givers found = givers(verb, sentence);
    if (const Index absent = absent_giver(after, receivers.end, sentence); absent != kNone && found.all.size() == 1) found = {{absent}, found.all.front()};
    return add(kind, found, receivers, at, sentence, out);
  }
  if ((own_words || opens) && voices_.speaker(at) != kNone && kind != CourtesyKind::award && kind != CourtesyKind::gift) {
    add(kind, {{voices_.speaker(at)}, kNone}, receivers, at, sentence, out);
  }
}

/// "regards to you on behalf of the King": the King's, carried by the one who speaks.
Index CourtesyReader::absent_giver(Index noun_end, Index receivers_end, const Sentence& sentence) const {
  for (const Index at : {noun_end, receivers_end}) {
    const bool told = at > 0 && at + 3 < sentence.last && tokens_[at].lower == "on" && tokens_[at + 1].lower == "behalf" && tokens_[at + 2].lower == "of";
    if (!told) continue;
    const Receivers giver = receivers_at(document_, at + 3, sentence.last, voices_, agents_, cues_);
    return giver.all.empty() ? kNone : giver.all.front().entity;
  }
  return kNone;
}

/// "her condolences", against "gave her a gift"
bool CourtesyReader::is_possessive(Index pronoun) const {
  return tokens_[pronoun].lower == "her" && !cues_.has(tokens_[pronoun + 1].lower, "determiner");
}

/// "your kind invitation"
bool CourtesyReader::is_ones_own(Index noun, const Sentence& sentence, std::string_view owner) const {
  constexpr Index reach = 4;
  for (Index i = noun; i-- > sentence.first && i + reach > noun;) {
    if (tokens_[i].lower == owner) return true;
    if (tokens_[i].shape == Shape::punctuation || cues_.has(tokens_[i].lower, "determiner")) return false;
  }
  return false;
}

}  // namespace chancery::facts
