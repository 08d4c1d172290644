// Courtesies told by an adjective, as exchanged, or in the passive: the rest of class CourtesyReader stands in
// courtesy_reader.cpp.
#include <algorithm>

#include "stages/facts/clause.hpp"
#include "stages/facts/courtesy_reader.hpp"
#include "stages/facts/tree.hpp"

namespace chancery::facts {
namespace {

constexpr Index kNounReach = 9;      ///< words from "exchanged" to "greetings"
constexpr Index kReceiverReach = 7;  ///< words from "grateful" to "to"

}  // namespace

/// "I am grateful to Poland for": the adjective takes the subject of its "am".
void CourtesyReader::read_adjective(Index at, const Sentence& sentence, std::vector<ToldCourtesy>& out) const {
  if (is_refused(at, sentence)) return;
  for (Index i = at + 1; i < std::min(sentence.last, at + kReceiverReach); ++i) {
    if (tokens_[i].lower == "for" || tokens_[i].shape == Shape::punctuation) return;
    if (tokens_[i].lower != "to") continue;
    if (i + 1 >= sentence.last || tokens_[i].upos == "PART" || cues_.has(tokens_[i + 1].lower, "nobody")) return;
    return add(CourtesyKind::thanks, {subject(at, sentence), kNone}, receivers_at(document_, i + 1, sentence.last, voices_, agents_, cues_), at, sentence, out);
  }
}

void CourtesyReader::read_exchange(Index at, const Sentence& sentence, std::vector<ToldCourtesy>& out) const {
  for (Index i = at + 1; i < std::min(sentence.last, at + kNounReach); ++i) {
    const CueMatch noun = cues_.at(tokens_, i, sentence.last, {"noun"});
    if (!noun) continue;
    const CourtesyKind kind = parse<CourtesyKind>(noun.cue->value).value_or(CourtesyKind::greetings);
    std::vector<Index> both = subject(at, sentence);
    if (both.size() < 2) both = agents_.principals();
    if (both.size() != 2) return;
    out.push_back({kind, both[0], {both[1], {}, false}, kNone, sentence.span});
    out.push_back({kind, both[1], {both[0], {}, false}, kNone, sentence.span});
    return;
  }
}

void CourtesyReader::read_passive(Index at, const CueMatch& verb, const Sentence& sentence, std::vector<ToldCourtesy>& out) const {
  CourtesyKind kind = CourtesyKind::award;
  if (const CueMatch active = cues_.at(tokens_, at, sentence.last, {"verb"}); active && active.cue->value != "wish") {
    kind = parse<CourtesyKind>(active.cue->value).value_or(kind);
  }
  const Index told_of = is_parsed(document_, at) ? subject_of(document_, at, {sentence.first, at}) : kNone;
  if (told_of != kNone && tokens_[told_of].feats.find("PronType=Rel") != std::string::npos) return;  // "those who were awarded"
  const Clause clause = clause_at(document_, at, sentence.first, sentence.last, cues_);
  Receivers receivers;
  if (names_thing(clause.subject_first, sentence)) {  // "the Order of Courage is awarded to"
    receivers = after_to(at, sentence);
  } else {
    for (const Index entity : subject(at, sentence)) receivers.all.push_back({entity, {}, false});
    const bool group = receivers.all.empty() && kind == CourtesyKind::award && clause.subject_first < clause.subject_last;
    if (group) receivers = receivers_at(document_, clause.subject_first, clause.subject_last, voices_, agents_, cues_);
  }
  Givers givers_found;
  for (Index i = at + static_cast<Index>(verb.length); i < sentence.last; ++i) {
    if (tokens_[i].lower != "by") continue;
    for (const Receiver& giver : receivers_at(document_, i + 1, sentence.last, voices_, agents_, cues_).all) givers_found.all.push_back(giver.entity);
    break;
  }
  if (givers_found.all.empty()) givers_found.all.push_back(kNone);  // not stated
  add(kind, givers_found, receivers, at, sentence, out);
}

}  // namespace chancery::facts
