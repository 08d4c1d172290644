#include "record/facts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace chancery::record {

void delete_facts(Database& database, int64_t version) {
  // What points at entities goes before them.
  for (const char* table :
       {"mentions", "times", "statements", "points", "accounts", "figures", "commitments", "courtesies", "entities"}) {
    database.run(fmt::format("DELETE FROM {} WHERE version = ?", table), version);
  }
}

Belonging belonging_of(Database& database, int64_t version) {
  Belonging belonging;
  Rows rows = database.query("SELECT key, encounter FROM accounts WHERE version = ?", version);
  while (rows.next()) belonging.emplace(rows.string(0), rows.integer(1));
  return belonging;
}

Belonging belonging_after_change(Database& database, int64_t old, const Document& fresh) {
  Belonging belonging;
  for (const Event& event : fresh.events) {
    const auto day = [](const std::optional<Day>& d) { return d ? iso(*d) : std::string(); };
    const auto same = [&](const Event& other) {
      return other.type == event.type && other.main == event.main && other.time.from == event.time.from &&
             other.time.to == event.time.to;
    };
    if (std::count_if(fresh.events.begin(), fresh.events.end(), same) != 1) continue;
    Rows rows = database.query(
        "SELECT min(encounter) FROM accounts WHERE version = ? AND type = ? AND main = ? AND coalesce(from_day, '') = "
        "? "
        "AND coalesce(to_day, '') = ? HAVING count(*) = 1",
        old, chancery::name_of(event.type), event.main, day(event.time.from), day(event.time.to));
    if (rows.next()) belonging.emplace(event.id, rows.integer(0));
  }
  return belonging;
}

namespace {

constexpr std::string_view kLeadingAccount =
    "coalesce("
    " (SELECT a.id FROM accounts a JOIN documents d ON d.version = a.version"
    "  WHERE a.encounter = encounters.id AND a.standing <> 'rejected' ORDER BY a.main DESC, a.id LIMIT 1),"
    " (SELECT a.id FROM accounts a WHERE a.encounter = encounters.id ORDER BY a.id LIMIT 1))";

}  // namespace

void settle_encounters(Database& database) {
  database.run(fmt::format("UPDATE encounters SET leading = {} WHERE leading IS NULL", kLeadingAccount));
  database.run("DELETE FROM encounters WHERE leading IS NULL");
}

void choose_leading(Database& database, int64_t version) {
  database.run(
      fmt::format("UPDATE encounters SET leading = {} WHERE id IN (SELECT encounter FROM accounts WHERE version = ?)",
                  kLeadingAccount),
      version);
}

}  // namespace chancery::record
