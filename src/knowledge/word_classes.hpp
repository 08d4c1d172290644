// Small classes of words from a file: one line a class, its name first, then its words (Token::lower), parted by
// spaces; "#" begins a comment line. Immutable after load, shared by threads. Throws Error(io) where it is missing.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace chancery {

class WordClasses {
 public:
  static WordClasses load(const std::filesystem::path& file);
  bool has(std::string_view lower, const std::string& name) const;

 private:
  std::unordered_map<std::string, std::unordered_set<std::string>> classes_;
};

}  // namespace chancery
