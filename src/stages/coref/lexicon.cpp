#include "stages/coref/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "knowledge/class_lines.hpp"
#include "knowledge/table.hpp"

namespace chancery::coref {
namespace {

constexpr std::array<std::string_view, kFeatures> kNames = {
    "clause_subject", "matrix_subject", "possessor_joined", "beneficiary", "parallel", "ahead",
    "subject", "object", "oblique", "possessor", "modifier",
    "same_sentence", "previous_sentence", "sentences_back",
    "centre", "latest", "pronominal", "gender_agrees", "gender_open", "opening", "often",
    "unnamed", "quoted_apart", "quoted_speaker", "inanimate", "body"};

double number_in(const Row& row, size_t column) {
  double value = 0;
  const std::string_view cell = row[column];
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (problem != std::errc() || end != cell.data() + cell.size()) row.fail(fmt::format("\"{}\" is no number", cell));
  return value;
}

}  // namespace

CorefLexicon CorefLexicon::load(const std::filesystem::path& folder) {
  CorefLexicon lexicon;
  lexicon.load_groups(folder / "groups.txt");
  lexicon.load_people(folder / "people.txt");
  lexicon.load_weights(folder / "weights.tsv");
  lexicon.classes_ = WordClasses::load(folder / "words.txt");
  return lexicon;
}

void CorefLexicon::load_groups(const std::filesystem::path& file) {
  for_each_in_class(file, "no class of words here", [&](const std::string& kind, const std::string& noun) {
    groups_.emplace(noun, kind == "principals");
    return kind == "principals" || kind == "others";
  });
}

void CorefLexicon::load_people(const std::filesystem::path& file) {
  for_each_in_class(file, "no class of words here", [&](const std::string& kind, const std::string& noun) {
    const Gender gender = kind == "male" ? Gender::male : kind == "female" ? Gender::female : Gender::unknown;
    people_.emplace(noun, gender);
    return kind == "male" || kind == "female" || kind == "person";
  });
}

void CorefLexicon::load_weights(const std::filesystem::path& file) {
  for_each_row(file, 3, [&](const Row& row) {
    const double one = number_in(row, 1), many = number_in(row, 2);
    if (row[0] == "least") {
      singular_.least = one, plural_.least = many;
    } else if (row[0] == "margin") {
      singular_.margin = one, plural_.margin = many;
    } else {
      const auto place = std::find(kNames.begin(), kNames.end(), row[0]);
      if (place == kNames.end()) row.fail(fmt::format("\"{}\" is no feature", row[0]));
      singular_.of[static_cast<size_t>(place - kNames.begin())] = one;
      plural_.of[static_cast<size_t>(place - kNames.begin())] = many;
    }
  });
}

const bool* CorefLexicon::group(const std::string& noun) const {
  const auto found = groups_.find(noun);
  return found == groups_.end() ? nullptr : &found->second;
}

const Gender* CorefLexicon::person(const std::string& lemma) const {
  const auto found = people_.find(lemma);
  return found == people_.end() ? nullptr : &found->second;
}

}  // namespace chancery::coref
