#include "questions/compare/lexicon.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "knowledge/table.hpp"
#include "knowledge/phrase.hpp"

namespace chancery::questions::compare {
namespace {

constexpr double kReleases = 1000;
constexpr double kUncounted = 1;  ///< a word that the table does not hold stands in about this many of a thousand
constexpr double kLeastWeight = 0.1;

bool says(const Token& token, const std::string& word) { return token.lower == word || token.lemma == word; }

}  // namespace

Lexicon Lexicon::load(const std::filesystem::path& data_folder) {
  Lexicon lexicon;
  const auto folder = data_folder / "compare";
  for_each_row(folder / "words.tsv", 2, [&](const Row& row) {
    double count = 0;
    const auto [end, error] = std::from_chars(row[1].data(), row[1].data() + row[1].size(), count);
    if (error != std::errc() || end != row[1].data() + row[1].size() || count <= 0) row.fail("the count is no number above 0");
    lexicon.counts_[std::string(row[0])] = count;
  });
  for_each_row(folder / "names.tsv", 3, [&](const Row& row) {
    if (row[0] != "thing" && row[0] != "matter") row.fail("the kind is neither \"thing\" nor \"matter\"");
    const auto number = static_cast<uint32_t>(lexicon.subjects_.size());
    lexicon.subjects_.push_back({std::string(row[1]), row[0] == "thing"});
    for (const std::string_view name : row.list(2)) {
      auto words = split_words(name);
      if (words.empty()) row.fail("a name has no words");
      lexicon.names_[words.front()].push_back({std::move(words), number});
    }
  });
  for (auto& [first, names] : lexicon.names_) {
    std::ranges::stable_sort(names, [](const Name& a, const Name& b) { return a.words.size() > b.words.size(); });
  }
  for_each_row(folder / "prominence.txt", 1, [&](const Row& row) {
    std::string phrase;
    for (const std::string& word : split_words(row[0])) phrase += (phrase.empty() ? "" : " ") + word;
    lexicon.prominence_.add(phrase, 0);
  });
  lexicon.classes_ = WordClasses::load(folder / "classes.txt");
  return lexicon;
}

double Lexicon::weight_of(std::string_view lemma) const {
  const auto found = counts_.find(std::string(lemma));
  return std::log(kReleases / (found == counts_.end() ? kUncounted : std::min(found->second, kReleases))) + kLeastWeight;
}

Lexicon::Match Lexicon::match(const std::vector<Token>& tokens, Index at, Index end) const {
  for (const std::string* first : {&tokens[at].lower, &tokens[at].lemma}) {
    const auto found = names_.find(*first);
    if (found == names_.end()) continue;
    for (const Name& name : found->second) {
      if (at + name.words.size() > end) continue;
      bool fits = true;
      for (size_t i = 1; fits && i < name.words.size(); ++i) fits = says(tokens[at + i], name.words[i]);
      if (fits) return {static_cast<Index>(name.words.size()), name.subject};
    }
  }
  return {};
}

std::optional<uint32_t> Lexicon::subject_of(const std::string& word) const {
  const auto found = names_.find(word);
  if (found == names_.end() || found->second.back().words.size() > 1) return {};
  return found->second.back().subject;
}

}  // namespace chancery::questions::compare
