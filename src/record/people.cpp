#include "record/people.hpp"

#include <fmt/format.h>

#include <map>

#include "base/error.hpp"
#include "record/correction_log.hpp"
#include "record/correction_rows.hpp"
#include "record/encounter_rows.hpp"
#include "record/keep.hpp"
#include "record/person_rows.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {
namespace {

/// As `chancery people` speaks of them.
PeopleCorrection as_people_correction(const Correction& c) {
  if (c.action == "join_people") return {c.number, "join", c.other, c.person, {}, {}, c.who, c.why, c.when};
  return {c.number, "part", c.person, c.other, c.document, c.fact, c.who, c.why, c.when};
}

template <typename Add>
void each_row(Database& database, std::string_view sql, std::map<int64_t, PersonOnRecord>& people, const Add& add) {
  Rows rows = database.query(std::string(sql));
  while (rows.next()) {
    if (const auto one = people.find(rows.integer(0)); one != people.end()) add(one->second, rows);
  }
}

}  // namespace

std::vector<PersonOnRecord> people_on_record(const Record& record) {
  Database& database = record.database();
  std::map<int64_t, PersonOnRecord> people;
  {
    Rows rows = database.query(
        "SELECT p.id, p.key, min(d.day), max(d.day) FROM people p JOIN entities e ON e.person = p.id JOIN documents d ON d.version = e.version GROUP BY p.id");
    while (rows.next()) people[rows.integer(0)] = {rows.string(1), {}, {}, {}, rows.string(2), rows.string(3)};
  }
  each_row(database, "SELECT DISTINCT e.person, n.name FROM entities e JOIN names n ON n.entity = e.id WHERE e.person IS NOT NULL", people,
           [](PersonOnRecord& p, const Rows& rows) { p.names.push_back(rows.string(1)); });
  each_row(database, "SELECT DISTINCT person, country FROM entities WHERE person IS NOT NULL AND country IS NOT NULL", people,
           [](PersonOnRecord& p, const Rows& rows) { p.countries.push_back(rows.string(1)); });
  each_row(database, "SELECT e.person, o.title, count(DISTINCT e.version) FROM entities e JOIN offices o ON o.entity = e.id WHERE e.person IS NOT NULL AND coalesce(o.status, '') <> 'former' GROUP BY e.person, o.title", people,
           [](PersonOnRecord& p, const Rows& rows) { p.offices.push_back({rows.string(1), rows.integer(2)}); });
  std::vector<PersonOnRecord> all;
  all.reserve(people.size());
  for (auto& [row, person] : people) all.push_back(std::move(person));
  return all;
}

std::vector<OpenPerson> open_people(const Record& record) {
  std::map<int64_t, OpenPerson> open;
  {
    Rows rows = record.database().query(
        "SELECT e.id, e.name, e.country, d.key, d.day FROM entities e JOIN documents d ON d.version = e.version WHERE e.type = 'person' AND e.plural = 0 AND e.identified "
        "IS NULL AND e.country IS NOT NULL AND instr(e.normal, ' ') = 0");
    while (rows.next()) {
      OpenPerson& one = open[rows.integer(0)];
      one.row = rows.integer(0);
      one.entity.name = rows.string(1);
      one.entity.country = rows.string(2);
      one.document = rows.string(3);
      one.day = rows.string(4);
    }
  }
  Rows rows = record.database().query(
      "SELECT o.entity, o.title, o.country, o.status FROM offices o JOIN entities e ON e.id = o.entity JOIN documents d ON d.version = e.version WHERE e.type = 'person' AND "
      "e.identified IS NULL AND instr(e.normal, ' ') = 0 ORDER BY o.entity, o.position");
  while (rows.next()) {
    if (const auto one = open.find(rows.integer(0)); one != open.end()) one->second.entity.offices.push_back({rows.string(1), rows.string(2), rows.string(3)});
  }
  std::vector<OpenPerson> all;
  for (auto& [row, one] : open) all.push_back(std::move(one));
  return all;
}

void identify_people(Record& record, const std::vector<OpenPerson>& people) {
  Database& database = record.database();
  Transaction transaction(database);
  for (const OpenPerson& one : people) {
    const bool there = database.integer("SELECT 1 FROM entities e JOIN documents d ON d.version = e.version WHERE d.key = ? AND e.identified = ? LIMIT 1", one.document, one.entity.person).has_value();
    if (there) continue;
    const auto fact = database.text("SELECT key FROM entities WHERE id = ?", one.row);
    if (!fact) continue;
    const std::string shown = shown_person(database, document_row(database, one.document), *fact, one.entity.person);
    database.run("UPDATE entities SET identified = ?, linked_by = ?, person = ? WHERE id = ?", one.entity.person, one.entity.linked_by,
                 person_row(database, shown, one.entity.name, one.entity.country), one.row);
    compare_again(database, database.integer("SELECT version FROM entities WHERE id = ?", one.row).value_or(0));
  }
  name_people(database);
  transaction.commit();
}

PeopleCorrection join_people(Record& record, const std::string& person, const std::string& other, const std::string& who, const std::string& why) {
  Wish wish;
  wish.action = "join_people";
  wish.person = person;
  wish.other = other;
  wish.why = why;
  return as_people_correction(correct(record, {wish}, who).front());
}

std::vector<PeopleCorrection> part_person(Record& record, const std::string& person, const std::vector<std::string>& documents, const std::string& who, const std::string& why) {
  Wish wish;
  wish.action = "part_person";
  wish.person = person;
  wish.documents = documents;
  wish.why = why;
  std::vector<PeopleCorrection> made;
  for (const Correction& one : correct(record, {wish}, who)) made.push_back(as_people_correction(one));
  return made;
}

std::vector<PeopleCorrection> people_corrections(const Record& record) {
  CorrectionFilters filters;
  filters.kind = "person";
  filters.undone = false;
  constexpr Page kAll{0, 1'000'000};
  std::vector<PeopleCorrection> all;
  for (const Correction& one : list_corrections(record, filters, kAll).corrections) all.push_back(as_people_correction(one));
  return all;
}

void undo_people_correction(Record& record, int64_t number, const std::string& who) {
  const auto one = find_correction(record.database(), number);
  if (!one || kind_of(*one) != "person" || !one->undone.empty()) {
    throw Error(ErrorKind::input, fmt::format("no correction {} of people stands: it may have been undone already", number));
  }
  undo(record, {number}, who);
}

}  // namespace chancery::record
