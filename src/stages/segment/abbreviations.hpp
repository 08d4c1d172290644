// Abbreviations that end in a full stop, read from data/segment/<language>/abbreviations.txt.
// Immutable after load; shared by threads. A malformed line throws Error(input) with file and line.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace chancery {

enum class Abbreviation : uint8_t { none, title, inner, figure, capital, either };

class Abbreviations {
 public:
  static Abbreviations load(const std::filesystem::path& file);
  /// `lower` without its last stop: "mr", "u.s". Initials ("j", "j.r") count as titles.
  Abbreviation find(std::string_view lower) const;

 private:
  std::unordered_map<std::string, Abbreviation> words_;
};

}  // namespace chancery
