#include "record/query_pairs.hpp"

#include <fmt/format.h>

#include "record/conditions.hpp"

namespace chancery::record {
namespace {

constexpr std::string_view kLeading =
    " FROM encounters n JOIN accounts a ON a.id = n.leading JOIN documents d ON d.version = a.version WHERE a.standing "
    "<> 'rejected'";

/// The countries of each encounter by all its accounts, once each. CROSS JOIN goes from the encounters to their few
/// participants.
std::string countries_of_encounters(const Conditions& conditions) {
  return fmt::format(
      "WITH met AS MATERIALIZED (SELECT DISTINCT x.account, x.country, x.day FROM (SELECT a.id AS account, e.country "
      "AS country, coalesce(a.from_day, a.to_day) AS day FROM encounters n JOIN accounts a ON a.id = n.leading JOIN "
      "documents d ON d.version = a.version CROSS JOIN accounts o ON o.encounter = n.id AND o.standing <> 'rejected' CROSS "
      "JOIN documents g ON g.version = o.version CROSS JOIN participants p ON p.account = o.id CROSS JOIN entities e ON "
      "e.id = p.entity WHERE a.standing <> 'rejected'{} AND e.country IS NOT NULL) x) ",
      conditions.sql);
}

std::vector<Count> counted(const Record& record, const std::string& sql, const std::vector<Value>& values) {
  std::vector<Count> counts;
  Rows rows = record.database().query(sql, values);
  while (rows.next()) counts.push_back({rows.string(0), rows.integer(1)});
  return counts;
}

}  // namespace

std::vector<Count> countries_met(const Record& record, const EncounterFilters& filters, size_t limit) {
  Conditions conditions = on_encounters(filters);
  conditions.arguments.emplace_back(static_cast<int64_t>(limit));
  return counted(record,
                 countries_of_encounters(conditions) +
                     "SELECT country, count(*) FROM met WHERE account IN (SELECT account FROM met GROUP BY account "
                     "HAVING count(*) > 1) GROUP BY country ORDER BY 2 DESC, 1 LIMIT ?",
                 conditions.arguments);
}

std::vector<PairCount> pairs_met(const Record& record, const EncounterFilters& filters,
                                 const std::vector<std::string>& countries) {
  Conditions conditions = on_encounters(filters);
  std::string marks;
  for (int side = 0; side < 2; ++side) {
    for (const std::string& country : countries) conditions.arguments.emplace_back(country);
  }
  for (size_t i = 0; i < countries.size(); ++i) marks += i == 0 ? "?" : ",?";
  std::vector<PairCount> pairs;
  Rows rows = record.database().query(
      fmt::format("{0}SELECT x.country, y.country, count(*), min(x.day), max(x.day) FROM met x JOIN met y ON y.account "
                  "= x.account AND x.country < y.country WHERE x.country IN ({1}) AND y.country IN ({1}) GROUP BY 1, 2 "
                  "ORDER BY 3 DESC, 1, 2",
                  countries_of_encounters(conditions), marks),
      conditions.arguments);
  while (rows.next())
    pairs.push_back({rows.string(0), rows.string(1), rows.integer(2), rows.string(3), rows.string(4)});
  return pairs;
}

std::vector<Count> encounters_by_year(const Record& record, const EncounterFilters& filters) {
  const Conditions conditions = on_encounters(filters);
  return counted(record,
                 fmt::format("SELECT coalesce(substr(coalesce(a.from_day, a.to_day), 1, 4), ''), count(*){}{} GROUP BY "
                             "1 ORDER BY 1 DESC",
                             kLeading, conditions.sql),
                 conditions.arguments);
}

std::vector<Count> encounters_by_type(const Record& record, const EncounterFilters& filters) {
  const Conditions conditions = on_encounters(filters);
  return counted(record,
                 fmt::format("SELECT a.type, count(*){}{} GROUP BY 1 ORDER BY 2 DESC, 1", kLeading, conditions.sql),
                 conditions.arguments);
}

}  // namespace chancery::record
