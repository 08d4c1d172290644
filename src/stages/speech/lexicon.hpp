// Cues of speech and the small word classes around them, read from data/speech/<language>/.
// Immutable after load, shared by threads. A malformed line throws Error(input) with file and line.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/phrase_index.hpp"
#include "knowledge/word_classes.hpp"

namespace chancery {

struct Cue {
  enum Frame : uint16_t { quote = 1, that = 2, clause = 4, np = 8, on = 16, to = 32, hearer = 64, denied = 128, label = 256 };
  std::string lemma;
  uint16_t frames = 0;
  bool has(Frame frame) const { return (frames & frame) != 0; }
};

class SpeechLexicon {
 public:
  static SpeechLexicon load(const std::filesystem::path& folder);

  struct Match {
    const Cue* cue = nullptr;
    Index length = 0;  ///< tokens
  };
  /// The longest cue that begins at token `at`.
  Match match(const std::vector<Token>& tokens, Index at, Index end) const;

  /// Whether a word belongs to a class of words.txt: "adverb", "passive" ...
  bool is(std::string_view lower, const std::string& word_class) const { return classes_.has(lower, word_class); }

 private:
  std::vector<Cue> cues_;
  PhraseIndex forms_;
  WordClasses classes_;
};

}  // namespace chancery
