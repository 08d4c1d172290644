#include "record/record.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "record/blob.hpp"
#include "record/clock.hpp"
#include "record/encounter_rows.hpp"
#include "record/facts.hpp"
#include "record/index.hpp"
#include "record/keep.hpp"
#include "record/person_rows.hpp"
#include "record/offsets.hpp"
#include "record/open.hpp"

namespace chancery::record {
namespace {

int64_t version_row(Database& database, const std::string& id, std::optional<int> number) {
  const int64_t document = document_row(database, id);
  const auto row =
      number ? database.integer("SELECT id FROM versions WHERE document = ? AND number = ?", document, *number)
             : database.integer("SELECT version FROM documents WHERE id = ?", document);
  if (!row) throw Error(ErrorKind::input, fmt::format("document {} has no version {}", id, number.value_or(1)));
  return *row;
}

DocumentInfo info_of(const Rows& rows, int column) {
  DocumentInfo info;
  info.id = rows.string(column);
  info.source = rows.string(column + 1);
  info.url = rows.string(column + 2);
  info.published = rows.string(column + 3);
  info.language = rows.string(column + 4);
  info.publisher = rows.string(column + 5);
  info.country = rows.string(column + 6);
  info.dateline = rows.string(column + 7);
  info.kind = parse<DocumentKind>(rows.text(column + 8)).value_or(DocumentKind::other);
  info.terms = parse_list(rows.text(column + 9));
  return info;
}

}  // namespace

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::added:
      return "added";
    case Outcome::known:
      return "known";
    case Outcome::changed:
      return "changed";
    case Outcome::removed:
      return "removed";
  }
  return "";
}

Record::Record(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Record::Record(Record&&) noexcept = default;
Record& Record::operator=(Record&&) noexcept = default;
Record::~Record() = default;

Record Record::open(const std::filesystem::path& path, const OpenOptions& options) {
  return Record(open_database(path, options));
}

const std::filesystem::path& Record::path() const { return database_->path(); }

RunId Record::begin_run(const RunInfo& info) {
  database_->run("INSERT INTO runs(made_by, command, settings, started) VALUES (?,?,?,?)", info.made_by, info.command,
                 or_null(info.settings), now());
  return database_->last_row();
}

void Record::end_run(RunId run) { database_->run("UPDATE runs SET finished = ? WHERE id = ?", now(), run); }

Outcome Record::expect(const Document& document, const Original& original) const {
  return outcome_of(*database_, document, original);
}

Added Record::add(const Document& document, const Original& original, RunId run) {
  const Prepared prepared = prepare(document, original);
  Transaction transaction(*database_);
  ToIndex index;
  Added added = keep(*database_, prepared, run, index);
  index.run(*database_);
  transaction.commit();
  return added;
}

void Record::failed(const std::string& item, const std::string& reason, RunId run) {
  keep_failure(*database_, item, reason, run);
}

void Record::succeeded(const std::string& source, RunId run) {
  database_->run(
      "DELETE FROM failures WHERE (item = ?1 OR (substr(item, 1, length(?1) + 1) = ?1 || ':' AND substr(item, "
      "length(?1) + 2) NOT GLOB '*[^0-9]*')) AND coalesce(run, 0) < ?2",
      source, run);
}

std::vector<FailureLine> Record::failures(size_t limit) const {
  std::vector<FailureLine> lines;
  Rows rows = database_->query(
      "SELECT item, reason, first, last, attempts FROM failures ORDER BY last DESC, id LIMIT ?", limit);
  while (rows.next())
    lines.push_back(
        {rows.string(0), rows.string(1), rows.string(2), rows.string(3), static_cast<int>(rows.integer(4))});
  return lines;
}

Kept Record::load(const std::string& id, std::optional<int> version) const {
  const Snapshot snapshot(*this);
  const int64_t row = version_row(*database_, id, version);
  Kept kept;
  {
    Rows rows = database_->query(
        "SELECT v.number, r.made_by, v.added, v.title, v.text, v.notes, d.id, d.key, d.source, d.url, v.published, "
        "d.language, d.publisher, d.country, d.dateline, d.kind, d.terms, v.run "
        "FROM versions v JOIN documents d ON d.id = v.document JOIN runs r ON r.id = v.run WHERE v.id = ?",
        row);
    rows.next();
    kept.version = static_cast<int>(rows.integer(0));
    kept.made_by = rows.string(1);
    kept.added = rows.string(2);
    kept.document.title = rows.string(3);
    kept.document.text = rows.string(4);
    kept.document.notes = parse_list(rows.text(5));
    kept.row = rows.integer(6);
    kept.document.info = info_of(rows, 7);
    kept.reading = rows.integer(17);
  }
  read_facts(*database_, row, kept.document);
  return kept;
}

std::vector<VersionLine> Record::versions(const std::string& id) const {
  std::vector<VersionLine> lines;
  Rows rows = database_->query(
      "SELECT v.number, v.title, v.published, v.added, r.made_by, v.content_hash, v.media_type, v.id = d.version "
      "FROM versions v JOIN documents d ON d.id = v.document JOIN runs r ON r.id = v.run WHERE d.id = ? ORDER BY "
      "v.number",
      document_row(*database_, id));
  while (rows.next()) {
    lines.push_back({static_cast<int>(rows.integer(0)), rows.string(1), rows.string(2), rows.string(3), rows.string(4),
                     rows.string(5), rows.string(6), rows.integer(7) != 0});
  }
  return lines;
}

std::pair<std::string, std::string> Record::original(const std::string& id, std::optional<int> version) const {
  const Snapshot snapshot(*this);
  Rows rows = database_->query(
      "SELECT b.data, b.size, v.media_type FROM versions v JOIN blobs b ON b.id = v.blob WHERE v.id = ?",
      version_row(*database_, id, version));
  if (!rows.next())
    throw Error(ErrorKind::record, fmt::format("the original of {} is missing: run `chancery check`", id));
  return {decompress(rows.blob(0), static_cast<size_t>(rows.integer(1))), rows.string(2)};
}

std::vector<std::string> Record::documents(const std::optional<std::string>& made_by) const {
  std::vector<std::string> ids;
  Rows rows = database_->query(
      "SELECT d.key FROM documents d JOIN versions v ON v.id = d.version JOIN runs r ON r.id = v.run WHERE ?1 IS NULL "
      "OR r.made_by = ?1 ORDER BY d.id",
      made_by);
  while (rows.next()) ids.push_back(rows.string(0));
  return ids;
}

Removed Record::remove(const std::string& id, const std::string& why) {
  Removed removed{id, {}, why, now()};
  {
    Transaction transaction(*database_);
    const int64_t row = document_row(*database_, id);
    removed.title = database_->text("SELECT title FROM documents WHERE id = ?", row).value_or("");
    unindex_document(*database_, row);
    unindex_statements(*database_, database_->integer("SELECT version FROM documents WHERE id = ?", row).value_or(0));
    database_->run(
        "INSERT INTO tombstones(key, identity, content_hash, why, removed) "
        "SELECT d.key, d.identity, v.content_hash, ?, ? FROM documents d LEFT JOIN versions v ON v.id = d.version "
        "WHERE d.id = ? "
        "ON CONFLICT(identity) DO UPDATE SET content_hash = excluded.content_hash, why = excluded.why, removed = "
        "excluded.removed",
        why, removed.when, row);
    compare_again(*database_, database_->integer("SELECT version FROM documents WHERE id = ?", row).value_or(0));
    database_->run("DELETE FROM documents WHERE id = ?", row);
    database_->run("DELETE FROM blobs WHERE id NOT IN (SELECT blob FROM versions WHERE blob IS NOT NULL)");
    settle_encounters(*database_);
    settle_people(*database_);
    purge_index(*database_);
    transaction.commit();
  }
  // The log may still hold the words; it is emptied now unless a reader needs it.
  sqlite3_wal_checkpoint_v2(database_->handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  return removed;
}

std::vector<Removed> Record::removed() const {
  std::vector<Removed> all;
  Rows rows = database_->query("SELECT key, why, removed FROM tombstones ORDER BY id DESC");
  while (rows.next()) all.push_back({rows.string(0), {}, rows.string(1), rows.string(2)});
  return all;
}

void Record::backup(const std::filesystem::path& target, const std::function<void(int, int)>& progress) const {
  const Snapshot snapshot(*this);
  copy_database(*database_, target, progress);
}

Record::Snapshot::Snapshot(const Record& record) : database_(record.database()) {
  if (database_.in_transaction()) return;
  database_.run("BEGIN");
  owned_ = true;
}

Record::Snapshot::~Snapshot() {
  if (owned_ && database_.in_transaction()) sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

}  // namespace chancery::record
