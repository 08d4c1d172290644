// What comparing two accounts needs to know of words: how common each is in releases, the names that one thing has, and
// words that say little of a topic. Read from data/compare/, whose files explain themselves.
//
// Immutable once loaded, shared by threads. Throws Error(io) for a missing file, Error(input) for a malformed line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"
#include "knowledge/phrase_index.hpp"
#include "knowledge/word_classes.hpp"

namespace chancery::questions::compare {

/// Something that has several names in use.
struct Subject {
  std::string label;
  bool thing = false;  ///< its names name one thing; else they just tell of one matter
};

class Lexicon {
 public:
  static Lexicon load(const std::filesystem::path& data_folder);

  /// How much it says that two passages share the word: the less common in releases, the more. At least 0.1.
  double weight_of(std::string_view lemma) const;
  bool is_light(std::string_view lemma) const { return classes_.has(lemma, "light"); }
  bool is_anaphor(std::string_view lemma) const { return classes_.has(lemma, "anaphor"); }
  bool is_modal(std::string_view lemma) const { return classes_.has(lemma, "modal"); }

  /// How many tokens from `at` on claim that a topic had the first place; 0: none.
  Index claims_prominence(const std::vector<Token>& tokens, Index at, Index end) const { return prominence_.match(tokens, at, end).length; }

  struct Match {
    Index length = 0;  ///< tokens; 0: no name begins here
    uint32_t subject = 0;
  };
  /// The longest name that begins at token `at` and ends before `end`.
  Match match(const std::vector<Token>& tokens, Index at, Index end) const;
  /// What a single word is a name of.
  std::optional<uint32_t> subject_of(const std::string& word) const;
  const Subject& subject(uint32_t number) const { return subjects_[number]; }

 private:
  struct Name {
    std::vector<std::string> words;
    uint32_t subject;
  };
  std::unordered_map<std::string, double> counts_;  ///< of a thousand releases
  std::vector<Subject> subjects_;
  std::unordered_map<std::string, std::vector<Name>> names_;  ///< by first word, longest first
  WordClasses classes_;
  PhraseIndex prominence_;
};

}  // namespace chancery::questions::compare
