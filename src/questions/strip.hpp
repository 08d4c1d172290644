// The accounts of an encounter in the order in which they were published, around the day of the encounter; and where they
// disagree on day, place, way, duration or initiative: every value with whose it is, none preferred. Values in, values out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/lines.hpp"

namespace chancery::questions {

struct StripStep {
  std::string account, document;   ///< ids
  std::string publisher, title, day;  ///< of publication; day empty where unknown
  std::string kind;                ///< announcement | readout | reference
  std::string when;                ///< before | on | after the day of the encounter; unknown
  std::optional<int> days;         ///< from the encounter to the publication; negative: before
};
/// `accounts`: the leading one first, whose day counts; where it has none, that of the first that has.
std::vector<StripStep> strip_of(const std::vector<record::EncounterLine>& accounts);
/// The day of an encounter by its accounts, and whether it is only that of a publication; nothing where none gives one.
struct StripDay {
  std::string day;
  bool published = false;
};
std::optional<StripDay> day_of_strip(const std::vector<record::EncounterLine>& accounts);

struct ToldValue {
  std::string value;                  ///< as told: "2021-12-07", "Geneva", "PT2H"; of an initiator the name
  std::vector<std::string> accounts;  ///< "d-...#v-..."
  std::vector<std::string> publishers;
};
struct Disagreement {
  std::string what;  ///< day | place | channel | duration | initiator
  std::vector<ToldValue> values;
};
/// Only where two accounts give different values; an account that gives none disagrees with nobody.
std::vector<Disagreement> disagreements(const std::vector<record::EncounterLine>& accounts);

}  // namespace chancery::questions
