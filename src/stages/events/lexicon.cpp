#include "stages/events/lexicon.hpp"

#include "knowledge/table.hpp"

namespace chancery {
namespace {

EventCue::Rank rank_named(const Row& row, std::string_view name) {
  if (name == "strong") return EventCue::Rank::strong;
  if (name == "weak") return EventCue::Rank::weak;
  if (name == "occasion") return EventCue::Rank::occasion;
  row.fail("\"" + std::string(name) + "\" is no rank");
}

template <typename E>
E named(const Row& row, std::string_view name) {
  const auto value = parse<E>(name);
  if (!value) row.fail("\"" + std::string(name) + "\" is not known here");
  return *value;
}

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words;
  while (!phrase.empty()) {
    const size_t space = std::min(phrase.find(' '), phrase.size());
    if (space > 0) words.emplace_back(phrase.substr(0, space));
    phrase.remove_prefix(std::min(space + 1, phrase.size()));
  }
  return words;
}

}  // namespace

EventLexicon EventLexicon::load(const std::filesystem::path& folder) {
  EventLexicon lexicon;
  for_each_row(folder / "cues.tsv", 4, [&](const Row& row) {
    lexicon.cues_.push_back({named<EventType>(row, row[0]), row[1] == "verb", rank_named(row, row[2])});
    for (const auto form : row.list(3)) lexicon.forms_.add(form, static_cast<uint32_t>(lexicon.cues_.size() - 1));
  });
  for_each_row(folder / "kinds.tsv", 2, [&](const Row& row) {
    for (std::string_view phrase : row.list(1)) {
      const bool opens = phrase.starts_with('^');
      if (opens) phrase.remove_prefix(1);
      lexicon.kinds_.push_back({named<DocumentKind>(row, row[0]), words_of(phrase), opens});
    }
  });
  for_each_row(folder / "terms.tsv", 3, [&](const Row& row) {
    const auto where = row[1] == "title" ? TermPlace::title : row[1] == "near" ? TermPlace::near : TermPlace::anywhere;
    if (where == TermPlace::anywhere && row[1] != "anywhere") row.fail("\"" + std::string(row[1]) + "\" is no place of a note");
    for (const std::string_view phrase : row.list(2)) lexicon.terms_.push_back({std::string(row[0]), where, words_of(phrase)});
  });
  lexicon.classes_ = WordClasses::load(folder / "words.txt");
  return lexicon;
}

EventLexicon::Match EventLexicon::match(const std::vector<Token>& tokens, Index at, Index end) const {
  const auto found = forms_.match(tokens, at, end);
  if (found.length == 0) return {};
  return {&cues_[found.value], found.length};
}

}  // namespace chancery
