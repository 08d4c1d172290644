// Phrases of a cue file and what they signal, matched on Token::lower.
//
// A cue file has the columns: phrase, kind, value (data/facts/*.tsv). "*" at the end of a word stands for any ending.
// Immutable after load, shared by threads. Throws Error(input) or Error(io) like all data files.
#pragma once

#include <array>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "knowledge/words.hpp"

namespace chancery::facts {

struct Cue {
  std::vector<std::string> words;
  std::string kind;
  std::string value;
};

struct CueMatch {
  size_t length = 0;  ///< tokens; 0: no cue
  const Cue* cue = nullptr;
  explicit operator bool() const { return length > 0; }
};

class Cues {
 public:
  /// The cues of several files together.
  static Cues load(const std::filesystem::path& folder, std::initializer_list<std::string_view> files);

  /// The longest cue of one of the kinds that begins at token `at` and ends before `end`.
  CueMatch at(const std::vector<Token>& tokens, size_t at, size_t end, std::initializer_list<std::string_view> kinds) const;
  /// The longest cue of one of the kinds that ends at token `last` (inclusive) and begins at `begin` or later.
  CueMatch ending(const std::vector<Token>& tokens, size_t last, size_t begin, std::initializer_list<std::string_view> kinds) const;
  /// A single word that is a cue of this kind.
  bool has(std::string_view word, std::string_view kind) const;

 private:
  void add(Cue cue);

  std::vector<Cue> cues_;
  TextMap<std::vector<uint32_t>> by_first_, by_last_;
  /// Cues that begin or end with a word of free ending, by that word's first byte.
  std::array<std::vector<uint32_t>, 256> with_open_first_, with_open_last_;
};

}  // namespace chancery::facts
