// Turns of transcripts in languages of which no words are known: what shows a label is where it stands, how it is
// written and that it comes again. "В.Путин: ...", "Cumhurbaşkanı Erdoğan: ...", "Вопрос: ...".
#include <map>

#include "base/utf8.hpp"
#include "stages/speech/reader.hpp"

namespace chancery {
namespace {

constexpr Index kLongestLabel = 8;   // words before the colon
constexpr size_t kFewestTurns = 2;   // one label alone is a heading or a list

bool is_colon(std::string_view word) { return word == ":" || word == "："; }

/// Begins with a capital, or is of a script that has none.
bool may_be_name(std::string_view word) {
  const auto first = utf8::decode(word, 0).code_point;
  return utf8::is_letter(first) && (utf8::is_upper(first) || utf8::lower(first) == utf8::upper(first));
}

bool has_case(std::string_view word) {
  const auto first = utf8::decode(word, 0).code_point;
  return utf8::lower(first) != utf8::upper(first);
}

}  // namespace

/// The label that the words at the beginning of a paragraph could be.
std::optional<SpeakerLabel> SpeechReader::label_by_layout(const Block& block) const {
  if (block.span.part == Part::title || block.first == block.last) return std::nullopt;
  SpeakerLabel label;
  label.first = document_.sentences[block.first].first;
  const Index limit = std::min<Index>(block_end(label.first), label.first + kLongestLabel + 1);
  for (Index i = label.first; i < limit; ++i) {
    if (is_colon(word(i))) {
      label.last = i;
      label.content = i + 1;
      label.opens_line = true;
      return i > label.first && i + 1 < document_.tokens.size() ? std::optional(label) : std::nullopt;
    }
    const bool mark = word(i) == "." || word(i) == "-" || word(i) == "–" || word(i) == "'" || word(i) == "’";
    if (!(mark && i > label.first) && !may_be_name(word(i))) return std::nullopt;
  }
  return std::nullopt;
}

void SpeechReader::find_turns_by_layout() {
  std::vector<SpeakerLabel> candidates;
  std::map<std::string_view, size_t> times;
  const auto text_of = [&](const SpeakerLabel& label) { return document_.of(span_of(label.first, label.last)); };
  for (const Block& block : document_.blocks) {
    if (auto label = label_by_layout(block)) {
      ++times[text_of(*label)];
      candidates.push_back(std::move(*label));
    }
  }
  std::erase_if(candidates, [&](const SpeakerLabel& label) {
    const bool full_name = label.last - label.first > 1 && has_case(word(label.first));
    return times[text_of(label)] < kFewestTurns && !full_name;
  });
  if (candidates.size() >= kFewestTurns) add_turns(candidates);
}

}  // namespace chancery
