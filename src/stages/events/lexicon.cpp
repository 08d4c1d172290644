#include "stages/events/lexicon.hpp"

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
  for (std::string part; std::getline(stream, part, by);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

[[noreturn]] void refuse(const std::filesystem::path& file, int line, const std::string& why) {
  throw Error(ErrorKind::input, fmt::format("{}:{}: {}", file.string(), line, why));
}

template <typename Take>
void for_each_line(const std::filesystem::path& file, size_t columns, Take take) {
  std::istringstream lines(read_file(file));
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const auto cells = cut(line, '\t');
    if (cells.size() != columns) refuse(file, number, fmt::format("{} columns stand here, {} are wanted", cells.size(), columns));
    take(cells, number);
  }
}

}  // namespace

void EventLexicon::load_cues(const std::filesystem::path& file) {
  static const std::unordered_map<std::string, EventCue::Rank> ranks = {{"strong", EventCue::Rank::strong}, {"weak", EventCue::Rank::weak}, {"occasion", EventCue::Rank::occasion}};
  for_each_line(file, 4, [&](const std::vector<std::string>& cells, int number) {
    EventCue cue;
    const auto type = parse<EventType>(cells[0]);
    const auto rank = ranks.find(cells[2]);
    if (!type || rank == ranks.end()) refuse(file, number, "the type or the rank is not known");
    cue.type = *type;
    cue.verb = cells[1] == "verb";
    cue.rank = rank->second;
    cues_.push_back(cue);
    for (const auto& form : cut(cells[3], '|')) {
      const auto words = cut(form, ' ');
      forms_[words.front()].push_back({words, static_cast<uint32_t>(cues_.size() - 1)});
    }
  });
  for (auto& [first, forms] : forms_) {
    std::stable_sort(forms.begin(), forms.end(), [](const Form& a, const Form& b) { return a.words.size() > b.words.size(); });
  }
}

void EventLexicon::load_kinds(const std::filesystem::path& file) {
  for_each_line(file, 2, [&](const std::vector<std::string>& cells, int number) {
    const auto kind = parse<DocumentKind>(cells[0]);
    if (!kind) refuse(file, number, fmt::format("\"{}\" is no kind of document", cells[0]));
    for (std::string phrase : cut(cells[1], '|')) {
      KindPhrase one;
      one.kind = *kind;
      one.opens = phrase.starts_with('^');
      if (one.opens) phrase.erase(0, 1);
      one.words = cut(phrase, ' ');
      kinds_.push_back(std::move(one));
    }
  });
}

EventLexicon EventLexicon::load(const std::filesystem::path& folder) {
  EventLexicon lexicon;
  lexicon.load_cues(folder / "cues.tsv");
  lexicon.load_kinds(folder / "kinds.tsv");
  std::istringstream classes(read_file(folder / "words.txt"));
  for (std::string line; std::getline(classes, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto words = cut(line, ' ');
    lexicon.classes_[words[0]].insert(words.begin() + 1, words.end());
  }
  return lexicon;
}

EventLexicon::Match EventLexicon::match(const std::vector<Token>& tokens, Index at, Index end) const {
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

bool EventLexicon::is(std::string_view lower, const std::string& word_class) const {
  const auto found = classes_.find(word_class);
  return found != classes_.end() && found->second.contains(std::string(lower));
}

}  // namespace chancery
