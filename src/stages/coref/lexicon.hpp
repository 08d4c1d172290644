// What the coreference stage knows of words, from data/coref/en: group nouns, nouns for people, verbs, and the weights
// of the ranking. Immutable after load, shared by threads. Throws Error(input) with file and line where a line is wrong.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <unordered_map>

#include "document/facts.hpp"
#include "knowledge/word_classes.hpp"

namespace chancery::coref {

/// What speaks for or against a referent of a pronoun; data/coref/en/weights.tsv says each in words.
enum class Feature : uint8_t {
  clause_subject, matrix_subject, possessor_joined, beneficiary, parallel, ahead,
  subject, object, oblique, possessor, modifier,
  same_sentence, previous_sentence, sentences_back,
  centre, latest, pronominal, gender_agrees, gender_open, opening, often,
  unnamed, quoted_apart, quoted_speaker, inanimate, body,
  count
};
inline constexpr size_t kFeatures = static_cast<size_t>(Feature::count);

struct Weights {
  std::array<double, kFeatures> of{};
  double least = 0;   ///< a referent with a lower score is none
  double margin = 0;  ///< by how much the best must lead the next one
};

class CorefLexicon {
 public:
  static CorefLexicon load(const std::filesystem::path& folder);

  /// A plural noun that with "the" or "both" stands for people: whether for those the release is about; null: none.
  const bool* group(const std::string& noun) const;
  /// A noun for one person ("wife", "soldier"), with its gender; null: none.
  const Gender* person(const std::string& lemma) const;
  bool is(std::string_view word, const std::string& name) const { return classes_.has(word, name); }
  const Weights& singular() const { return singular_; }
  const Weights& plural() const { return plural_; }

 private:
  void load_groups(const std::filesystem::path& file);
  void load_people(const std::filesystem::path& file);
  void load_weights(const std::filesystem::path& file);

  std::unordered_map<std::string, bool> groups_;
  std::unordered_map<std::string, Gender> people_;
  WordClasses classes_;
  Weights singular_, plural_;
};

}  // namespace chancery::coref
