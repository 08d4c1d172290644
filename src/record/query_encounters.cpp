#include <fmt/format.h>

#include "base/error.hpp"
#include "record/conditions.hpp"
#include "record/encounter_rows.hpp"
#include "record/query.hpp"
#include "record/rows.hpp"
#include "record/searches.hpp"

namespace chancery::record {
namespace {

constexpr std::string_view kLeading =
    " FROM encounters n JOIN accounts a ON a.id = n.leading JOIN documents d ON d.version = a.version WHERE a.standing "
    "<> 'rejected'";
constexpr std::string_view kAccounts =
    " FROM accounts a JOIN encounters n ON n.id = a.encounter JOIN documents d ON d.version = a.version WHERE "
    "a.standing <> 'rejected'";
// NULL is the smallest value, so that encounters without a day come last.
constexpr std::string_view kNewest = " ORDER BY coalesce(a.from_day, a.to_day) DESC, a.main DESC, n.id DESC";

std::vector<EncounterLine> lines(Database& database, const std::string& sql, const std::vector<Value>& values) {
  std::vector<EncounterLine> all;
  for (const int64_t account : row_ids(database, sql, values)) all.push_back(encounter_at(database, account));
  return all;
}

}  // namespace

std::vector<EncounterLine> find_encounters(const Record& record, const EncounterFilters& filters, const Page& page) {
  Conditions conditions = on_encounters(filters);
  conditions.arguments.emplace_back(static_cast<int64_t>(page.limit));
  conditions.arguments.emplace_back(static_cast<int64_t>(page.offset));
  const std::string sql = fmt::format("SELECT a.id{}{}{} LIMIT ? OFFSET ?", kLeading, conditions.sql, kNewest);
  return lines(record.database(), sql, conditions.arguments);
}

std::vector<Newly<EncounterLine>> newest_encounters(const Record& record, const EncounterFilters& filters, size_t limit) {
  Conditions conditions = on_encounters(filters);
  conditions.arguments.emplace_back(static_cast<int64_t>(limit));
  std::vector<std::pair<int64_t, std::string>> found;
  {
    Rows rows = record.database().query(
        fmt::format("SELECT a.id, (SELECT vs.added FROM versions vs WHERE vs.id = a.version){}{} "
                    "ORDER BY 2 DESC, a.main DESC, n.id DESC LIMIT ?",
                    kLeading, conditions.sql),
        conditions.arguments);
    while (rows.next()) found.emplace_back(rows.integer(0), rows.string(1));
  }
  std::vector<Newly<EncounterLine>> all;
  for (auto& [account, since] : found) all.push_back({encounter_at(record.database(), account), std::move(since)});
  return all;
}

int64_t count_encounters(const Record& record, const EncounterFilters& filters) {
  const Conditions conditions = on_encounters(filters);
  Rows rows =
      record.database().query(fmt::format("SELECT count(*){}{}", kLeading, conditions.sql), conditions.arguments);
  return rows.next() ? rows.integer(0) : 0;
}

std::vector<EncounterLine> encounters_of_document(const Record& record, const std::string& document) {
  const std::string sql = fmt::format("SELECT a.id{} AND d.key = ? ORDER BY a.main DESC, a.id", kAccounts);
  return lines(record.database(), sql, {document});
}

std::vector<EncounterLine> accounts_of(const Record& record, const std::string& encounter) {
  const std::string sql = fmt::format("SELECT a.id{} AND n.key = ? ORDER BY a.id <> n.leading, a.id", kAccounts);
  auto all = lines(record.database(), sql, {encounter_key(record.database(), encounter)});
  if (all.empty())
    throw Error(ErrorKind::input,
                fmt::format("no encounter {} in {}: `chancery ledger` lists them", encounter, record.path().string()));
  return all;
}

void each_encounter(const Record& record, const EncounterFilters& filters,
                    const std::function<bool(const EncounterLine&)>& row) {
  Database& database = record.database();
  const Conditions conditions = on_encounters(filters);
  const std::string sql = fmt::format("SELECT a.id{}{}{}", kLeading, conditions.sql, kNewest);
  for (const int64_t account : row_ids(database, sql, conditions.arguments)) {
    if (!row(encounter_at(database, account))) break;
  }
}

}  // namespace chancery::record
