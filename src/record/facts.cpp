#include "record/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "record/encounter_rows.hpp"

namespace chancery::record {

void delete_facts(Database& database, int64_t version) {
  compare_again(database, version);
  // What points at entities goes before them.
  for (const char* table :
       {"mentions", "times", "statements", "points", "accounts", "figures", "commitments", "courtesies", "entities"}) {
    database.run(fmt::format("DELETE FROM {} WHERE version = ?", table), version);
  }
}

Belonging belonging_of(Database& database, int64_t version) {
  Belonging belonging;
  Rows rows = database.query("SELECT key, encounter, home FROM accounts WHERE version = ?", version);
  while (rows.next()) belonging.emplace(rows.string(0), Belongs{rows.integer(1), rows.string(2)});
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
        "SELECT min(encounter), min(home) FROM accounts WHERE version = ? AND type = ? AND main = ? AND coalesce(from_day, '') = "
        "? "
        "AND coalesce(to_day, '') = ? HAVING count(*) = 1",
        old, chancery::name_of(event.type), event.main, day(event.time.from), day(event.time.to));
    if (rows.next()) belonging.emplace(event.id, Belongs{rows.integer(0), rows.string(1)});
  }
  return belonging;
}

Belonging belonging_after_reading(Database& database, int64_t version, const Document& fresh) {
  Belonging belonging = belonging_of(database, version);
  std::set<std::string> taken;
  for (const Event& event : fresh.events) {
    if (const auto found = belonging.find(event.id); found != belonging.end()) taken.insert(found->second.home);
  }
  for (auto& [key, belongs] : belonging_after_change(database, version, fresh)) {
    if (!belonging.contains(key) && taken.insert(belongs.home).second) belonging.emplace(key, belongs);
  }
  return belonging;
}

namespace {

// What happened before what was announced, what a release is about before what it refers to, a readout before the
// transcript of a briefing; then whoever names more of those who took part, the earlier, and the id, so that the choice
// does not hang on the order of adding.
constexpr std::string_view kLeadingAccount =
    "coalesce("
    " (SELECT a.id FROM accounts a JOIN documents d ON d.version = a.version"
    "  WHERE a.encounter = encounters.id AND a.standing <> 'rejected' ORDER BY a.status <> 'happened', a.main DESC,"
    "  CASE d.kind WHEN 'readout' THEN 0 WHEN 'joint_text' THEN 0 WHEN 'transcript' THEN 1 ELSE 2 END, a.from_day IS NULL,"
    "  (SELECT count(*) FROM participants p WHERE p.account = a.id) DESC, d.day, d.key, a.key LIMIT 1),"
    " (SELECT a.id FROM accounts a WHERE a.encounter = encounters.id ORDER BY a.id LIMIT 1))";

}  // namespace

void settle_encounters(Database& database) {
  // The leading account may have moved to another encounter.
  database.run(fmt::format("UPDATE encounters SET leading = {} WHERE leading IS NULL OR id <> (SELECT a.encounter FROM accounts a WHERE a.id = leading)", kLeadingAccount));
  database.run("DELETE FROM encounters WHERE leading IS NULL");
}

void lead(Database& database, int64_t encounter) {
  database.run(fmt::format("UPDATE encounters SET leading = {} WHERE id = ?", kLeadingAccount), encounter);
}

void choose_leading(Database& database, int64_t version) {
  database.run(
      fmt::format("UPDATE encounters SET leading = {} WHERE id IN (SELECT encounter FROM accounts WHERE version = ?)",
                  kLeadingAccount),
      version);
}

}  // namespace chancery::record
