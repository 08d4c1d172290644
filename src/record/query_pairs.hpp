// Questions about countries two by two: how often they met, year by year and in which way, and who met whom most.
//
// Counted are the encounters that the ledger lists for "country A with B" under the same filters.
#pragma once

#include <string>
#include <vector>

#include "record/query.hpp"

namespace chancery::record {

struct PairCount {
  std::string a, b;  ///< codes, a < b
  int64_t encounters = 0;
  std::string first_day, last_day;  ///< of the encounters
};

/// The `limit` countries with most encounters, most first; each encounter with another country counts once.
std::vector<Count> countries_met(const Record& record, const EncounterFilters& filters, size_t limit);
/// Every pair among `countries` that met.
std::vector<PairCount> pairs_met(const Record& record, const EncounterFilters& filters,
                                 const std::vector<std::string>& countries);

/// Encounters a year ("" where the day is not known), latest first, and a type, most frequent first.
std::vector<Count> encounters_by_year(const Record& record, const EncounterFilters& filters);
std::vector<Count> encounters_by_type(const Record& record, const EncounterFilters& filters);

}  // namespace chancery::record
