// Reads one file of patterns into the book. Lines: "[ROOT mode context]", "@class = words", a pattern with an arrow,
// "e.g." and "not:" with a sentence; "#" begins a comment. Throws Error(input) with file and line.
#pragma once

#include "stages/codes/patterns.hpp"

namespace chancery::codes {

class PatternFile {
 public:
  PatternFile(const std::filesystem::path& file, PatternBook& book) : file_(file), book_(book) {}
  void read();

 private:
  void take(std::string_view line);
  void take_header(std::string_view line);
  void take_class(std::string_view line);
  void take_pattern(std::string_view line, std::string_view arrow);
  void take_example(std::string_view sentence, bool holds);
  std::vector<std::string> words(std::string_view cell) const;
  std::string_view marked(std::string& text, char open, char close) const;
  [[noreturn]] void fail(const std::string& what) const;

  const std::filesystem::path& file_;
  PatternBook& book_;
  size_t line_ = 0;
  std::string root_, mode_, context_;
  std::unordered_map<std::string, std::vector<std::string>> classes_;
};

}  // namespace chancery::codes
