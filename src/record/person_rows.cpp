#include "record/person_rows.hpp"

#include <set>
#include <tuple>
#include <vector>

#include "record/encounter_rows.hpp"

namespace chancery::record {

int64_t person_row(Database& database, const std::string& key, const std::string& name, const std::string& country) {
  if (const auto row = database.integer("SELECT id FROM people WHERE key = ?", key)) return *row;
  database.run("INSERT INTO people(key, name, country) VALUES (?,?,?)", key, name, or_null(country));
  return database.last_row();
}

std::string joined_into(Database& database, const std::string& key) {
  std::set<std::string> seen;
  std::string at = key;
  while (seen.insert(at).second) {
    const auto next = database.text("SELECT person FROM corrections WHERE action = 'join_people' AND other = ? AND undone IS NULL ORDER BY made DESC, key DESC LIMIT 1", at);
    if (!next) break;
    at = *next;
  }
  return at;
}

std::string shown_person(Database& database, int64_t document, const std::string& fact, const std::string& key) {
  const auto parted = database.text(
      "SELECT other FROM corrections WHERE action = 'part_person' AND document = ? AND fact = ? AND undone IS NULL ORDER BY made DESC, key DESC LIMIT 1", document, fact);
  return joined_into(database, parted.value_or(key));
}

void assign_people(Database& database) {
  std::vector<std::tuple<int64_t, std::string, std::string, std::string>> wanted;
  {
    Rows rows = database.query("SELECT e.id, e.key, e.identified, e.name, e.country, v.document, p.key FROM entities e JOIN versions v ON v.id = e.version LEFT JOIN people p ON p.id = e.person WHERE e.identified IS NOT NULL");
    while (rows.next()) {
      std::string shown = shown_person(database, rows.integer(5), rows.string(1), rows.string(2));
      if (shown != rows.text(6)) wanted.emplace_back(rows.integer(0), std::move(shown), rows.string(3), rows.string(4));
    }
  }
  for (const auto& [entity, key, name, country] : wanted) {
    database.run("UPDATE entities SET person = ? WHERE id = ?", person_row(database, key, name, country), entity);
    compare_again(database, database.integer("SELECT version FROM entities WHERE id = ?", entity).value_or(0));
  }
}

void settle_people(Database& database) {
  database.run(
      "DELETE FROM people WHERE NOT EXISTS (SELECT 1 FROM entities e WHERE e.person = people.id) AND people.key NOT IN (SELECT person FROM corrections WHERE "
      "person IS NOT NULL UNION SELECT other FROM corrections WHERE other IS NOT NULL)");
}

void name_people(Database& database) {
  // A short form that is frequent ("Biden") does not outdo the full one: names with a blank come first. A country that
  // only a few of the documents give is more likely a slip than theirs: the head of a union acts for none.
  database.run(
      "UPDATE people SET name = coalesce((SELECT e.name FROM entities e WHERE e.person = people.id GROUP BY e.name ORDER BY instr(e.normal, ' ') = 0, count(*) DESC, "
      "length(e.name) DESC, e.name LIMIT 1), name), country = CASE WHEN EXISTS (SELECT 1 FROM entities e WHERE e.person = people.id) THEN (SELECT e.country FROM entities e WHERE e.person = people.id AND e.country IS NOT NULL GROUP BY "
      "e.country HAVING 2 * count(*) >= (SELECT count(*) FROM entities o WHERE o.person = people.id) ORDER BY count(*) DESC, e.country LIMIT 1) ELSE country END");
}

}  // namespace chancery::record
