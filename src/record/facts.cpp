#include "record/facts.hpp"

#include <fmt/format.h>

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
