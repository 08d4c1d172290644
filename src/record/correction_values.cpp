#include "record/correction_values.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "record/normal.hpp"

namespace chancery::record {
namespace {

using Json = nlohmann::json;

/// "participants.account" => "participants", "account".
std::pair<std::string_view, std::string_view> list_table(const CorrectionField& field) {
  const size_t dot = field.column.find('.');
  return {field.column.substr(0, dot), field.column.substr(dot + 1)};
}

std::optional<int64_t> entity_of(Database& database, int64_t version, std::string_view key) {
  return database.integer("SELECT id FROM entities WHERE version = ? AND key = ?", version, key);
}

std::string joined(Rows rows) {
  std::string value;
  while (rows.next()) value += (value.empty() ? "" : " ") + rows.string(0);
  return value;
}

std::string participants(Database& database, int64_t account) {
  return joined(database.query("SELECT e.key || ':' || p.role FROM participants p JOIN entities e ON e.id = p.entity WHERE p.account = ? ORDER BY p.position", account));
}

std::string participants_in_full(Database& database, int64_t account) {
  Json all = Json::array();
  Rows rows = database.query("SELECT e.key, p.role, p.side, p.mention FROM participants p JOIN entities e ON e.id = p.entity WHERE p.account = ? ORDER BY p.position", account);
  while (rows.next()) all.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3)});
  return all.dump();
}

/// What a person names keeps the words where the machine found it.
Json participants_named(Database& database, int64_t account, const std::string& value) {
  const Json known = Json::parse(participants_in_full(database, account));
  Json all = Json::array();
  for (const std::string_view word : words_of_value(value)) {
    const size_t colon = word.find(':');
    const std::string entity(word.substr(0, colon)), role(word.substr(colon + 1));
    Json one = {entity, role, "", ""};
    for (const Json& other : known) {
      if (other.at(0) == entity) one = {entity, role, other.at(2), other.at(3)};
    }
    all.push_back(std::move(one));
  }
  return all;
}

void set_participants(Database& database, int64_t version, int64_t account, const std::string& value) {
  const Json all = value.starts_with('[') ? Json::parse(value) : participants_named(database, account, value);
  database.run("DELETE FROM participants WHERE account = ?", account);
  int64_t position = 0;
  for (const Json& one : all) {
    const auto entity = entity_of(database, version, one.at(0).get_ref<const std::string&>());
    if (!entity) continue;
    database.run("INSERT INTO participants(account, position, entity, role, side, mention) VALUES (?,?,?,?,nullif(?,''),nullif(?,''))", account, position++, entity,
                 one.at(1).get_ref<const std::string&>(), one.at(2).get_ref<const std::string&>(), one.at(3).get_ref<const std::string&>());
  }
}

void set_entities(Database& database, int64_t version, int64_t row, const CorrectionField& field, const std::string& value) {
  const auto [table, owner] = list_table(field);
  database.run(fmt::format("DELETE FROM {} WHERE {} = ?", table, owner), row);
  int64_t position = 0;
  for (const std::string_view key : words_of_value(value)) {
    const auto entity = entity_of(database, version, key);
    if (entity) database.run(fmt::format("INSERT INTO {}({}, position, entity) VALUES (?,?,?)", table, owner), row, position++, entity);
  }
}

constexpr std::string_view kSpeakerNames =
    "UPDATE statements SET speaker = (SELECT coalesce(group_concat(name, '; '), '') FROM (SELECT e.name FROM "
    "statement_speakers x JOIN entities e ON e.id = x.entity WHERE x.statement = statements.id ORDER BY x.position)) ";

/// Names of speakers stand in the statements too, for those who read the table.
void set_entity_name(Database& database, int64_t row, const std::string& name) {
  database.run("UPDATE entities SET normal = ? WHERE id = ?", normal(name), row);
  for (const std::string& word : words_of(normal(name))) database.run("INSERT OR IGNORE INTO name_words(word, entity) VALUES (?,?)", word, row);
  database.run(fmt::format("{} WHERE id IN (SELECT statement FROM statement_speakers WHERE entity = ?)", kSpeakerNames), row);
}

std::string_view words_column(std::string_view table) {
  if (table == "statements") return "content";
  return table == "entities" ? "name" : "quote";
}

}  // namespace

std::optional<int64_t> row_of_fact(Database& database, int64_t version, const std::string& fact) {
  const std::string_view table = table_of_fact(fact);
  if (table.empty()) return std::nullopt;
  return database.integer(fmt::format("SELECT id FROM {} WHERE version = ? AND key = ?", table), version, fact);
}

std::string value_of(Database& database, int64_t version, const std::string& fact, const CorrectionField& field) {
  const auto row = row_of_fact(database, version, fact);
  if (!row) return {};
  switch (field.holds) {
    case Holds::text:
      return database.text(fmt::format("SELECT {} FROM {} WHERE id = ?", field.column, table_of_fact(fact)), *row).value_or("");
    case Holds::entity:
      return database.text(fmt::format("SELECT e.key FROM {} f JOIN entities e ON e.id = f.{} WHERE f.id = ?", table_of_fact(fact), field.column), *row).value_or("");
    case Holds::entities: {
      const auto [table, owner] = list_table(field);
      return joined(database.query(fmt::format("SELECT e.key FROM {} x JOIN entities e ON e.id = x.entity WHERE x.{} = ? ORDER BY x.position", table, owner), *row));
    }
    case Holds::participants:
      return participants(database, *row);
  }
  return {};
}

std::string machine_value_of(Database& database, int64_t version, const std::string& fact, const CorrectionField& field) {
  if (field.holds != Holds::participants) return value_of(database, version, fact, field);
  const auto row = row_of_fact(database, version, fact);
  return row ? participants_in_full(database, *row) : std::string();
}

void set_value(Database& database, int64_t version, const std::string& fact, const CorrectionField& field, const std::string& value) {
  const auto row = row_of_fact(database, version, fact);
  if (!row) return;
  switch (field.holds) {
    case Holds::text:
      database.run(fmt::format("UPDATE {} SET {} = nullif(?, '') WHERE id = ?", table_of_fact(fact), field.column), value, *row);
      if (field.letter == "e" && field.name == "name") set_entity_name(database, *row, value);
      return;
    case Holds::entity:
      database.run(fmt::format("UPDATE {} SET {} = ? WHERE id = ?", table_of_fact(fact), field.column), entity_of(database, version, value), *row);
      return;
    case Holds::entities:
      set_entities(database, version, *row, field, value);
      if (field.letter == "s") database.run(fmt::format("{} WHERE id = ?", kSpeakerNames), *row);
      return;
    case Holds::participants:
      return set_participants(database, version, *row, value);
  }
}

std::string label_of_fact(Database& database, int64_t version, const std::string& fact) {
  constexpr size_t kLongest = 200;
  const auto row = row_of_fact(database, version, fact);
  if (!row) return {};
  const std::string_view table = table_of_fact(fact);
  return database.text(fmt::format("SELECT substr({}, 1, {}) FROM {} WHERE id = ?", words_column(table), kLongest, table), *row).value_or("");
}

}  // namespace chancery::record
