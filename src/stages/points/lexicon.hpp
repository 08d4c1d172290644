// The cues of points and the small word classes around them, read from data/points/<language>/; the format is told in
// the head of cues.tsv. Immutable after load, shared by threads. A malformed line throws Error(input) with file and line.
#pragma once

#include <filesystem>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "knowledge/word_classes.hpp"
#include "knowledge/words.hpp"

namespace chancery::points {

/// Where the topic of a cue stands.
struct Frame {
  enum class Kind : uint8_t { object, that, clause, infinitive, whom_and_infinitive, infinitive_after_whom, subject, here, preposition };
  Kind kind = Kind::object;
  std::string preposition;
};

struct Cue {
  enum Flag : uint16_t { joint = 1, talks = 2, sides = 4, told = 8, restates = 16, hearer = 32, joined = 64, none = 128, mutual = 256, open = 512 };
  std::vector<std::vector<std::string>> words;  ///< lemmas that may stand in each place; an empty place is a gap
  PointAct act = PointAct::discussed;
  std::vector<Frame> frames;
  uint16_t flags = 0;
  bool crosses_nouns = true;  ///< whether a gap may hold a noun of its own: "expressed shock and outrage"
  bool has(Flag flag) const { return (flags & flag) != 0; }
};

struct CueMatch {
  const Cue* cue = nullptr;
  Index first = 0, last = 0;  ///< tokens, half-open
  size_t words = 0;           ///< of the cue, without what its gaps took
};

class Lexicon {
 public:
  static Lexicon load(const std::filesystem::path& folder);

  /// The cue of most words, but fewer than `below`, that begins at token `at` and ends before `end`.
  CueMatch match(const std::vector<Token>& tokens, Index at, Index end, size_t below = SIZE_MAX) const;
  /// The cue that begins with the verb at `verb` and whose last word is at `noun`: for "expressed thanks and support".
  CueMatch match_with(const std::vector<Token>& tokens, Index verb, Index noun) const;

  /// Whether a word belongs to a class of words.txt.
  bool is(std::string_view word, const std::string& word_class) const { return classes_.has(word, word_class); }
  bool is(const Token& token, const std::string& word_class) const { return is(token.lemma, word_class) || is(token.lower, word_class); }

 private:
  void add(Cue cue);
  void set_crossing();

  std::vector<Cue> cues_;
  TextMap<std::vector<uint32_t>> by_first_;
  WordClasses classes_;
};

}  // namespace chancery::points
