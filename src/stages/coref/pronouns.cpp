#include "stages/coref/pronouns.hpp"

#include <array>
#include <utility>

namespace chancery::coref {
namespace {

constexpr auto kMale = Gender::male, kFemale = Gender::female, kAny = Gender::unknown;

constexpr std::array<std::pair<std::string_view, Pronoun>, 29> kPronouns = {{
    {"he", {3, false, kMale, Case::subject}},        {"him", {3, false, kMale, Case::object}},         {"his", {3, false, kMale, Case::possessive}},
    {"himself", {3, false, kMale, Case::reflexive}}, {"she", {3, false, kFemale, Case::subject}},      {"her", {3, false, kFemale, Case::object}},
    {"hers", {3, false, kFemale, Case::possessive}}, {"herself", {3, false, kFemale, Case::reflexive}}, {"they", {3, true, kAny, Case::subject}},
    {"them", {3, true, kAny, Case::object}},         {"their", {3, true, kAny, Case::possessive}},     {"theirs", {3, true, kAny, Case::possessive}},
    {"themselves", {3, true, kAny, Case::reflexive}}, {"i", {1, false, kAny, Case::subject}},          {"me", {1, false, kAny, Case::object}},
    {"my", {1, false, kAny, Case::possessive}},      {"mine", {1, false, kAny, Case::possessive}},     {"myself", {1, false, kAny, Case::reflexive}},
    {"we", {1, true, kAny, Case::subject}},          {"us", {1, true, kAny, Case::object}},            {"our", {1, true, kAny, Case::possessive}},
    {"ours", {1, true, kAny, Case::possessive}},     {"ourselves", {1, true, kAny, Case::reflexive}},  {"you", {2, false, kAny, Case::subject}},
    {"your", {2, false, kAny, Case::possessive}},    {"yours", {2, false, kAny, Case::possessive}},    {"yourself", {2, false, kAny, Case::reflexive}},
    {"yourselves", {2, true, kAny, Case::reflexive}}, {"themself", {3, true, kAny, Case::reflexive}},
}};

}  // namespace

Pronoun pronoun_of(std::string_view lower, bool possessive) {
  if (lower.empty() || lower.size() > 10) return {};
  for (const auto& [form, pronoun] : kPronouns) {
    if (form != lower) continue;
    Pronoun found = pronoun;
    if (lower == "her" && possessive) found.form = Case::possessive;
    return found;
  }
  return {};
}

}  // namespace chancery::coref
