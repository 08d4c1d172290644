// Who makes a commitment: the rest of class Promises stands in promise.cpp.
#include <algorithm>

#include "document/word.hpp"
#include "stages/facts/promise.hpp"
#include "stages/facts/tree.hpp"

namespace chancery::facts {

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

/// The subject is shared with the clause before: "reaffirmed ... and agreed to", "we support ... and commit to".
std::vector<Index> Promises::shared_makers(Index at, const Clause& clause, const Sentence& sentence) const {
  if (is_parsed(document_, at)) {
    const Index subject = subject_of(document_, content_of(document_, at), {sentence.first, clause.predicate});
    if (subject != kNone && !cues_.has(tokens_[subject].lower, "first_person")) {
      const Stretch phrase = noun_phrase(document_, subject, {sentence.first, clause.predicate});
      std::vector<Index> named = agents_.named(phrase.first, phrase.last);
      if (named.empty() && cues_.has(tokens_[subject].lower, "shared_subject")) named = agents_.principals();
      if (!named.empty()) return both_sides(std::move(named));
    }
  }
  const Index verb = first_verb_of(document_, sentence.first, clause.predicate, cues_);
  for (Index i = sentence.first; i < verb; ++i) {
    if (!cues_.has(tokens_[i].lower, "first_person")) continue;
    const Index speaker = voices_.speaker(i);
    return speaker == kNone ? agents_.authors() : std::vector<Index>{speaker};
  }
  return both_sides(agents_.named(sentence.first, verb));
}

/// "The two sides" that nobody has taken apart are those who met.
std::vector<Index> Promises::both_sides(std::vector<Index> makers) const {
  if (makers.size() != 1 || agents_.principals().size() < 2) return makers;
  const Entity& group = document_.entities[makers.front()];
  const std::string name = plain_lower(group.name);
  const std::string_view last = std::string_view(name).substr(name.rfind(' ') + 1);
  const bool sides = group.type == MentionType::group && group.members.empty() && cues_.has(last, "side_noun");
  return sides ? agents_.principals() : makers;
}

void Promises::set_several(Commitment& commitment, std::vector<Index> makers) const {
  if (makers.size() == 1) {
    commitment.by = makers.front();
    return;
  }
  commitment.parties = std::move(makers);
}

/// "The town will be supplied by the army": the one after "by" commits, else the speaker; the subject receives.
void Promises::set_agent(Commitment& commitment, const Clause& clause, Index verb, std::vector<Index> named) const {
  const Index content = content_of(document_, verb);
  const Index agent = is_parsed(document_, verb) ? dependent(document_, content, {content, clause.last}, {"obl:agent"}) : kNone;
  if (agent != kNone) {
    const Stretch phrase = noun_phrase(document_, agent, {content, clause.last});
    set_several(commitment, agents_.named(phrase.first, phrase.last));
  }
  if (commitment.by == kNone && commitment.parties.empty()) commitment.by = voices_.speaker(clause.predicate);
  const bool gives = cues_.has(tokens_[content].lower, "giving");
  if (gives && named.size() == 1 && named.front() != commitment.by) commitment.to = named.front();
}

void Promises::set_makers(Commitment& commitment, const Announced& found, const Clause& clause, Index verb, const Sentence& sentence) const {
  if (found.impersonal) {  // what is merely planned has nobody's name to it
    if (found.strength != Strength::agreed) return;
    const Index teller = in_own_words(clause.predicate) ? voices_.speaker(clause.predicate) : kNone;
    const bool met = teller == kNone || std::ranges::find(agents_.principals(), teller) != agents_.principals().end();
    return set_several(commitment, met ? agents_.principals() : std::vector<Index>{teller});
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
  if (found.modal && is_passive(verb, clause.last)) return set_agent(commitment, clause, verb, std::move(named));
  if (!named.empty()) return set_several(commitment, both_sides(std::move(named)));
  const bool unnamed = clause.subject_first == clause.subject_last;
  if (unnamed) return set_several(commitment, shared_makers(clause.predicate, clause, sentence));
  const std::string& last_word = tokens_[clause.subject_last - 1].lower;
  if (cues_.has(last_word, "shared_subject")) {
    return set_several(commitment, agents_.principals());
  }
  if (last_word == "you") commitment.by = speaker;
}

}  // namespace chancery::facts
