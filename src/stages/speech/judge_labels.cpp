// Which of the candidates open turns: judged with all of them in sight.
#include <algorithm>

#include "stages/speech/labels.hpp"

namespace chancery {
namespace {

constexpr size_t kTranscript = 2;      // so many labels show a document's manner
constexpr Index kWordsOfOpening = 400;  // how far somebody who speaks is looked for

}  // namespace

std::string LabelFinder::key_of(const SpeakerLabel& label) const {
  std::string key;
  for (Index i = label.first; i < label.last; ++i) key += lower(i) + ' ';
  return key;
}

LabelFinder::Counts LabelFinder::count() const {
  Counts counts;
  for (const SpeakerLabel& label : found_) {
    ++counts.by_key[key_of(label)];
    if (label.mention != kNone) ++counts.by_entity[document_.mentions[label.mention].entity];
    counts.named += label.manner == Manner::name;
    if (!label.opens_line || label.quoted) continue;
    const bool shown = label.manner == Manner::question || (label.manner == Manner::capitals && (label.mention != kNone || names_role(label.first, label.last)));
    (shown ? counts.in_capitals : counts.opening) += 1;
  }
  return counts;
}

/// Somebody is spoken to or speaks for himself: a list of participants and a heading have neither.
bool LabelFinder::addresses_somebody(size_t index) const {
  const Index first = found_[index].content;
  Index end = index + 1 < found_.size() ? found_[index + 1].first : static_cast<Index>(document_.tokens.size());
  end = std::min(end, first + kWordsOfOpening);
  for (Index i = first; i < end; ++i) {
    if (lexicon_.is(lower(i), "spoken") || word(i) == "?" || word(i) == "!") return true;
  }
  return false;
}

bool LabelFinder::ends_as_sentence(const SpeakerLabel& label) const {
  const Block& block = document_.blocks[document_.sentences[document_.tokens[label.content].sentence].block];
  return ends_sentence(document_.sentences[block.last - 1].last - 1);
}

/// "Participants:" above a list. What "X said:" stands above may be set as one.
bool LabelFinder::heads_list(const SpeakerLabel& label) const {
  const Index block = document_.sentences[document_.tokens[label.content].sentence].block;
  return label.manner != Manner::cue && document_.blocks[block].kind == BlockKind::list_item && document_.sentences[document_.tokens[label.first].sentence].block != block;
}

bool LabelFinder::is_turn_in_capitals(const SpeakerLabel& label, size_t again, const Counts& counts) const {
  const bool role = names_role(label.first, label.last);
  if (label.mention != kNone || role) return label.opens_line || counts.in_capitals > 0;
  if (again >= 2) return label.opens_line && counts.in_capitals > 0;
  // Once alone it may be a misprint ("THE PRESIDEN") or a name in the dark, but no "NOTE" and no "H.R. 12".
  const bool numbered = std::any_of(document_.tokens.begin() + label.first, document_.tokens.begin() + label.last, [](const Token& t) { return t.shape == Shape::number; });
  return label.opens_line && !numbered && label.last - label.first >= 2 && counts.in_capitals >= kTranscript;
}

bool LabelFinder::is_turn(size_t index, const Counts& counts) const {
  const SpeakerLabel& label = found_[index];
  const size_t again = counts.by_key.at(key_of(label));
  if (heads_list(label)) return false;
  if (label.manner == Manner::question) return counts.in_capitals >= kTranscript;
  if (label.manner == Manner::capitals) return is_turn_in_capitals(label, again, counts);
  const bool in_capitals = counts.in_capitals >= kTranscript;
  if (in_capitals && (again < 2 || !label.opens_line)) return false;  // the document keeps to one manner
  if (label.manner == Manner::cue) return true;
  const size_t spoken = label.mention == kNone ? again : std::max(again, counts.by_entity.at(document_.mentions[label.mention].entity));
  if (label.manner == Manner::unnamed && found_.size() < kTranscript) return false;
  const bool in_transcript = counts.opening + counts.in_capitals > 0 || counts.named > kTranscript;
  if (spoken >= kTranscript && in_transcript && ends_as_sentence(label)) return true;
  if (!label.opens_line) {
    const bool in_full = label.mention != kNone && document_.of(document_.mentions[label.mention].span).find(' ') != std::string_view::npos;
    return (in_transcript || spoken >= kTranscript) && ((counts.opening > 0 && in_full) || addresses_somebody(index));
  }
  const Block& block = document_.blocks[document_.sentences[document_.tokens[label.first].sentence].block];
  if (block.kind == BlockKind::list_item && lower(document_.sentences[block.first].first) != "-") return false;
  return label.quoted || addresses_somebody(index);
}

std::vector<SpeakerLabel> LabelFinder::run() {
  for (const Block& block : document_.blocks) {
    if (block.span.part == Part::text && block.first != block.last) scan(block);
  }
  const Counts counts = count();
  std::vector<SpeakerLabel> turns;
  for (size_t i = 0; i < found_.size(); ++i) {
    if (is_turn(i, counts)) turns.push_back(found_[i]);
  }
  return turns;
}

}  // namespace chancery
