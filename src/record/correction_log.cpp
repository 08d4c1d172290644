#include "record/correction_log.hpp"

#include <fmt/format.h>

#include <utility>

#include "record/clock.hpp"
#include "record/correction_fields.hpp"
#include "record/correction_rows.hpp"
#include "record/correction_values.hpp"
#include "record/corrections.hpp"
#include "record/encounter_corrections.hpp"
#include "record/encounter_rows.hpp"
#include "record/keep.hpp"
#include "record/people_corrections.hpp"
#include "record/plain.hpp"

namespace chancery::record {
namespace {

constexpr size_t kMostAtOnce = 10'000;

void need_who(const std::string& who) {
  if (who.empty()) throw Error(ErrorKind::input, "a correction needs the name of who makes it");
  need_name(who, kLongestUser, "name of who makes a correction");
}

std::string in_words(const Correction& c) {
  if (c.action == "change") return fmt::format("set {} of {} to \"{}\"", c.field, c.fact, c.value);
  return fmt::format("{}ed {}", c.action, c.fact);
}

/// Where what the asker knew is not the latest that stands.
void check_seen(Database& database, int64_t document, int64_t batch, const Wish& wish) {
  if (!wish.seen) return;
  const int64_t latest =
      database.integer("SELECT max(id) FROM corrections WHERE document = ? AND fact = ? AND undone IS NULL AND batch <> ? AND action IN ('confirm', 'change', 'reject')", document,
                       wish.fact, batch)
          .value_or(0);
  if (latest == *wish.seen) return;
  const auto theirs = find_correction(database, latest > *wish.seen ? latest : *wish.seen);
  if (!theirs || theirs->fact != wish.fact) throw Conflict(fmt::format("{} was judged since you looked: look at it again", wish.fact), std::nullopt);
  const std::string what = theirs->undone.empty() ? fmt::format("{} {} at {}", theirs->who, in_words(*theirs), theirs->when)
                                                  : fmt::format("{} took back at {} what you saw", theirs->undone_by, theirs->undone);
  throw Conflict(fmt::format("{}, after you looked: look at it again, then correct it if you still want to", what), theirs);
}

void check_fact(Database& database, int64_t version, const Wish& wish) {
  if (!row_of_fact(database, version, wish.fact)) {
    throw Conflict(fmt::format("document {} holds no fact {} now: look at it again, it may have been made anew", wish.document, wish.fact), std::nullopt);
  }
  if (wish.action == "reject" && wish.fact.starts_with("e-")) {
    throw Error(ErrorKind::input, fmt::format("{} is someone other facts speak of: reject its mentions or those facts", wish.fact));
  }
}

void check_reading(Database& database, int64_t version, const Wish& wish) {
  if (!wish.reading || database.integer("SELECT run FROM versions WHERE id = ?", version) == wish.reading) return;
  throw Conflict(fmt::format("document {} was read anew since you looked: look at {} again, it may say something else now", wish.document, wish.fact), std::nullopt);
}

void check_entities(Database& database, int64_t version, const CorrectionField& field, const Wish& wish) {
  for (const std::string& entity : entities_named(field, wish.value)) {
    if (!database.integer("SELECT 1 FROM entities WHERE version = ? AND key = ?", version, entity)) {
      throw Error(ErrorKind::input, fmt::format("document {} knows nobody as {}: give the id of one of its entities", wish.document, entity));
    }
  }
}

Correction judging(Database& database, const Wish& wish, int64_t batch, Touched& touched) {
  const int64_t document = document_row(database, wish.document);
  const int64_t version = touched.version_of(document);
  check_fact(database, version, wish);
  check_reading(database, version, wish);
  check_seen(database, document, batch, wish);
  Correction made = wish;
  made.person = made.other = made.encounter = made.other_encounter = {};
  made.label = label_of_fact(database, version, wish.fact);
  if (wish.action == "change") {
    const CorrectionField& field = correction_field(wish.fact, wish.field, wish.value);
    check_entities(database, version, field, wish);
    made.before = value_of(database, version, wish.fact, field);
    keep_machine_value(database, document, version, wish.fact, wish.field);
    // At once, so that the next of the batch finds it there; what stands in the end is settled when all are kept.
    set_value(database, version, wish.fact, field, wish.value);
  } else {
    made.field = made.value = {};
  }
  touched.fact(document, wish.fact);
  return made;
}

/// "time.from" and "time.to" alike: the two days that bound one time.
std::string_view time_of(std::string_view field) {
  const size_t dot = field.rfind('.');
  const std::string_view end = dot == std::string_view::npos ? field : field.substr(dot + 1);
  return end == "from" || end == "to" ? field.substr(0, field.size() - end.size()) : std::string_view();
}

/// Looked at once all of a batch are made: each end alone may have been out of order for a moment.
void check_days(Database& database, const Correction& made) {
  const CorrectionField* field = made.action == "change" ? find_correction_field(made.fact, made.field) : nullptr;
  if (field == nullptr || field->holds != Holds::text || (!made.field.ends_with("from") && !made.field.ends_with("to"))) return;
  const std::string time(time_of(made.field));
  const CorrectionField *first = find_correction_field(made.fact, time + "from"), *last = find_correction_field(made.fact, time + "to");
  if (first == nullptr || last == nullptr) return;
  const int64_t version = database.integer("SELECT version FROM documents WHERE key = ?", made.document).value_or(0);
  const std::string from = value_of(database, version, made.fact, *first), to = value_of(database, version, made.fact, *last);
  if (from.empty() || to.empty() || from <= to) return;
  throw Error(ErrorKind::input, fmt::format("{} of {} would be {}, after {}, which would be {}: change both", first->name, made.fact, from, last->name, to));
}

std::vector<Correction> prepared(Database& database, const Wish& wish, int64_t batch, Touched& touched) {
  if (wish.action == "confirm" || wish.action == "change" || wish.action == "reject") return {judging(database, wish, batch, touched)};
  if (wish.action == "join_people" || wish.action == "part_person") {
    touched.people();
    return wish.action == "join_people" ? joining_people(database, wish) : parting_person(database, wish);
  }
  if (wish.action == "join_encounters" || wish.action == "part_account") {
    touched.encounters();
    return {wish.action == "join_encounters" ? joining_encounters(database, wish) : parting_account(database, wish)};
  }
  throw Error(ErrorKind::input,
              fmt::format("\"{}\" is no correction: use confirm, change or reject, join_people, part_person, join_encounters or part_account", wish.action));
}

void touch(Database& database, const Correction& c, Touched& touched) {
  if (c.action == "join_people" || c.action == "part_person") touched.people();
  else if (c.action == "join_encounters" || c.action == "part_account") touched.encounters();
  else touched.fact(document_row(database, c.document), c.fact);
}

/// "undo" or "redo" of each, in one transaction.
std::vector<Correction> turn(Record& record, const std::vector<int64_t>& numbers, std::string_view action, const std::string& who, const std::string& why) {
  need_who(who);
  need_lines(why, kLongestReason, "the reason");
  Database& database = record.database();
  Transaction transaction(database);
  const bool undoing = action == "undo";
  const std::string at = moment(database);
  Touched touched(database);
  for (const int64_t number : numbers) {
    const auto one = find_correction(database, number);
    if (!one) throw Error(ErrorKind::input, fmt::format("there is no correction {}: `chancery corrections` lists them", number));
    if (one->undone.empty() != undoing) {
      throw Conflict(undoing ? fmt::format("correction {} does not stand: {} took it back at {}", number, one->undone_by, one->undone)
                             : fmt::format("correction {} stands: there is nothing to do again", number),
                     one);
    }
    // The values to lead back to are those without it, so they are kept before it stands again.
    if (!undoing && one->action == "change") {
      const int64_t document = document_row(database, one->document);
      keep_machine_value(database, document, touched.version_of(document), one->fact, one->field);
    }
    database.run("UPDATE corrections SET undone = ?, undone_by = ? WHERE id = ?", undoing ? std::optional(at) : std::nullopt, undoing ? std::optional(who) : std::nullopt, number);
    database.run("INSERT INTO correction_turns(correction, made, action, who, why) VALUES (?,?,?,?,?)", number, at, action, who, or_null(why));
    touch(database, *one, touched);
  }
  touched.finish();
  std::vector<Correction> turned;
  for (const int64_t number : numbers) turned.push_back(*find_correction(database, number));
  transaction.commit();
  return turned;
}

struct Condition {
  std::string sql = "WHERE 1";
  std::vector<Value> values;
  void add(std::string_view part, std::string value) {
    sql.append(" AND ").append(part);
    values.emplace_back(std::move(value));
  }
  void add_any(std::string_view one, std::string_view other, const std::vector<std::string>& keys) {
    std::string list;
    for (size_t i = 0; i < keys.size(); ++i) list += i == 0 ? "?" : ",?";
    sql += fmt::format(" AND ({} IN ({}) OR {} IN ({}))", one, list, other, list);
    for (int twice = 0; twice < 2; ++twice) values.insert(values.end(), keys.begin(), keys.end());
  }
};

std::vector<std::string> keys_in(Rows rows) {
  std::vector<std::string> keys;
  while (rows.next()) keys.push_back(rows.string(0));
  return keys;
}

/// Of everybody who is shown as that person.
std::vector<std::string> keys_of_person(Database& database, const std::string& key) {
  return keys_in(database.query(
      "WITH RECURSIVE same(key) AS (SELECT ? UNION SELECT c.other FROM corrections c JOIN same ON c.person = same.key WHERE c.action = 'join_people' AND c.undone IS NULL) "
      "SELECT key FROM same",
      key));
}

/// That its accounts come home to.
std::vector<std::string> keys_of_encounter(Database& database, const std::string& key) {
  std::string now = encounter_key(database, key);
  if (now.empty()) now = key;
  return keys_in(database.query("SELECT ?1 UNION SELECT a.home FROM accounts a JOIN encounters n ON n.id = a.encounter WHERE n.key = ?1", now));
}

void add_kind(Condition& condition, const std::string& kind) {
  if (const auto letter = letter_of_kind(kind)) {
    condition.add("c.fact GLOB ? AND c.action IN ('confirm', 'change', 'reject')", std::string(1, *letter) + "-*");
  } else if (kind == "person" || kind == "encounter") {
    condition.sql += kind == "person" ? " AND c.action IN ('join_people', 'part_person')" : " AND c.action IN ('join_encounters', 'part_account')";
  } else {
    throw Error(ErrorKind::input, fmt::format("\"{}\" is no kind of fact: use mention, entity, time, statement, point, event, figure, commitment, courtesy, person or encounter", kind));
  }
}

Condition condition_of(Database& database, const CorrectionFilters& filters) {
  Condition condition;
  if (!filters.document.empty()) condition.add("d.key = ?", filters.document);
  if (!filters.who.empty()) condition.add("c.who = ?", filters.who);
  if (!filters.kind.empty()) add_kind(condition, filters.kind);
  if (filters.batch) condition.add("c.batch = CAST(? AS INTEGER)", std::to_string(*filters.batch));
  if (!filters.person.empty()) condition.add_any("c.person", "c.other", keys_of_person(database, filters.person));
  if (!filters.encounter.empty()) condition.add_any("c.encounter", "c.other_encounter", keys_of_encounter(database, filters.encounter));
  if (filters.undone) condition.sql += *filters.undone ? " AND c.undone IS NOT NULL" : " AND c.undone IS NULL";
  return condition;
}

}  // namespace

std::vector<Correction> correct(Record& record, const std::vector<Wish>& wishes, const std::string& who) {
  need_who(who);
  if (wishes.empty()) throw Error(ErrorKind::input, "there is nothing to correct: give at least one correction");
  if (wishes.size() > kMostAtOnce) throw Error(ErrorKind::input, fmt::format("at most {} corrections are taken in one go: send the others after them", kMostAtOnce));
  Database& database = record.database();
  Transaction transaction(database);
  const int64_t batch = next_batch(database);
  Touched touched(database);
  std::vector<Correction> made;
  for (const Wish& wish : wishes) {
    need_lines(wish.why, kLongestReason, "the reason");
    for (Correction& one : prepared(database, wish, batch, touched)) {
      one.who = who;
      one.batch = batch;
      made.push_back(keep_correction(database, std::move(one)));
    }
  }
  touched.finish();
  for (const Correction& one : made) check_days(database, one);
  transaction.commit();
  return made;
}

std::vector<Correction> undo(Record& record, const std::vector<int64_t>& numbers, const std::string& who, const std::string& why) {
  return turn(record, numbers, "undo", who, why);
}

std::vector<Correction> redo(Record& record, const std::vector<int64_t>& numbers, const std::string& who, const std::string& why) {
  return turn(record, numbers, "redo", who, why);
}

CorrectionPage list_corrections(const Record& record, const CorrectionFilters& filters, const Page& page) {
  Condition condition = condition_of(record.database(), filters);
  CorrectionPage result;
  {
    Rows count = record.database().query("SELECT count(*) FROM corrections c LEFT JOIN documents d ON d.id = c.document " + condition.sql, condition.values);
    if (count.next()) result.total = count.integer(0);
  }
  condition.values.emplace_back(static_cast<int64_t>(page.limit));
  condition.values.emplace_back(static_cast<int64_t>(page.offset));
  Rows rows = record.database().query(std::string(kCorrectionColumns) + condition.sql + " ORDER BY c.id DESC LIMIT ? OFFSET ?", condition.values);
  while (rows.next()) result.corrections.push_back(read_correction(rows));
  return result;
}

std::vector<int64_t> correction_numbers(const Record& record, const CorrectionFilters& filters) {
  CorrectionFilters wanted = filters;
  wanted.undone = filters.undone.value_or(false);
  const Condition condition = condition_of(record.database(), wanted);
  std::vector<int64_t> numbers;
  Rows rows = record.database().query("SELECT c.id FROM corrections c LEFT JOIN documents d ON d.id = c.document " + condition.sql + " ORDER BY c.id DESC", condition.values);
  while (rows.next()) numbers.push_back(rows.integer(0));
  return numbers;
}

std::string_view kind_of(const Correction& c) {
  if (c.action == "join_people" || c.action == "part_person") return "person";
  if (c.action == "join_encounters" || c.action == "part_account") return "encounter";
  return kind_of_fact(c.fact);
}

Correction Record::correct(const Correction& correction) {
  Wish wish;
  static_cast<Correction&>(wish) = correction;
  return record::correct(*this, {wish}, correction.who).front();
}

std::vector<Correction> Record::corrections(const std::optional<std::string>& document) const {
  std::vector<Correction> all;
  Rows rows = database_->query(std::string(kCorrectionColumns) + "WHERE c.undone IS NULL AND (?1 IS NULL OR d.key = ?1) ORDER BY c.id DESC", document);
  while (rows.next()) all.push_back(read_correction(rows));
  return all;
}

void Record::undo(int64_t correction, const std::string& who) { record::undo(*this, {correction}, who); }

}  // namespace chancery::record
