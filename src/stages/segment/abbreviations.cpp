#include "stages/segment/abbreviations.hpp"

#include "base/utf8.hpp"
#include "knowledge/class_lines.hpp"

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
  for_each_in_class(file, "no class of abbreviation; write title, inner, figure, capital or either", [&](const std::string& name, const std::string& word) {
    const auto found = classes.find(name);
    if (found == classes.end()) return false;
    result.words_.emplace(word, found->second);
    return true;
  });
  return result;
}

Abbreviation Abbreviations::find(std::string_view lower) const {
  const auto found = words_.find(std::string(lower));
  if (found != words_.end()) return found->second;
  return is_initials(lower) ? Abbreviation::title : Abbreviation::none;
}

}  // namespace chancery
