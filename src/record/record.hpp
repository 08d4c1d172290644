// The record: documents as published, their versions and raw bytes, and the facts found in them, in one SQLite file.
//
// Identity. A document is the same one when its address is (DocumentInfo::url), else its given id, else the path of the
// file that holds it alone; documents inside a table or stream without id or address are known by their words.
// Durability. What `Adder` reports as added survives the end of the process at any moment and a power cut: commits are
// synced (synchronous=FULL), and cost little because many documents share one.
// Concurrency. A Record is one connection: one thread at a time, several Records on one file in any number of threads
// and processes. Readers never wait; writers wait for each other up to OpenOptions::patience, then Error(record).
// Errors. Error(io): the disk or a permission does not let us. Error(record): no record, damaged, another program's, or
// made by a newer program. Error(input): no such id. Nothing that was kept is lost by any of them.
// Offsets in tables and lines are Unicode code points; those of Document values are bytes.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "record/lines.hpp"

namespace chancery::record {

class Database;

enum class Mode : uint8_t {
  read_only,   ///< must exist and be of this program's schema
  read_write,  ///< must exist; an older schema is migrated, after a backup beside it
  create,      ///< as read_write, and made where there is none
};

struct OpenOptions {
  Mode mode = Mode::read_only;
  std::chrono::milliseconds patience{60'000};         ///< how long to wait for another writer
  std::function<void(const std::string&)> on_notice;  ///< "the record was migrated; the old one is kept in ..."
};

using RunId = int64_t;

/// The program, model and settings that made facts.
struct RunInfo {
  std::string made_by;   ///< Engine::made_by()
  std::string command;   ///< "add", "reread"
  std::string settings;  ///< JSON object, may be empty
};

/// The bytes a document was read from; they need to live only during the call.
struct Original {
  std::string_view bytes;
  std::string_view media_type;
};

enum class Outcome : uint8_t { added, known, changed, removed };
std::string_view name_of(Outcome outcome);

struct Added {
  Outcome outcome = Outcome::added;
  std::string id;  ///< of the document in the record; may differ from the one given where that was taken
  std::string source;
  int version = 1;
  std::string why;  ///< for `removed`: the reason given when it was removed, and when
};

/// What a person said for or against what the machine read, kept through every new run.
struct Correction {
  std::string document;  ///< id
  std::string fact;      ///< fact id
  std::string action;    ///< confirm | change | reject | join_people | part_person | join_encounters | part_account
  std::string field;     ///< for change: the contract's key, "type", "time.value", "place.name"
  std::string value;     ///< for change: the new value
  std::string who, why;
  std::string when;    ///< filled by the record, as all below but for those that name people and encounters
  std::string before;
  int64_t number = 0;
  std::string key;       ///< the same in every copy of the record
  int64_t batch = 0;     ///< those made in one go have one number
  std::string person, other;  ///< join_people: `other` is `person`; part_person: the entity `fact` is `other`, not `person`
  std::string encounter, other_encounter;  ///< join_encounters: `other_encounter` is `encounter`; part_account: likewise
  std::string title;     ///< of the document
  std::string label;     ///< the words judged, or the names
  std::string undone, undone_by;  ///< empty while it stands
};

struct Removed {
  std::string id, title, why, when;
};

struct Finding {
  std::string kind;   ///< integrity | foreign_key | blob | span | quote | search_index | encounter
  std::string where;  ///< table, document or fact
  std::string message;
};

struct Status {
  std::string path;
  int schema = 0;
  int64_t bytes = 0;
  int64_t documents = 0, versions = 0, encounters = 0, accounts = 0, entities = 0, statements = 0, points = 0,
          figures = 0, commitments = 0, courtesies = 0, mentions = 0, times = 0, corrections = 0, removed = 0,
          failures = 0;
  std::vector<Count> kinds, publishers, countries, years, made_by;
  std::string first_day, last_day;  ///< of publication
  std::string last_added;
};

/// The latest version of a document as kept, with all its facts; rejected facts are left out.
struct Kept {
  Document document;
  int64_t row = 0;  ///< of the document
  int version = 1;
  std::string made_by;
  std::string added;
  int64_t reading = 0;  ///< of these facts: another once they are made anew
};

struct VersionLine {
  int number = 1;
  std::string title, published, added, made_by, content_hash, media_type;
  bool current = false;
};

class Record {
 public:
  static Record open(const std::filesystem::path& path, const OpenOptions& options);
  Record(Record&&) noexcept;
  Record& operator=(Record&&) noexcept;
  ~Record();

  const std::filesystem::path& path() const;

  RunId begin_run(const RunInfo& info);
  void end_run(RunId run);

  /// What adding this document would say, without its facts: ask before analysing. `info.id` may still be empty.
  Outcome expect(const Document& document, const Original& original) const;

  /// One document in a transaction of its own. For many use Adder.
  Added add(const Document& document, const Original& original, RunId run);

  /// Keeps that `item` could not be read, until `succeeded` or an added document with that source, id or address.
  void failed(const std::string& item, const std::string& reason, RunId run);
  /// Forgets failures of `source` and its lines ("source:12") that runs before `run` listed.
  void succeeded(const std::string& source, RunId run);
  std::vector<FailureLine> failures(size_t limit = 1000) const;

  /// The current version with all its facts, or an older one with the facts kept for it.
  Kept load(const std::string& id, std::optional<int> version = {}) const;
  std::vector<VersionLine> versions(const std::string& id) const;
  /// Raw bytes as they were read, and their media type.
  std::pair<std::string, std::string> original(const std::string& id, std::optional<int> version = {}) const;

  /// Ids of documents, oldest first; with `made_by`, those whose facts a run of just that name made.
  std::vector<std::string> documents(const std::optional<std::string>& made_by = {}) const;
  /// Replaces the machine's facts of the current version by those of `document` (same text) in one transaction; what
  /// people confirmed, changed or rejected stays. Throws Error(input) where the text is not the one kept.
  void replace_facts(const std::string& id, const Document& document, RunId run);

  /// One correction; correction_log.hpp takes several in one go, and lists them with filters.
  Correction correct(const Correction& correction);
  /// Those that stand, newest first; all of them or those of one document.
  std::vector<Correction> corrections(const std::optional<std::string>& document = {}) const;
  void undo(int64_t correction, const std::string& who);

  /// The text, bytes no other document needs, facts and index entries go; a tombstone says why.
  Removed remove(const std::string& id, const std::string& why);
  std::vector<Removed> removed() const;

  /// A copy of the live record; `progress` hears pages done and in all. The target must not exist.
  void backup(const std::filesystem::path& target, const std::function<void(int done, int total)>& progress = {}) const;

  /// Reads everything; empty when sound. `progress` hears documents done and in all.
  std::vector<Finding> check(const std::function<void(int64_t done, int64_t total)>& progress = {}) const;

  /// Makes the full-text index anew from the tables; for when `check` found it out of step.
  void rebuild_search();

  Status status() const;

  /// A stable view for several questions; ends with the object.
  class Snapshot {
   public:
    explicit Snapshot(const Record& record);
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot();

   private:
    Database& database_;
    bool owned_ = false;
  };

  /// For the other files of record/ only.
  Database& database() const { return *database_; }

 private:
  explicit Record(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace chancery::record
