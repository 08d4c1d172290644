#include "stages/segment/abbreviations.hpp"

#include <fmt/format.h>

#include <sstream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/utf8.hpp"

namespace chancery {
namespace {

/// "j", "j.r": single letters parted by stops.
bool is_initials(std::string_view lower) {
  for (size_t i = 0; i < lower.size();) {
    const auto letter = utf8::decode(lower, i);
    if (!utf8::is_letter(letter.code_point)) return false;
    i += letter.length;
    if (i == lower.size()) return true;
    if (lower[i] != '.') return false;
    ++i;
  }
  return false;
}

}  // namespace

Abbreviations Abbreviations::load(const std::filesystem::path& file) {
  static const std::unordered_map<std::string, Abbreviation> classes = {
      {"title", Abbreviation::title}, {"inner", Abbreviation::inner}, {"figure", Abbreviation::figure}, {"capital", Abbreviation::capital}, {"either", Abbreviation::either}};
  Abbreviations result;
  std::istringstream lines(read_file(file));
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string kind, word;
    words >> kind;
    const auto found = classes.find(kind);
    if (found == classes.end()) {
      throw Error(ErrorKind::input, fmt::format("{}:{}: \"{}\" is no class of abbreviation; write title, inner, figure, capital or either", file.string(), number, kind));
    }
    while (words >> word) result.words_.emplace(word, found->second);
  }
  return result;
}

Abbreviation Abbreviations::find(std::string_view lower) const {
  const auto found = words_.find(std::string(lower));
  if (found != words_.end()) return found->second;
  return is_initials(lower) ? Abbreviation::title : Abbreviation::none;
}

}  // namespace chancery
