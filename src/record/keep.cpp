#include "record/keep.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "record/blob.hpp"
#include "record/clock.hpp"
#include "record/corrections.hpp"
#include "record/encounter_rows.hpp"
#include "record/corrections.hpp"
#include "record/facts.hpp"
#include "record/formulae.hpp"
#include "record/identity.hpp"
#include "record/index.hpp"
#include "record/offsets.hpp"

namespace chancery::record {
namespace {

struct Standing {
  int64_t row = 0;
  std::string key;
  int64_t version_row = 0;
  int number = 0;
  std::string content_hash;
};

std::optional<Standing> find(Database& database, const std::string& where, const std::string& value) {
  Rows rows = database.query(
      "SELECT d.id, d.key, v.id, v.number, v.content_hash FROM documents d JOIN versions v ON v.id = d.version WHERE " +
          where,
      value);
  if (!rows.next()) return std::nullopt;
  return Standing{rows.integer(0), rows.string(1), rows.integer(2), static_cast<int>(rows.integer(3)), rows.string(4)};
}

/// Documents without address or id of their own are known by their words.
bool known_by_words(const std::string& identity) {
  return identity.starts_with("path:") || identity.starts_with("words:");
}

/// The document of that identity. A file that lies somewhere else now, with the same words, is the one we know.
std::optional<Standing> find_known(Database& database, const std::string& identity, const std::string& content_hash) {
  if (auto same = find(database, "d.identity = ?", identity)) return same;
  if (!known_by_words(identity)) return std::nullopt;
  return find(database, "(d.identity LIKE 'path:%' OR d.identity LIKE 'words:%') AND v.content_hash = ? LIMIT 1",
              content_hash);
}

std::optional<std::string> tombstone(Database& database, const std::string& identity, const std::string& content_hash) {
  Rows rows = database.query(
      "SELECT why, removed FROM tombstones WHERE identity = ?1 OR (?2 AND content_hash = ?3 AND "
      "(identity LIKE 'path:%' OR identity LIKE 'words:%')) LIMIT 1",
      identity, known_by_words(identity), content_hash);
  if (!rows.next()) return std::nullopt;
  return fmt::format("{} ({})", rows.text(0), rows.text(1));
}

std::string free_key(Database& database, const Document& document) {
  const std::string stem = document.info.id.empty() ? id_from_words(document) : document.info.id;
  std::string key = stem;
  for (int n = 2; database.integer("SELECT 1 FROM documents WHERE key = ?", key); ++n)
    key = fmt::format("{}-{}", stem, n);
  return key;
}

int64_t blob_row(Database& database, const Prepared& prepared) {
  if (const auto row = database.integer("SELECT id FROM blobs WHERE hash = ?", prepared.bytes_hash)) return *row;
  database.run("INSERT INTO blobs(hash, size, data) VALUES (?,?,?)", prepared.bytes_hash, prepared.size,
               Blob{prepared.frame});
  return database.last_row();
}

std::optional<int64_t> publisher_row(Database& database, const DocumentInfo& info) {
  if (info.publisher.empty()) return std::nullopt;
  database.run("INSERT OR IGNORE INTO sources(name, country) VALUES (?,?)", info.publisher, info.country);
  return database.integer("SELECT id FROM sources WHERE name = ? AND country = ?", info.publisher, info.country);
}

void describe(Database& database, int64_t row, const Document& document) {
  const DocumentInfo& info = document.info;
  const auto day = parse_day(info.published);
  database.run(
      "UPDATE documents SET title = ?, published = ?, day = ?, language = ?, publisher = ?, country = ?, dateline = ?, "
      "kind = ?, terms = ?, url = ?, source = ?, published_by = ? WHERE id = ?",
      document.title, or_null(info.published), day ? std::optional(iso(*day)) : std::nullopt, or_null(info.language),
      or_null(info.publisher), or_null(info.country), or_null(info.dateline), chancery::name_of(info.kind),
      list_json(info.terms), or_null(info.url), or_null(info.source), publisher_row(database, info), row);
}

/// The new version becomes the current one.
void keep_version(Database& database, int64_t row, int number, const Prepared& prepared, RunId run, ToIndex& index,
                  const Belonging& belonging = {}) {
  const Document& document = *prepared.document;
  database.run(
      "INSERT INTO versions(document, number, title, text, published, content_hash, blob, media_type, notes, run, "
      "added) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
      row, number, document.title, document.text, or_null(document.info.published), prepared.content_hash,
      blob_row(database, prepared), or_null(prepared.media_type), list_json(document.notes), run, now());
  const int64_t version = database.last_row();
  database.run("UPDATE documents SET version = ? WHERE id = ?", version, row);
  describe(database, row, document);
  write_facts(database, version, document, belonging);
  keep_wording(database, row, version, prepared.wording);
  index.documents.push_back(row);
  index.versions.push_back(version);
}

void note_location(Database& database, int64_t row, const DocumentInfo& info) {
  if (!info.source.empty())
    database.run("INSERT OR IGNORE INTO locations(document, address, first_seen) VALUES (?,?,?)", row, info.source,
                 now());
}

void forget_failures(Database& database, const DocumentInfo& info) {
  for (const std::string* item : {&info.source, &info.id, &info.url}) {
    if (!item->empty()) database.run("DELETE FROM failures WHERE item = ?", *item);
  }
}

}  // namespace

Prepared prepare(const Document& document, const Original& original) {
  return {&document,
          identity_of(document, original),
          content_hash_of(document),
          content_hash(original.bytes),
          compress(original.bytes),
          std::string(original.media_type),
          wording_of(document.text),
          original.bytes.size()};
}

bool ToIndex::drop(int64_t document, int64_t version) {
  std::erase(versions, version);
  return std::erase(documents, document) > 0;
}

void ToIndex::run(Database& database) const {
  for (const int64_t row : documents) index_document(database, row);
  for (const int64_t version : versions) index_statements(database, version);
}

Added keep(Database& database, const Prepared& prepared, RunId run, ToIndex& index) {
  const Document& document = *prepared.document;
  Added added{Outcome::added, document.info.id, document.info.source, 1, {}};
  if (const auto why = tombstone(database, prepared.identity, prepared.content_hash)) {
    added.outcome = Outcome::removed;
    added.why = *why;
    return added;
  }
  const auto known = find_known(database, prepared.identity, prepared.content_hash);
  forget_failures(database, document.info);
  if (!known) {
    const std::string key = free_key(database, document);
    database.run("INSERT INTO documents(key, identity, added) VALUES (?,?,?)", key, prepared.identity, now());
    const int64_t row = database.last_row();
    keep_version(database, row, 1, prepared, run, index);
    note_location(database, row, document.info);
    added.id = key;
    return added;
  }
  added.id = known->key;
  added.version = known->number;
  note_location(database, known->row, document.info);
  if (known->content_hash == prepared.content_hash) {
    added.outcome = Outcome::known;
    return added;
  }
  if (!index.drop(known->row, known->version_row)) {
    unindex_document(database, known->row);
    unindex_statements(database, known->version_row);
  }
  compare_again(database, known->version_row);
  keep_version(database, known->row, known->number + 1, prepared, run, index,
               belonging_after_change(database, known->version_row, document));
  // What was said of facts that the new words have as well still holds.
  apply_corrections(database, known->row, database.integer("SELECT version FROM documents WHERE id = ?", known->row).value_or(0), facts_of(document));
  choose_leading(database, known->version_row);
  added.outcome = Outcome::changed;
  added.version = known->number + 1;
  return added;
}

Outcome outcome_of(Database& database, const Document& document, const Original& original) {
  const std::string identity = identity_of(document, original);
  const std::string hash = content_hash_of(document);
  if (tombstone(database, identity, hash)) return Outcome::removed;
  const auto known = find_known(database, identity, hash);
  if (!known) return Outcome::added;
  return known->content_hash == hash ? Outcome::known : Outcome::changed;
}

void keep_failure(Database& database, const std::string& item, const std::string& reason, RunId run) {
  const std::string at = now();
  database.run(
      "INSERT INTO failures(item, reason, run, first, last) VALUES (?,?,?,?,?) ON CONFLICT(item) DO UPDATE SET reason "
      "= excluded.reason, run = excluded.run, last = excluded.last, attempts = attempts + 1",
      item, reason, run, at, at);
}

int64_t document_row(Database& database, const std::string& id) {
  if (const auto row = database.integer("SELECT id FROM documents WHERE key = ?", id)) return *row;
  throw Error(ErrorKind::input,
              fmt::format("no document {} in {}: `chancery search` finds ids", id, database.path().string()));
}

}  // namespace chancery::record
