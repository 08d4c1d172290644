#include "record/encounter_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "record/clock.hpp"
#include "record/facts.hpp"

namespace chancery::record {
namespace {

struct Member {
  int64_t encounter = 0;
  std::string home;
};

std::vector<Member> members_of(Database& database, const std::vector<int64_t>& accounts) {
  std::vector<Member> members;
  for (const int64_t row : accounts) {
    Rows rows = database.query("SELECT encounter, home FROM accounts WHERE id = ?", row);
    if (rows.next()) members.push_back({rows.integer(0), rows.string(1)});
  }
  return members;
}

/// Of the keys that are homes of members, that of the oldest encounter.
int64_t row_for(Database& database, const std::set<std::string>& homes, int64_t account) {
  std::optional<int64_t> oldest;
  for (const std::string& home : homes) {
    const auto row = database.integer("SELECT id FROM encounters WHERE key = ?", home);
    if (row && (!oldest || *row < *oldest)) oldest = row;
  }
  if (oldest) return *oldest;
  database.run("INSERT INTO encounters(key, leading, added) VALUES (?,?,?)", *homes.begin(), account, now());
  return database.last_row();
}

/// "d-...#v-...", which says of which document it is.
std::string name_of_account(Database& database, int64_t row) {
  return database.text("SELECT d.key || '#' || a.key FROM accounts a JOIN documents d ON d.version = a.version WHERE a.id = ?", row).value_or("");
}

std::optional<std::string> reasons(Database& database, const AccountGroup& group) {
  if (group.links.empty()) return std::nullopt;
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const AccountMatch& link : group.links)
    all.push_back({{"account", name_of_account(database, link.account)}, {"with", name_of_account(database, link.other)}, {"confidence", link.confidence}, {"why", link.why}});
  return all.dump();
}

}  // namespace

void gather(Database& database, const AccountGroup& group) {
  const auto members = members_of(database, group.accounts);
  if (members.empty()) return;
  std::set<std::string> homes;
  for (const Member& one : members) homes.insert(one.home);
  const int64_t row = row_for(database, homes, group.accounts.front());
  for (const std::string& home : homes) database.run("UPDATE accounts SET encounter = ?1 WHERE home = ?2 AND encounter <> ?1", row, home);
  std::optional<double> confidence;
  for (const AccountMatch& link : group.links) confidence = std::min(confidence.value_or(1), link.confidence);
  database.run("UPDATE encounters SET joined_by = ?, confidence = ? WHERE id = ?", reasons(database, group), confidence, row);
  lead(database, row);
}

std::string free_encounter_key(Database& database, const std::string& stem) {
  std::string key = stem;
  for (int n = 2; database.integer("SELECT 1 FROM encounters WHERE key = ?1 UNION ALL SELECT 1 FROM accounts WHERE home = ?1", key); ++n) key = fmt::format("{}-{}", stem, n);
  return key;
}

std::string encounter_key(Database& database, const std::string& key) {
  if (database.integer("SELECT 1 FROM encounters WHERE key = ?", key)) return key;
  return database.text("SELECT n.key FROM accounts a JOIN encounters n ON n.id = a.encounter WHERE a.home = ? ORDER BY a.id DESC LIMIT 1", key).value_or("");
}

void compare_again(Database& database, int64_t version) {
  database.run(
      "UPDATE accounts SET matched = 0 WHERE matched = 1 AND (version = ?1 OR id IN (SELECT m.other FROM account_matches m JOIN accounts a ON a.id = m.account WHERE a.version = ?1) "
      "OR id IN (SELECT m.account FROM account_matches m JOIN accounts a ON a.id = m.other WHERE a.version = ?1))",
      version);
  database.run("DELETE FROM account_matches WHERE account IN (SELECT id FROM accounts WHERE version = ?)", version);
  database.run("DELETE FROM account_matches WHERE other IN (SELECT id FROM accounts WHERE version = ?)", version);
}

}  // namespace chancery::record
