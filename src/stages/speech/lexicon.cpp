#include "stages/speech/lexicon.hpp"

#include <unordered_map>

#include "knowledge/table.hpp"

namespace chancery {
namespace {

uint16_t frame_named(const Row& row, std::string_view name) {
  static const std::unordered_map<std::string_view, uint16_t> known = {{"quote", Cue::quote}, {"that", Cue::that},     {"clause", Cue::clause}, {"np", Cue::np},      {"on", Cue::on},
                                                                       {"to", Cue::to},       {"hearer", Cue::hearer}, {"denied", Cue::denied}, {"label", Cue::label}};
  const auto found = known.find(name);
  if (found == known.end()) row.fail("\"" + std::string(name) + "\" is no frame");
  return found->second;
}

}  // namespace

SpeechLexicon SpeechLexicon::load(const std::filesystem::path& folder) {
  SpeechLexicon lexicon;
  for_each_row(folder / "cues.tsv", 3, [&](const Row& row) {
    Cue cue{std::string(row[0]), 0};
    for (const auto frame : row.list(2)) cue.frames |= frame_named(row, frame);
    lexicon.cues_.push_back(std::move(cue));
    for (const auto form : row.list(1)) lexicon.forms_.add(form, static_cast<uint32_t>(lexicon.cues_.size() - 1));
  });
  lexicon.classes_ = WordClasses::load(folder / "words.txt");
  return lexicon;
}

SpeechLexicon::Match SpeechLexicon::match(const std::vector<Token>& tokens, Index at, Index end) const {
  const auto found = forms_.match(tokens, at, end);
  if (found.length == 0) return {};
  return {&cues_[found.value], found.length};
}

}  // namespace chancery
