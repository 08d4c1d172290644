#include "record/corrections.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "record/carry.hpp"
#include "record/clock.hpp"
#include "record/correction_fields.hpp"
#include "record/facts.hpp"
#include "record/index.hpp"
#include "record/keep.hpp"
#include "record/person_rows.hpp"
#include "record/normal.hpp"
#include "record/offsets.hpp"
#include "record/record.hpp"

namespace chancery::record {
namespace {

struct Row {
  int64_t id = 0;
  std::string fact, action, field, value;
};

std::vector<Row> standing_corrections(Database& database, int64_t document, const std::string& fact) {
  std::vector<Row> all;
  Rows rows = database.query(
      "SELECT id, fact, action, field, value FROM corrections WHERE document = ?1 AND undone IS NULL AND (?2 = '' OR "
      "fact = ?2) ORDER BY id",
      document, fact);
  while (rows.next()) all.push_back({rows.integer(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4)});
  return all;
}

void set_standing(Database& database, int64_t version, const std::string& fact, std::string_view standing) {
  database.run(fmt::format("UPDATE {} SET standing = ? WHERE version = ? AND key = ?", table_of_fact(fact)), standing,
               version, fact);
}

/// Names of speakers stand in the statements too, for those who read the table.
void set_entity_name(Database& database, int64_t version, const std::string& fact, const std::string& name) {
  database.run("UPDATE entities SET normal = ? WHERE version = ? AND key = ?", normal(name), version, fact);
  for (const std::string& word : words_of(normal(name))) {
    database.run(
        "INSERT OR IGNORE INTO name_words(word, entity) SELECT ?, id FROM entities WHERE version = ? AND key = ?", word,
        version, fact);
  }
  database.run(
      "UPDATE statements SET speaker = (SELECT coalesce(group_concat(name, '; '), '') FROM (SELECT e.name FROM "
      "statement_speakers x JOIN entities e ON e.id = x.entity WHERE x.statement = statements.id ORDER BY x.position)) "
      "WHERE id IN (SELECT x.statement FROM statement_speakers x JOIN entities e ON e.id = x.entity WHERE e.version = "
      "? AND e.key = ?)",
      version, fact);
}

void set_field(Database& database, int64_t version, const std::string& fact, const std::string& field,
               const std::string& value) {
  const std::string_view column = column_of(fact, field);
  if (column.empty()) return;
  database.run(
      fmt::format("UPDATE {} SET {} = nullif(?, '') WHERE version = ? AND key = ?", table_of_fact(fact), column), value,
      version, fact);
  if (fact.starts_with("e-") && field == "name") set_entity_name(database, version, fact, value);
}

int64_t current_version(Database& database, int64_t document) {
  return database.integer("SELECT version FROM documents WHERE id = ?", document).value_or(0);
}

std::optional<std::string> field_value(Database& database, int64_t version, const std::string& fact,
                                       std::string_view column) {
  return database.text(fmt::format("SELECT {} FROM {} WHERE version = ? AND key = ?", column, table_of_fact(fact)),
                       version, fact);
}

Correction read_correction(const Rows& rows) {
  return {rows.string(1), rows.string(2), rows.string(3), rows.string(4), rows.string(5),
          rows.string(6), rows.string(7), rows.string(8), rows.string(9), rows.integer(0)};
}

void check_fact(Database& database, int64_t version, const Correction& correction) {
  const std::string_view table = table_of_fact(correction.fact);
  if (table.empty() || !database.integer(fmt::format("SELECT id FROM {} WHERE version = ? AND key = ?", table), version,
                                         correction.fact)) {
    throw Error(ErrorKind::input,
                fmt::format("document {} holds no fact {} now: look at it again, it may have been made anew",
                            correction.document, correction.fact));
  }
  if (correction.action == "reject" && correction.fact.starts_with("e-")) {
    throw Error(ErrorKind::input,
                fmt::format("{} is someone other facts speak of: reject its mentions or those facts", correction.fact));
  }
}

}  // namespace

void apply_corrections(Database& database, int64_t document, int64_t version, const std::string& fact) {
  if (!fact.empty()) set_standing(database, version, fact, "machine");
  for (const Row& one : standing_corrections(database, document, fact)) {
    if (one.action == "change") set_field(database, version, one.fact, one.field, one.value);
    set_standing(database, version, one.fact,
                 one.action == "reject"    ? "rejected"
                 : one.action == "confirm" ? "confirmed"
                                           : "changed");
  }
}

std::set<std::string> facts_to_keep(Database& database, int64_t document) {
  std::set<std::string> keys;
  Rows rows = database.query(
      "SELECT fact FROM corrections WHERE document = ? AND undone IS NULL AND action IN ('confirm', 'change')",
      document);
  while (rows.next()) keys.insert(rows.string(0));
  return keys;
}

Correction Record::correct(const Correction& wanted) {
  if (wanted.action != "confirm" && wanted.action != "change" && wanted.action != "reject") {
    throw Error(ErrorKind::input, fmt::format("\"{}\" is no correction: use confirm, change or reject", wanted.action));
  }
  if (wanted.who.empty()) throw Error(ErrorKind::input, "a correction needs the name of who makes it");
  Transaction transaction(*database_);
  const int64_t document = document_row(*database_, wanted.document);
  const int64_t version = current_version(*database_, document);
  check_fact(*database_, version, wanted);
  Correction made = wanted;
  made.when = now();
  if (made.action == "change") {
    made.before =
        field_value(*database_, version, made.fact, correction_field(made.fact, made.field, made.value).column)
            .value_or("");
  }
  database_->run(
      "INSERT INTO corrections(document, fact, action, field, value, before, who, why, made) VALUES "
      "(?,?,?,?,?,?,?,?,?)",
      document, made.fact, made.action, or_null(made.field),
      made.action == "change" ? std::optional(made.value) : std::nullopt,
      made.action == "change" ? std::optional(made.before) : std::nullopt, made.who, or_null(made.why), made.when);
  made.number = database_->last_row();
  unindex_statements(*database_, version);
  apply_corrections(*database_, document, version, made.fact);
  choose_leading(*database_, version);
  index_statements(*database_, version);
  transaction.commit();
  return made;
}

std::vector<Correction> Record::corrections(const std::optional<std::string>& document) const {
  std::vector<Correction> all;
  Rows rows = database_->query(
      "SELECT c.id, d.key, c.fact, c.action, c.field, c.value, c.who, c.why, c.made, c.before FROM corrections c JOIN "
      "documents d ON d.id = c.document "
      "WHERE c.undone IS NULL AND (?1 IS NULL OR d.key = ?1) ORDER BY c.id DESC",
      document);
  while (rows.next()) all.push_back(read_correction(rows));
  return all;
}

void Record::undo(int64_t correction, const std::string& who) {
  Transaction transaction(*database_);
  int64_t document = 0;
  std::string fact, action, field, before;
  {
    Rows rows = database_->query(
        "SELECT document, fact, action, field, before FROM corrections WHERE id = ? AND undone IS NULL", correction);
    if (!rows.next())
      throw Error(ErrorKind::input,
                  fmt::format("no correction {} stands: it may have been undone already", correction));
    document = rows.integer(0);
    fact = rows.string(1);
    action = rows.string(2);
    field = rows.string(3);
    before = rows.string(4);
  }
  const int64_t version = current_version(*database_, document);
  unindex_statements(*database_, version);
  database_->run("UPDATE corrections SET undone = ?, undone_by = ? WHERE id = ?", now(), who, correction);
  if (action == "change") {
    // A later change of the same field stays, and remembers what stood before both.
    const auto later = database_->integer(
        "SELECT min(id) FROM corrections WHERE document = ? AND fact = ? AND field = ? AND id > ? AND undone IS NULL",
        document, fact, field, correction);
    if (later) {
      database_->run("UPDATE corrections SET before = ? WHERE id = ?", before, *later);
    } else {
      set_field(*database_, version, fact, field, before);
    }
  }
  apply_corrections(*database_, document, version, fact);
  choose_leading(*database_, version);
  index_statements(*database_, version);
  transaction.commit();
}

void Record::replace_facts(const std::string& id, const Document& fresh, RunId run) {
  Transaction transaction(*database_);
  const int64_t document = document_row(*database_, id);
  const int64_t version = current_version(*database_, document);
  if (!database_->integer("SELECT 1 FROM versions WHERE id = ? AND title = ? AND text = ?", version, fresh.title,
                          fresh.text)) {
    throw Error(ErrorKind::input,
                fmt::format("the facts are not of the words kept for {}: it was changed meanwhile, read it again", id));
  }
  Document next = fresh;
  if (const auto keep = facts_to_keep(*database_, document); !keep.empty()) carry_over(load(id).document, keep, next);
  const Belonging belonging = belonging_of(*database_, version);
  unindex_statements(*database_, version);
  delete_facts(*database_, version);
  write_facts(*database_, version, next, belonging);
  apply_corrections(*database_, document, version);
  settle_encounters(*database_);
  settle_people(*database_);
  choose_leading(*database_, version);
  database_->run("UPDATE versions SET run = ?, notes = ? WHERE id = ?", run, list_json(next.notes), version);
  database_->run("UPDATE documents SET dateline = ?, kind = ?, terms = ?, language = ? WHERE id = ?",
                 or_null(next.info.dateline), chancery::name_of(next.info.kind), list_json(next.info.terms),
                 or_null(next.info.language), document);
  index_statements(*database_, version);
  transaction.commit();
}

void Record::rebuild_search() {
  Transaction transaction(*database_);
  database_->run("INSERT INTO document_search(document_search) VALUES ('rebuild')");
  database_->run("INSERT INTO statement_search(statement_search) VALUES ('rebuild')");
  transaction.commit();
}

}  // namespace chancery::record
