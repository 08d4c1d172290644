#include "stages/times/fields.hpp"

#include <charconv>
#include <cmath>
#include <span>

namespace chancery::times {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view kFields[] = {
    "year",     "era",   "month", "day",   "day2",      "month2", "year2", "weekday", "quarter", "half",
    "season",   "part",  "week",  "hour",  "minute",    "second", "ampm",  "offset",  "number",  "number2",
    "fraction", "vague", "unit",  "unit2", "direction", "mod",    "ref",   "holiday", "decade",  "century",
    "fiscal",   "shift", "times", "quant", "weekend",   "anchor", "sense",
    "zone",     "zone_hours", "zone_minutes", "zone_sign", "calendar"};
static_assert(std::size(kFields) == static_cast<size_t>(Field::count));

constexpr std::string_view kUnits[] = {"second", "minute",  "hour",       "day",     "night", "weekend",
                                       "week",   "month",   "season",     "quarter", "half",  "year",
                                       "decade", "century", "millennium", "unknown"};
constexpr std::string_view kParts[] = {"MO", "MI", "AF", "EV", "NI", "DT"};
constexpr std::string_view kSeasons[] = {"SP", "SU", "FA", "WI"};
constexpr std::string_view kMods[] = {"START",     "MID",       "END",           "APPROX",
                                      "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS",
                                      "BEFORE",    "AFTER",     "ON_OR_BEFORE",  "ON_OR_AFTER"};
constexpr std::string_view kRefs[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
constexpr std::string_view kAmPm[] = {"am", "pm"};
constexpr std::string_view kQuants[] = {"EVERY", "EACH", "SOME"};
constexpr std::string_view kAnchors[] = {"published", "told"};
constexpr std::string_view kSenses[] = {"plain", "today", "year_before", "of_story"};
constexpr std::string_view kZones[] = {"EST",  "EDT",  "ET",  "CST", "CDT",  "CT",  "MST",  "MDT",   "MT",   "PST",
                                       "PDT",  "PT",   "GMT", "UTC", "BST",  "CET", "CEST", "EET",   "EEST", "MSK",
                                       "JST",  "IST",  "America/New_York", "America/Chicago", "America/Los_Angeles", "Europe/London",
                                       "Europe/Kyiv",  "Europe/Moscow",    "Asia/Baku",       "Asia/Shanghai",       "local"};
constexpr std::string_view kCalendars[] = {"islamic", "persian", "hebrew", "buddhist"};
constexpr std::string_view kHolidays[] = {
    "easter",       "good_friday",  "easter_monday", "orthodox_easter",        "pentecost",
    "thanksgiving", "memorial_day", "labor_day",     "martin_luther_king_day", "presidents_day",
    "columbus_day", "election_day", "mothers_day",   "lunar_new_year",         "ramadan",
    "eid_al_fitr",  "eid_al_adha",  "ashura",        "islamic_new_year",       "mawlid",
    "fathers_day",  "nowruz",       "passover",      "rosh_hashanah",          "yom_kippur",
    "hanukkah",     "sukkot",       "purim",         "mid_autumn_festival"};

Names symbols_of(Field field) {
  switch (field) {
    case Field::unit:
    case Field::unit2:
    case Field::shift:
      return kUnits;
    case Field::part:
      return kParts;
    case Field::season:
      return kSeasons;
    case Field::mod:
      return kMods;
    case Field::ref:
      return kRefs;
    case Field::ampm:
      return kAmPm;
    case Field::quant:
      return kQuants;
    case Field::anchor:
      return kAnchors;
    case Field::holiday:
      return kHolidays;
    case Field::sense:
      return kSenses;
    case Field::zone:
      return kZones;
    case Field::calendar:
      return kCalendars;
    default:
      return {};
  }
}

std::optional<int> index_of(Names names, std::string_view name) {
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<int>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Field> field_named(std::string_view name) {
  const auto found = index_of(kFields, name);
  return found ? std::optional(static_cast<Field>(*found)) : std::nullopt;
}

std::optional<int> symbol_named(Field field, std::string_view name) {
  if (const auto found = index_of(symbols_of(field), name)) return found;
  int value = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value);
  return error == std::errc{} && end == name.data() + name.size() ? std::optional(value) : std::nullopt;
}

std::string_view mod_name(Mod mod) { return kMods[static_cast<size_t>(mod)]; }
std::string_view ref_name(Ref ref) { return kRefs[static_cast<size_t>(ref)]; }
std::string_view part_name(DayPart part) { return kParts[static_cast<size_t>(part)]; }
std::string_view season_name(Season season) { return kSeasons[static_cast<size_t>(season)]; }
std::string_view quant_name(Quant quant) { return kQuants[static_cast<size_t>(quant)]; }
std::string_view zone_name(int zone) { return kZones[static_cast<size_t>(zone)]; }
std::string_view calendar_name(int calendar) { return kCalendars[static_cast<size_t>(calendar)]; }

void NumberFold::add(double value) {
  if (value == 100) {
    group_ = (group_ > 0 ? group_ : 1) * 100;
  } else if (value == 1000 || value == 1000000) {
    total_ += (group_ > 0 ? group_ : 1) * value;
    group_ = 0;
  } else {
    group_ += value;
  }
}

void Fields::capture(Field f, double value) {
  if (f == Field::number) number_.add(value);
  if (f == Field::number2) number2_.add(value);
  const int now = std::abs(value) < 1e9 ? static_cast<int>(value) : 999999999;
  if (f == Field::year && has(f)) {
    const int before = get(f);
    set(f, before < 100 ? before * 100 + now : before + now);
  } else if ((f == Field::day || f == Field::century || f == Field::week) && has(f) && get(f) >= 20 && now < 10) {
    set(f, get(f) + now);  // "twenty first"
  } else {
    set(f, now);
  }
}

}  // namespace chancery::times
