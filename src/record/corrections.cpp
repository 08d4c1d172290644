#include "record/corrections.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "record/correction_fields.hpp"
#include "record/correction_values.hpp"
#include "record/encounter_corrections.hpp"
#include "record/encounter_rows.hpp"
#include "record/facts.hpp"
#include "record/index.hpp"
#include "record/person_rows.hpp"

namespace chancery::record {
namespace {

struct Row {
  std::string fact, action, field, value;
};

/// In the order in which they hold; with `fact`, its alone.
std::vector<Row> standing_corrections(Database& database, int64_t document, const std::string& fact) {
  std::vector<Row> all;
  Rows rows = database.query(
      "SELECT fact, action, field, value FROM corrections WHERE document = ?1 AND undone IS NULL AND (?2 = '' OR fact = ?2) AND "
      "action IN ('confirm', 'change', 'reject') ORDER BY made, key",
      document, fact);
  while (rows.next()) all.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3)});
  return all;
}

void set_standing(Database& database, int64_t version, const std::string& fact, std::string_view standing) {
  if (const std::string_view table = table_of_fact(fact); !table.empty()) {
    database.run(fmt::format("UPDATE {} SET standing = ? WHERE version = ? AND key = ?", table), standing, version, fact);
  }
}

void apply(Database& database, int64_t version, const Row& one) {
  if (one.action == "change") {
    if (const auto* field = find_correction_field(one.fact, one.field)) set_value(database, version, one.fact, *field, one.value);
  }
  set_standing(database, version, one.fact, one.action == "reject" ? "rejected" : one.action == "confirm" ? "confirmed" : "changed");
}

void restore_machine_values(Database& database, int64_t document, int64_t version, const std::string& fact) {
  std::vector<std::pair<std::string, std::string>> kept;
  {
    Rows rows = database.query("SELECT field, value FROM machine_values WHERE document = ? AND fact = ?", document, fact);
    while (rows.next()) kept.emplace_back(rows.string(0), rows.string(1));
  }
  for (const auto& [name, value] : kept) {
    if (const auto* field = find_correction_field(fact, name)) set_value(database, version, fact, *field, value);
  }
  database.run(
      "DELETE FROM machine_values WHERE document = ?1 AND fact = ?2 AND field NOT IN (SELECT field FROM corrections WHERE document = ?1 AND fact = ?2 AND "
      "action = 'change' AND undone IS NULL)",
      document, fact);
}

void make_fact_anew(Database& database, int64_t document, int64_t version, const std::string& fact) {
  restore_machine_values(database, document, version, fact);
  set_standing(database, version, fact, "machine");
  for (const Row& one : standing_corrections(database, document, fact)) apply(database, version, one);
}

}  // namespace

std::set<std::string> facts_of(const Document& document) {
  std::set<std::string> ids;
  const auto add = [&](const auto& facts) {
    for (const auto& fact : facts) ids.insert(fact.id);
  };
  add(document.mentions), add(document.entities), add(document.times), add(document.statements), add(document.points);
  add(document.events), add(document.figures), add(document.commitments), add(document.courtesies);
  return ids;
}

void keep_machine_value(Database& database, int64_t document, int64_t version, const std::string& fact, const std::string& name) {
  const auto* field = find_correction_field(fact, name);
  if (field == nullptr || !row_of_fact(database, version, fact)) return;
  database.run("INSERT OR IGNORE INTO machine_values(document, fact, field, value) VALUES (?,?,?,?)", document, fact, name,
               machine_value_of(database, version, fact, *field));
}

void apply_corrections(Database& database, int64_t document, int64_t version, const std::set<std::string>& found) {
  const auto standing = standing_corrections(database, document, {});
  for (const Row& one : standing) {
    if (one.action != "change" || !found.contains(one.fact)) continue;
    database.run("DELETE FROM machine_values WHERE document = ? AND fact = ? AND field = ?", document, one.fact, one.field);
    keep_machine_value(database, document, version, one.fact, one.field);
  }
  for (const Row& one : standing) apply(database, version, one);
}

std::set<std::string> facts_to_keep(Database& database, int64_t document) {
  std::set<std::string> keys;
  for (const Row& one : standing_corrections(database, document, {})) {
    if (one.action == "reject") continue;
    keys.insert(one.fact);
    const auto* field = find_correction_field(one.fact, one.field);
    if (field == nullptr) continue;
    for (std::string& entity : entities_named(*field, one.value)) keys.insert(std::move(entity));
  }
  return keys;
}

int64_t Touched::version_of(int64_t document) {
  if (const auto known = versions_.find(document); known != versions_.end()) return known->second;
  const int64_t version = database_.integer("SELECT version FROM documents WHERE id = ?", document).value_or(0);
  unindex_statements(database_, version);
  versions_.emplace(document, version);
  return version;
}

void Touched::fact(int64_t document, const std::string& fact) {
  version_of(document);
  facts_.emplace(document, fact);
}

void Touched::finish() {
  for (const auto& [document, fact] : facts_) make_fact_anew(database_, document, versions_.at(document), fact);
  for (const auto& [document, version] : versions_) {
    compare_again(database_, version);
    choose_leading(database_, version);
    index_statements(database_, version);
  }
  if (people_) {
    assign_people(database_);
    name_people(database_);
  }
  if (encounters_) apply_encounter_rulings(database_);
}

}  // namespace chancery::record
