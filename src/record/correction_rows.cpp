#include "record/correction_rows.hpp"

#include <fmt/chrono.h>

#include <chrono>

#include "base/hash.hpp"
#include "base/random.hpp"
#include "record/keep.hpp"

namespace chancery::record {

Correction read_correction(const Rows& rows) {
  Correction c;
  c.number = rows.integer(0);
  c.key = rows.string(1);
  c.batch = rows.integer(2);
  c.action = rows.string(3);
  c.document = rows.string(4);
  c.title = rows.string(5);
  c.fact = rows.string(6);
  c.field = rows.string(7);
  c.value = rows.string(8);
  c.before = rows.string(9);
  c.person = rows.string(10);
  c.other = rows.string(11);
  c.encounter = rows.string(12);
  c.other_encounter = rows.string(13);
  c.label = rows.string(14);
  c.who = rows.string(15);
  c.why = rows.string(16);
  c.when = rows.string(17);
  c.undone = rows.string(18);
  c.undone_by = rows.string(19);
  return c;
}

std::optional<Correction> find_correction(Database& database, int64_t number) {
  Rows rows = database.query(std::string(kCorrectionColumns) + "WHERE c.id = ?", number);
  return rows.next() ? std::optional(read_correction(rows)) : std::nullopt;
}

int64_t next_batch(Database& database) { return database.integer("SELECT coalesce(max(batch), 0) + 1 FROM corrections").value_or(1); }

std::string moment(Database& database, std::chrono::milliseconds ahead) {
  using namespace std::chrono;
  const auto in_words = [](int64_t ms) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(static_cast<std::time_t>(ms / 1000)), ms % 1000);
  };
  const int64_t at = duration_cast<milliseconds>(system_clock::now().time_since_epoch() + ahead).count();
  std::string now = in_words(at);
  // Two in one millisecond, or a colleague's clock that is ahead: still one after the other.
  Rows rows = database.query(
      "SELECT last, CAST(strftime('%s', last) AS INTEGER) * 1000 + CAST(substr(last, 21, 3) AS INTEGER) FROM (SELECT max(made) AS last FROM (SELECT made FROM corrections UNION "
      "ALL SELECT made FROM correction_turns))");
  if (rows.next() && rows.text(0) >= now) return in_words(rows.integer(1) + 1);
  return now;
}

Correction keep_correction(Database& database, Correction made) {
  made.when = moment(database);
  made.key = "k-" + base32(random_number());
  std::optional<int64_t> document;
  if (!made.document.empty()) document = document_row(database, made.document);
  const bool change = made.action == "change";
  database.run(
      "INSERT INTO corrections(key, batch, action, document, fact, field, value, before, person, other, encounter, other_encounter, label, who, why, made) VALUES "
      "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      made.key, made.batch, made.action, document, or_null(made.fact), or_null(made.field), change ? std::optional(made.value) : std::nullopt,
      change ? std::optional(made.before) : std::nullopt, or_null(made.person), or_null(made.other), or_null(made.encounter), or_null(made.other_encounter),
      or_null(made.label), made.who, or_null(made.why), made.when);
  made.number = database.last_row();
  return made;
}

}  // namespace chancery::record
