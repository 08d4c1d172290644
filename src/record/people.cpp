#include "record/people.hpp"

#include <fmt/format.h>

#include <map>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "record/clock.hpp"
#include "record/keep.hpp"
#include "record/person_rows.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {
namespace {

void need_who(const std::string& who) {
  if (who.empty()) throw Error(ErrorKind::input, "a correction needs the name of who makes it");
}

int64_t known_row(const Record& record, const std::string& key) {
  if (const auto row = record.database().integer("SELECT id FROM people WHERE key = ?", key)) return *row;
  throw Error(ErrorKind::input, fmt::format("no person {} in {}: `chancery people` lists them", key, record.path().string()));
}

PeopleCorrection keep(Database& database, PeopleCorrection made) {
  made.when = now();
  std::optional<int64_t> document;
  if (!made.document.empty()) document = document_row(database, made.document);
  database.run("INSERT INTO people_corrections(action, person, other, document, fact, who, why, made) VALUES (?,?,?,?,?,?,?,?)", made.action, made.person,
               made.other, document, or_null(made.fact), made.who, or_null(made.why), made.when);
  made.number = database.last_row();
  return made;
}

struct Part {
  std::string document, fact, name, country;
};

/// The entities of a document that are shown as that person.
std::vector<Part> entities_of(Database& database, const std::string& document, int64_t person) {
  std::vector<Part> all;
  Rows rows = database.query("SELECT d.key, e.key, e.name, e.country FROM entities e JOIN documents d ON d.version = e.version WHERE d.key = ? AND e.person = ?", document, person);
  while (rows.next()) all.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3)});
  return all;
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
  }
  name_people(database);
  transaction.commit();
}

PeopleCorrection join_people(Record& record, const std::string& person, const std::string& other, const std::string& who, const std::string& why) {
  need_who(who);
  Database& database = record.database();
  Transaction transaction(database);
  known_row(record, person);
  known_row(record, other);
  if (joined_into(database, person) == joined_into(database, other)) throw Error(ErrorKind::input, fmt::format("{} and {} are one person already", person, other));
  PeopleCorrection made = keep(database, {0, "join", other, person, {}, {}, who, why, {}});
  assign_people(database);
  name_people(database);
  transaction.commit();
  return made;
}

std::vector<PeopleCorrection> part_person(Record& record, const std::string& person, const std::vector<std::string>& documents, const std::string& who, const std::string& why) {
  need_who(who);
  if (documents.empty()) throw Error(ErrorKind::input, "say in which documents it is somebody else");
  Database& database = record.database();
  Transaction transaction(database);
  const int64_t row = known_row(record, person);
  const std::string own = "w-" + base32(hash64(person + '\n' + documents.front() + '\n' + now()));
  std::vector<PeopleCorrection> made;
  for (const std::string& document : documents) {
    document_row(database, document);
    const auto parts = entities_of(database, document, row);
    if (parts.empty()) throw Error(ErrorKind::input, fmt::format("document {} does not name {}", document, person));
    for (const Part& part : parts) {
      person_row(database, own, part.name, part.country);
      made.push_back(keep(database, {0, "part", person, own, part.document, part.fact, who, why, {}}));
    }
  }
  assign_people(database);
  name_people(database);
  transaction.commit();
  return made;
}

std::vector<PeopleCorrection> people_corrections(const Record& record) {
  std::vector<PeopleCorrection> all;
  Rows rows = record.database().query(
      "SELECT c.id, c.action, c.person, c.other, d.key, c.fact, c.who, c.why, c.made FROM people_corrections c LEFT JOIN documents d ON d.id = c.document WHERE c.undone "
      "IS NULL ORDER BY c.id DESC");
  while (rows.next())
    all.push_back({rows.integer(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4), rows.string(5), rows.string(6), rows.string(7), rows.string(8)});
  return all;
}

void undo_people_correction(Record& record, int64_t number, const std::string& who) {
  need_who(who);
  Database& database = record.database();
  Transaction transaction(database);
  if (!database.integer("SELECT 1 FROM people_corrections WHERE id = ? AND undone IS NULL", number))
    throw Error(ErrorKind::input, fmt::format("no correction {} of people stands: it may have been undone already", number));
  database.run("UPDATE people_corrections SET undone = ?, undone_by = ? WHERE id = ?", now(), who, number);
  assign_people(database);
  name_people(database);
  transaction.commit();
}

}  // namespace chancery::record
