// Turns: what stands under the labels of a transcript, and whom it addresses.
#include <algorithm>
#include <unordered_set>

#include "stages/speech/directions.hpp"
#include "stages/speech/label_speakers.hpp"
#include "stages/speech/reader.hpp"

namespace chancery {
bool SpeechReader::in_person(const Block& block) const {
  for (Index i = document_.sentences[block.first].first; i < document_.sentences[block.last - 1].last; ++i) {
    if (lexicon_.is(lower(i), "person")) return true;
  }
  return false;
}

/// Whether a paragraph tells of the speaker again, in the third person: after "X said:" the narrative may come back.
bool SpeechReader::is_narrative(const Block& block, const std::vector<Index>& speakers) const {
  const Sentence& opening = document_.sentences[block.first];
  const auto subject = sentence_subject(document_, opening);
  if (subject.empty() || speakers.empty() || in_person(block)) return false;
  const Mention& first = document_.mentions[subject[0]];
  return first.entity != kNone && first.span.begin < opening.span.begin + 80;
}

/// A transcript goes on to the next label, over paragraphs, page breaks and rules; not into a narrative that follows.
Index SpeechReader::turn_end(const SpeakerLabel& label, const std::vector<Index>& speakers, Index next) const {
  Index end = next;
  bool after_rule = false;
  for (Index b = sentence_of(label.content).block; b < document_.blocks.size(); ++b) {
    const Block& block = document_.blocks[b];
    if (block.first == block.last) {
      after_rule |= block.kind == BlockKind::separator && block.span.begin > document_.tokens[label.content].span.begin;
      continue;
    }
    const Index first = document_.sentences[block.first].first;
    if (first >= next) break;
    if (first <= label.content) continue;
    if (after_rule ? !in_person(block) : label.cue != kNone && is_narrative(block, speakers)) return first;
    after_rule = false;
  }
  end = before_closing_line(document_, label.content, end);
  while (end > label.content) {
    const Block& block = block_of(end - 1);
    const Index first = document_.sentences[block.first].first;
    if (first <= label.content || document_.sentences[block.last - 1].last != end || !is_direction(document_, lexicon_, block)) break;
    end = before_closing_line(document_, label.content, first);
  }
  return end;
}

/// "Governor Silva: “We ...”": what one quotation holds is quoted and no transcript.
bool SpeechReader::add_quoted_turn(const SpeakerLabel& label, const std::vector<Index>& speakers) {
  const Index end = block_end(label.content), close = end - 1;
  const bool closes = word(close) == "\"" || word(close) == "”" || word(close) == "»" || word(close) == "“";
  if (!label.quoted || !closes || close <= label.content + 1) return false;
  Statement& quote = add_statement(StatementMode::direct, label.content + 1, close, {});
  quote.speakers = speakers;
  quote.speaker_span = span_of(label.first, label.last);
  for (Index i = label.first; i < end; ++i) region_[i] = i < label.content ? Region::label : Region::quoted;
  return true;
}

void SpeechReader::add_turn(const SpeakerLabel& label, const std::vector<Index>& speakers, Index next) {
  const Index end = turn_end(label, speakers, next);
  if (end <= label.content || add_quoted_turn(label, speakers)) return;
  for (Index i = label.first; i < label.content; ++i) region_[i] = Region::label;
  for (Index i = label.content; i < end; ++i) region_[i] = Region::turn;
  Statement& turn = add_statement(StatementMode::turn, label.content, end, {});
  turn.speakers = speakers;
  turn.speaker_span = span_of(label.first, label.last);
  // The turn begins after its label, be it with a direction; its words are the pieces.
  turn.pieces = spoken_pieces(document_, lexicon_, label.content, end);
  if (turn.pieces.size() == 1 && turn.pieces[0] == turn.span) turn.pieces.clear();
  if (label.cue != kNone) {
    turn.cue = span_of(label.cue, label.last);
    turn.cue_lemma = lexicon_.match(document_.tokens, label.cue, label.last).cue->lemma;
  }
  TurnLabel mark;
  mark.span = turn.speaker_span;
  mark.content = turn.span;
  document_.labels.push_back(mark);
}

void SpeechReader::find_turns() { add_turns(LabelFinder(document_, lexicon_).run()); }

void SpeechReader::add_turns(const std::vector<SpeakerLabel>& labels) {
  LabelSpeakers speakers(document_, labels);
  std::vector<std::vector<Index>> who;
  for (const SpeakerLabel& label : labels) {
    const Index entity = speakers.speaker_of(label);
    const auto& members = document_.entities[entity].members;
    who.push_back(members.empty() ? std::vector<Index>{entity} : members);
  }
  speakers.finish();
  const Index tokens = static_cast<Index>(document_.tokens.size());
  for (size_t i = 0; i < labels.size(); ++i) add_turn(labels[i], who[i], i + 1 < labels.size() ? labels[i + 1].first : tokens);
}

/// Those who speak under a label with an office: in "Madam Vice President, ..." it is she who is called.
std::unordered_map<std::string, Index> SpeechReader::speakers_by_office() const {
  std::unordered_map<std::string, Index> holders;
  for (const Statement& turn : document_.statements) {
    if (turn.speakers.size() != 1) continue;
    const auto [first, last] = mentions_in(document_, turn.speaker_span);
    for (Index m = first; m < last; ++m) {
      const Mention& office = document_.mentions[m];
      if (office.type != MentionType::office || office.office_head.empty()) continue;
      const auto [known, fresh] = holders.try_emplace(office.office_head, turn.speakers[0]);
      if (!fresh && known->second != turn.speakers[0]) known->second = kNone;  // two presidents: the words do not say which
    }
  }
  std::erase_if(holders, [](const auto& one) { return one.second == kNone; });
  return holders;
}

/// The one whose name opens the turn ("Mr Silva, thank you"), else the other one of two who talk.
void SpeechReader::find_addressees() {
  std::vector<Index> speakers;
  std::unordered_set<Index> talking;
  for (const Statement& turn : document_.statements) {
    for (const Index s : turn.speakers) {
      if (talking.insert(s).second) speakers.push_back(s);
    }
  }
  const auto by_office = speakers_by_office();
  for (Statement& turn : document_.statements) {
    const uint32_t begin = turn.pieces.empty() ? turn.span.begin : turn.pieces[0].begin;
    const auto [first, last] = mentions_in(document_, {begin, std::min(turn.span.end, begin + 60), turn.span.part});
    for (Index m = first; m < last && turn.addressee == kNone; ++m) {
      Mention& mention = document_.mentions[m];
      const auto [token, end] = document_.tokens_in(mention.span);
      const bool called = end < document_.tokens.size() && (lower(end) == "," || lower(end) == "!");
      const auto holder = by_office.find(mention.office_head);
      if (called && mention.type == MentionType::office && mention.bearer == kNone && holder != by_office.end()) mention.entity = holder->second;
      // "Ana Silva, Daily News" introduces herself; she is called where she speaks elsewhere, or by a title.
      const bool known = talking.contains(mention.entity);
      const bool titled = mention.type == MentionType::office || mention.form == Form::address || (token > 0 && lexicon_.is(lower(token - 1), "spoken"));
      const bool person = mention.entity != kNone && document_.entities[mention.entity].type == MentionType::person && (known || titled);
      const bool self = std::find(turn.speakers.begin(), turn.speakers.end(), mention.entity) != turn.speakers.end();
      if (person && called && !self) turn.addressee = mention.entity;
    }
    if (turn.addressee == kNone && speakers.size() == 2 && turn.speakers.size() == 1) {
      const Index other = speakers[0] == turn.speakers[0] ? speakers[1] : speakers[0];
      if (document_.entities[other].type == MentionType::person) turn.addressee = other;
    }
  }
}

/// "Statement by President X on ...", in the first person and without labels: the whole text is X's.
void SpeechReader::find_monologue() {
  if (document_.title.empty() || document_.sentences.empty()) return;
  bool names_kind = false;
  Index mention = kNone;
  for (Index i = 0; i < document_.tokens.size() && document_.tokens[i].span.part == Part::title; ++i) {
    if (lexicon_.is(lower(i), "monologue")) names_kind = true;
    const bool by = lower(i) == "by" || lower(i) == "from" || lower(i) == "of" || lower(i) == "-" || lower(i) == ":" || lower(i) == "'s";
    if (!by || mention != kNone) continue;
    const auto [first, last] = mentions_in(document_, {document_.tokens[i].span.begin, static_cast<uint32_t>(document_.title.size()), Part::title});
    for (Index m = first; m < last && mention == kNone; ++m) {
      const Mention& one = document_.mentions[m];
      const bool person = one.entity != kNone && document_.entities[one.entity].type == MentionType::person;
      if (person && one.span.begin <= document_.tokens[i].span.end + 5) mention = m;
    }
  }
  if (!names_kind) return;
  const auto [first, last] = document_.tokens_in({0, static_cast<uint32_t>(document_.text.size()), Part::text});
  size_t personal = 0, third = 0;
  bool quoted = false;
  for (Index i = first; i < last; ++i) {
    // A message quoted in a release is not the release.
    const auto mark = word(i);
    quoted = mark == "“" || mark == "«" || (mark == "\"" ? !quoted : quoted && mark != "”" && mark != "»");
    if (quoted) continue;
    const bool own = lower(i) == "i" || lower(i) == "we" || lower(i) == "my" || lower(i) == "our" || lower(i) == "us";
    personal += own;
    third += lower(i) == "said" || lower(i) == "noted" || lower(i) == "stressed";
  }
  if (first == last || personal * 120 < last - first || personal < 2 || third * 4 > personal) return;
  // A dateline or a place line before the speech is not spoken.
  Index begin = first;
  for (const Block& block : document_.blocks) {
    if (block.span.part != Part::text || block.first == block.last) continue;
    if (block.kind == BlockKind::heading && document_.sentences[block.last - 1].last < last) {
      begin = document_.sentences[block.last - 1].last;
      continue;
    }
    break;
  }
  std::vector<Index> mentions;
  if (mention != kNone) {
    mentions = {mention};
  } else {
    const auto [m_first, m_last] = mentions_in(document_, {0, static_cast<uint32_t>(document_.title.size()), Part::title});
    for (Index m = m_first; m < m_last; ++m) {
      const Index entity = document_.mentions[m].entity;
      if (mentions.empty() && entity != kNone && document_.entities[entity].type == MentionType::person) mentions = {m};
    }
  }
  if (mentions.empty()) return;
  add_statement(StatementMode::direct, begin, last, mentions);
  for (Index i = begin; i < last; ++i) region_[i] = Region::turn;
}

}  // namespace chancery
