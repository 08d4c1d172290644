// How words are cut inside a run of characters without white space, read from data/segment/<language>/spelling.txt:
// contractions written as one word, prefixes that keep their hyphen, units after figures, endings of file names.
// Immutable after load; shared by threads. A malformed line throws Error(input) with file and line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace chancery {

class Spelling {
 public:
  static Spelling load(const std::filesystem::path& file);

  /// Lengths in bytes of the parts of "dont", "cannot"; empty for a word that is one. `lower` is plain lower case.
  const std::vector<uint32_t>& parts(std::string_view lower) const;
  /// Does `lower`, the word after "its", show that "it's" is meant?
  bool follows_is(std::string_view lower) const { return has(follows_is_, lower); }
  bool is_prefix(std::string_view lower) const { return has(prefixes_, lower); }
  bool is_unit(std::string_view lower) const { return has(units_, lower); }
  bool is_ending(std::string_view lower) const { return has(endings_, lower); }

 private:
  using Words = std::unordered_set<std::string>;
  static bool has(const Words& words, std::string_view word) { return word.size() <= kLongest && words.count(std::string(word)) > 0; }

  static constexpr size_t kLongest = 24;
  std::unordered_map<std::string, std::vector<uint32_t>> parts_;
  Words follows_is_, prefixes_, units_, endings_;
};

}  // namespace chancery
