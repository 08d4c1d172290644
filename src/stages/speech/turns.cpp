// Turns: labels in all the manners that transcripts have, what stands under them, and whom they address.
#include <algorithm>

#include "document/mentions.hpp"
#include "stages/speech/reader.hpp"

namespace chancery {
namespace {

constexpr Index kLongestLabel = 24;

bool ends_sentence(std::string_view word) { return word == "." || word == "!" || word == "?" || word == "…" || word == "..." || word == "\"" || word == ")" || word == "]"; }

}  // namespace

bool SpeechReader::all_capitals(Index first, Index last) const {
  bool any = false;
  for (Index i = first; i < last; ++i) {
    const Shape shape = document_.tokens[i].shape;
    if (shape == Shape::lower || shape == Shape::mixed || (shape == Shape::capitalised && lower(i).size() > 2 && lower(i).substr(0, 2) != "mc")) return false;
    any |= shape == Shape::upper;
  }
  return any;
}

std::vector<Index> SpeechReader::first_person(const Span& span) const {
  const auto [first, last] = mentions_in(document_, span);
  for (Index m = first; m < last; ++m) {
    if (document_.mentions[m].entity != kNone && document_.mentions[m].type == MentionType::person) return {m};
  }
  return {};
}

/// "X said:", "President of Russia Vladimir Putin:": the words before the colon are mentions of people, little else.
std::optional<SpeechReader::Label> SpeechReader::spoken_label(Index first, Index colon) const {
  Label label;
  label.first = first;
  label.colon = colon;
  Index at = colon;
  for (Index i = first; i < colon; ++i) {
    const auto match = lexicon_.match(document_.tokens, i, colon);
    if (match.cue && match.cue->has(Cue::label) && i + match.length == colon && i > first) {
      label.cue = i;
      at = i;
    }
  }
  // A comment before "said" is allowed ("Welcoming the guests, X said:"), before a bare colon it is not.
  std::vector<Index> mentions = mentions_before(document_, sentence_of(first), at);
  std::erase_if(mentions, [&](Index m) {
    const Mention& mention = document_.mentions[m];
    return mention.entity == kNone || (mention.type != MentionType::person && mention.type != MentionType::office && mention.type != MentionType::group);
  });
  // "CEO of X Corporation Ana Silva Silva AnaCEO of X Corporation:" ends with a body: who is named first speaks.
  if (mentions.empty() && label.cue == kNone) mentions = first_person(span_of(first, colon));
  if (mentions.empty() || mentions.size() > 2) return std::nullopt;
  if (label.cue == kNone) {
    const auto [m_first, m_last] = mentions_in(document_, span_of(first, colon));
    uint32_t covered = 0;
    for (Index m = m_first; m < m_last; ++m) covered += document_.mentions[m].span.size();
    if (covered * 10 < span_of(first, colon).size() * 7) return std::nullopt;
    if (document_.mentions[m_first].span.begin > document_.tokens[first].span.begin + 4) return std::nullopt;
  } else if (colon + 1 < document_.tokens.size() && block_of(colon).span == block_of(colon + 1).span && (word(colon + 1) == "\"" || word(colon + 1) == "“" || word(colon + 1) == "«")) {
    return std::nullopt;  // a quotation follows: that is no turn
  }
  label.mentions = {mentions.back()};
  return label;
}

std::optional<SpeechReader::Label> SpeechReader::label_at(Index first) const {
  if (document_.tokens[first].span.part == Part::title) return std::nullopt;
  const Sentence& sentence = sentence_of(first);
  const bool opens_block = document_.sentences[block_of(first).first].first == first;
  // "Q" alone: an interviewer whom the transcript does not name.
  if (opens_block && word(first) == "Q" && first + 1 < block_end(first)) {
    Label label;
    label.first = first;
    label.bare = lower(first + 1) != ":";
    label.colon = label.bare ? first : first + 1;
    return label;
  }
  const Index limit = std::min<Index>(block_end(first), first + kLongestLabel);
  Index colon = first;
  while (colon < limit && lower(colon) != ":") ++colon;
  if (colon == limit || colon == first) return std::nullopt;
  const bool own_sentence = sentence.first == first || ends_sentence(word(first - 1));
  if (!opens_block && !own_sentence) return std::nullopt;
  // "Question:", "Remark:": somebody in the room whom the transcript does not name.
  if (colon == first + 1 && document_.tokens[first].shape == Shape::capitalised && lexicon_.is(lower(first), "unnamed_label")) {
    Label label;
    label.first = first;
    label.colon = colon;
    return label;
  }
  if (opens_block && colon - first <= 8 && all_capitals(first, colon)) {
    Label label;
    label.first = first;
    label.colon = colon;
    const auto [m_first, m_last] = mentions_in(document_, span_of(first, colon));
    for (Index m = m_first; m < m_last; ++m) {
      const MentionType type = document_.mentions[m].type;
      if (document_.mentions[m].entity != kNone && (type == MentionType::person || type == MentionType::office)) label.mentions = {m};
    }
    return label;
  }
  auto label = spoken_label(first, colon);
  if (label && label->cue != kNone && colon + 1 < block_end(first) && !opens_block) return std::nullopt;
  if (label && label->cue != kNone && colon + 1 < block_end(first)) {
    // "X said: we are ..." inside one paragraph is reported speech unless a dash opens it.
    if (lower(colon + 1) != "-") return std::nullopt;
  }
  return label;
}

/// A label without a name on record ("Q", "MODERATOR") gives a speaker called as written.
Index SpeechReader::label_speaker(const Label& label) {
  const std::string name(document_.of(span_of(label.first, label.bare ? label.first + 1 : label.colon)));
  const auto [known, fresh] = named_labels_.try_emplace(name, static_cast<Index>(document_.entities.size()));
  if (fresh) {
    Entity entity;
    entity.stage = "speech";
    entity.type = name.size() <= 2 ? MentionType::group : MentionType::person;
    entity.name = name;
    entity.names = {name};
    document_.entities.push_back(std::move(entity));
  }
  Mention mention;
  mention.stage = "speech";
  mention.span = span_of(label.first, label.bare ? label.first + 1 : label.colon);
  mention.type = document_.entities[known->second].type;
  mention.form = Form::title;
  mention.entity = known->second;
  document_.mentions.push_back(std::move(mention));  // add_turns() sorts
  return known->second;
}

/// After "X said:" the narrative may come back in the third person; a transcript goes on to the next label.
Index SpeechReader::turn_end(const Label& label, Index content, Index next) const {
  Index end = next;
  const Index speaker = label.mentions.empty() ? kNone : document_.mentions[label.mentions[0]].entity;
  for (Index b = sentence_of(content).block; b < document_.blocks.size(); ++b) {
    const Block& block = document_.blocks[b];
    if (block.span.part == Part::title) continue;
    if (block.first == block.last) {
      if (block.kind == BlockKind::separator && b + 1 < document_.blocks.size() && block.span.begin > document_.tokens[content].span.begin) {
        const Block& after = document_.blocks[b + 1];
        if (after.first == after.last || document_.sentences[after.first].first >= next) continue;
        return document_.sentences[after.first].first;
      }
      continue;
    }
    const Index first = document_.sentences[block.first].first;
    if (first >= next) break;
    if (first <= content || label.cue == kNone) continue;
    const Sentence& opening = document_.sentences[block.first];
    const auto subject = sentence_subject(document_, opening);
    bool personal = false;
    for (Index i = first; i < document_.sentences[block.last - 1].last; ++i) personal |= lower(i) == "i" || lower(i) == "we" || lower(i) == "you" || lower(i) == "my" || lower(i) == "our" || lower(i) == "your" || lower(i) == "us";
    if (!subject.empty() && !personal && document_.mentions[subject[0]].entity != kNone && speaker != kNone && document_.mentions[subject[0]].span.begin < opening.span.begin + 80) return first;
  }
  return end;
}

void SpeechReader::add_turn(const Label& label, Index next) {
  Index content = label.colon + 1;
  while (content < next && (lower(content) == "-" || lower(content) == ":")) ++content;
  if (content >= next) return;
  Index end = turn_end(label, content, next);
  // "11:30 A.M. EDT" on a line of its own closes a transcript.
  while (end > content) {
    const Index first = document_.sentences[block_of(end - 1).first].first;
    const bool clock = end - first <= 5 && first > content && document_.tokens[first].shape == Shape::number && first + 1 < end && (lower(first + 1) == "a.m." || lower(first + 1) == "p.m.");
    const bool marker = end - first <= 4 && first > content && lower(first) == "end" && document_.tokens[first].shape == Shape::upper;
    if (!clock && !marker) break;
    end = first;
  }
  if (end <= content) return;
  for (Index i = label.first; i < content; ++i) region_[i] = Region::label;
  for (Index i = content; i < end; ++i) region_[i] = Region::turn;
  Statement& turn = add_statement(StatementMode::turn, content, end, label.mentions);
  TurnLabel mark;
  mark.span = span_of(label.first, label.bare ? label.first + 1 : label.colon);
  mark.content = turn.span;
  turn.speaker_span = mark.span;
  if (label.cue != kNone) {
    turn.cue = span_of(label.cue, label.colon);
    turn.cue_lemma = lexicon_.match(document_.tokens, label.cue, label.colon).cue->lemma;
  }
  document_.labels.push_back(mark);
}

void SpeechReader::find_turns() {
  std::vector<Label> labels;
  for (Index b = 0; b < document_.blocks.size(); ++b) {
    const Block& block = document_.blocks[b];
    if (block.first == block.last) continue;
    Index from = document_.sentences[block.first].first;
    for (Index s = block.first; s < block.last; ++s) {
      const Index first = std::max(from, document_.sentences[s].first);
      if (first >= document_.sentences[s].last) continue;
      if (auto label = label_at(first)) {
        from = label->colon + 1;
        labels.push_back(std::move(*label));
      }
    }
  }
  add_turns(labels);
}

void SpeechReader::add_turns(const std::vector<Label>& labels) {
  const Index tokens = static_cast<Index>(document_.tokens.size());
  for (size_t i = 0; i < labels.size(); ++i) add_turn(labels[i], i + 1 < labels.size() ? labels[i + 1].first : tokens);
  for (Statement& turn : document_.statements) {
    if (!turn.speakers.empty()) continue;
    const auto label = std::lower_bound(labels.begin(), labels.end(), turn.speaker_span.begin,
                                        [&](const Label& l, uint32_t begin) { return document_.tokens[l.first].span.begin < begin; });
    if (label != labels.end() && document_.tokens[label->first].span.begin == turn.speaker_span.begin) turn.speakers = {label_speaker(*label)};
  }
  sort_mentions(document_.mentions);
}

/// The one whose name opens the turn ("Mr Silva, thank you"), else the other one of two who talk.
void SpeechReader::find_addressees() {
  std::vector<Index> speakers;
  for (const Statement& turn : document_.statements) {
    for (const Index s : turn.speakers) {
      if (std::find(speakers.begin(), speakers.end(), s) == speakers.end()) speakers.push_back(s);
    }
  }
  for (Statement& turn : document_.statements) {
    const auto [first, last] = mentions_in(document_, {turn.span.begin, std::min(turn.span.end, turn.span.begin + 60), turn.span.part});
    for (Index m = first; m < last && turn.addressee == kNone; ++m) {
      const Mention& mention = document_.mentions[m];
      const bool person = mention.entity != kNone && document_.entities[mention.entity].type == MentionType::person;
      const Index end = document_.tokens_in(mention.span).second;
      const bool called = end < document_.tokens.size() && (lower(end) == "," || lower(end) == "!");
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
