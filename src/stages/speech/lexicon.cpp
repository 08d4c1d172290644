#include "stages/speech/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "base/error.hpp"
#include "base/file.hpp"

namespace chancery {
namespace {

std::vector<std::string> cut(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, by);) parts.push_back(part);
  return parts;
}

const std::unordered_map<std::string, uint16_t>& frames() {
  static const std::unordered_map<std::string, uint16_t> known = {{"quote", Cue::quote}, {"that", Cue::that}, {"clause", Cue::clause}, {"np", Cue::np}, {"on", Cue::on},
                                                                  {"to", Cue::to}, {"hearer", Cue::hearer}, {"denied", Cue::denied}, {"label", Cue::label}};
  return known;
}

}  // namespace

SpeechLexicon SpeechLexicon::load(const std::filesystem::path& folder) {
  SpeechLexicon lexicon;
  const auto cues = folder / "cues.tsv";
  std::istringstream lines(read_file(cues));
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const auto cells = cut(line, '\t');
    if (cells.size() != 3) throw Error(ErrorKind::input, fmt::format("{}:{}: a cue has three columns: lemma, forms, frames", cues.string(), number));
    Cue cue{cells[0], 0};
    for (const auto& frame : cut(cells[2], '|')) {
      const auto found = frames().find(frame);
      if (found == frames().end()) throw Error(ErrorKind::input, fmt::format("{}:{}: \"{}\" is no frame", cues.string(), number, frame));
      cue.frames |= found->second;
    }
    lexicon.cues_.push_back(std::move(cue));
    for (const auto& form : cut(cells[1], '|')) {
      const auto words = cut(form, ' ');
      lexicon.forms_[words.front()].push_back({words, static_cast<uint32_t>(lexicon.cues_.size() - 1)});
    }
  }
  for (auto& [first, forms] : lexicon.forms_) {
    std::stable_sort(forms.begin(), forms.end(), [](const Form& a, const Form& b) { return a.words.size() > b.words.size(); });
  }
  std::istringstream classes(read_file(folder / "words.txt"));
  for (std::string line; std::getline(classes, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string name, word;
    words >> name;
    while (words >> word) lexicon.classes_[name].insert(word);
  }
  return lexicon;
}

SpeechLexicon::Match SpeechLexicon::match(const std::vector<Token>& tokens, Index at, Index end) const {
  const auto found = forms_.find(tokens[at].lower);
  if (found == forms_.end()) return {};
  for (const Form& form : found->second) {
    if (at + form.words.size() > end) continue;
    bool same = true;
    for (size_t k = 1; same && k < form.words.size(); ++k) same = tokens[at + k].lower == form.words[k];
    if (same) return {&cues_[form.cue], static_cast<Index>(form.words.size())};
  }
  return {};
}

bool SpeechLexicon::is(std::string_view lower, const std::string& word_class) const {
  const auto found = classes_.find(word_class);
  return found != classes_.end() && found->second.contains(std::string(lower));
}

}  // namespace chancery
