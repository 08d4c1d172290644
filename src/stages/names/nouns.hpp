// Words that show what kind of thing a capitalised name is, read from data/names/<language>/nouns.tsv.
// Immutable after load, shared by threads. A malformed line throws Error(input) with file and line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace chancery {

class NameNouns {
 public:
  enum Kind : uint16_t { organisation = 1, place = 2, event = 4, group = 8, particle = 16, suffix = 32, calendar = 64, closed = 128, verb = 256, area = 512 };

  static NameNouns load(const std::filesystem::path& file);
  /// `lower`: a token's lower form. Plurals of organisation, place, event and group words are known too.
  bool is(std::string_view lower, Kind kind) const;
  /// True for the plural form of a group noun: "representatives".
  bool is_plural_group(std::string_view lower) const;

 private:
  void add(const std::string& word, uint16_t kind) { words_[word] |= kind; }
  static constexpr uint16_t kPlural = 1 << 12;
  std::unordered_map<std::string, uint16_t> words_;
};

}  // namespace chancery
