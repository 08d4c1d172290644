#include "stages/names/nouns.hpp"

#include "knowledge/class_lines.hpp"

namespace chancery {
namespace {

std::string plural(const std::string& noun) {
  if (noun.ends_with("man")) return noun.substr(0, noun.size() - 2) + "en";
  if (noun.ends_with("y") && noun.size() > 2 && std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos) return noun.substr(0, noun.size() - 1) + "ies";
  if (noun.ends_with("s") || noun.ends_with("ch") || noun.ends_with("sh") || noun.ends_with("x")) return noun + "es";
  return noun + "s";
}

}  // namespace

NameNouns NameNouns::load(const std::filesystem::path& file) {
  static const std::unordered_map<std::string, uint16_t> kinds = {
      {"organisation", organisation}, {"place", place}, {"event", event}, {"group", group},
      {"particle", particle}, {"suffix", suffix}, {"calendar", calendar}, {"closed", closed}, {"verb", verb}, {"area", area}};
  NameNouns result;
  for_each_in_class(file, "no kind of noun", [&](const std::string& name, const std::string& word) {
    const auto found = kinds.find(name);
    if (found == kinds.end()) return false;
    result.add(word, found->second);
    if (found->second == group) result.add(plural(word), group | kPlural);
    if (found->second < group) result.add(plural(word), found->second);
    return true;
  });
  return result;
}

bool NameNouns::is(std::string_view lower, Kind kind) const {
  const auto found = words_.find(std::string(lower));
  return found != words_.end() && (found->second & kind) != 0;
}

bool NameNouns::is_plural_group(std::string_view lower) const {
  const auto found = words_.find(std::string(lower));
  return found != words_.end() && (found->second & kPlural) != 0;
}

}  // namespace chancery
