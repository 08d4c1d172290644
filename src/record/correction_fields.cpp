#include "record/correction_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/day.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "document/codes.hpp"

namespace chancery::record {
namespace {

template <typename E>
bool is_code(std::string_view value) {
  return parse<E>(value).has_value();
}
bool is_text(std::string_view value) { return value.size() <= 1000 && utf8::is_valid(value); }
bool is_name(std::string_view value) { return !value.empty() && is_text(value); }
bool is_day(std::string_view value) { return value.empty() || (value.size() == 10 && parse_day(value).has_value()); }
bool is_country(std::string_view value) {
  return value.empty() ||
         (value.size() == 3 && std::all_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
}
bool is_truth(std::string_view value) { return value == "0" || value == "1"; }
bool is_number(std::string_view value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc{} && end == value.data() + value.size();
}
bool is_direction(std::string_view value) { return value.empty() || value == "up" || value == "down"; }

constexpr auto kFields = std::to_array<CorrectionField>({
    {"v", "type", "type", is_code<EventType>},
    {"v", "subtype", "subtype", is_text},
    {"v", "main", "main", is_truth},
    {"v", "status", "status", is_code<Status>},
    {"v", "time.value", "time_value", is_text},
    {"v", "time.from", "from_day", is_day},
    {"v", "time.to", "to_day", is_day},
    {"v", "time.basis", "time_basis", is_code<TimeBasis>},
    {"v", "place.name", "place", is_text},
    {"v", "place.country", "place_country", is_country},
    {"v", "place.basis", "place_basis", is_code<PlaceBasis>},
    {"v", "channel", "channel", is_text},
    {"v", "format", "format", is_text},
    {"v", "duration", "duration", is_text},
    {"s", "mode", "mode", is_code<StatementMode>},
    {"s", "negated", "negated", is_truth},
    {"p", "act", "act", is_code<PointAct>},
    {"p", "negated", "negated", is_truth},
    {"p", "topic.label", "topic_label", is_text},
    {"f", "value", "value", is_number},
    {"f", "unit", "unit", is_text},
    {"f", "comparison", "comparison", is_code<Comparison>},
    {"f", "direction", "direction", is_direction},
    {"f", "indicator", "indicator", is_text},
    {"c", "strength", "strength", is_code<Strength>},
    {"c", "class", "class", is_code<CommitmentClass>},
    {"y", "kind", "kind", is_code<CourtesyKind>},
    {"e", "name", "name", is_name},
    {"e", "type", "type", is_code<MentionType>},
    {"e", "country", "country", is_country},
});

constexpr auto kTables = std::to_array<std::pair<std::string_view, std::string_view>>({{"m", "mentions"},
                                                                                       {"e", "entities"},
                                                                                       {"t", "times"},
                                                                                       {"s", "statements"},
                                                                                       {"p", "points"},
                                                                                       {"v", "accounts"},
                                                                                       {"f", "figures"},
                                                                                       {"c", "commitments"},
                                                                                       {"y", "courtesies"}});

const CorrectionField* find_field(std::string_view fact, std::string_view name) {
  const auto found = std::find_if(kFields.begin(), kFields.end(), [&](const CorrectionField& f) {
    return fact.starts_with(f.letter) && f.name == name;
  });
  return found == kFields.end() ? nullptr : &*found;
}

}  // namespace

std::string_view table_of_fact(std::string_view key) {
  if (key.size() < 3 || key[1] != '-') return {};
  const auto found =
      std::find_if(kTables.begin(), kTables.end(), [&](const auto& entry) { return entry.first[0] == key[0]; });
  return found == kTables.end() ? std::string_view() : found->second;
}

const CorrectionField& correction_field(std::string_view fact, std::string_view name, std::string_view value) {
  const CorrectionField* field = find_field(fact, name);
  if (!field) {
    std::string names;
    for (const CorrectionField& f : kFields) {
      if (fact.starts_with(f.letter)) names += (names.empty() ? "" : ", ") + std::string(f.name);
    }
    throw Error(ErrorKind::input, fmt::format("{} has no field \"{}\" that can be changed; it has: {}", fact, name,
                                              names.empty() ? "none" : names));
  }
  if (!field->allows(value))
    throw Error(ErrorKind::input, fmt::format("\"{}\" is no value for {} of {}", value, name, fact));
  return *field;
}

std::string_view column_of(std::string_view fact, std::string_view name) {
  const CorrectionField* field = find_field(fact, name);
  return field ? field->column : std::string_view();
}

}  // namespace chancery::record
