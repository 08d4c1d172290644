#include "record/open.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "base/error.hpp"
#include "record/clock.hpp"
#include "record/formulae.hpp"
#include "record/has_words.hpp"
#include "record/marks.hpp"
#include "record/schema.hpp"

namespace chancery::record {
namespace {

namespace fs = std::filesystem;

/// Files that this process has looked into, and so may have open. It must not look again: closing any descriptor of a
/// file lets go of all locks that the process holds on it (POSIX), and another program, taking itself for the last one,
/// would then do away with the log that SQLite is still writing here.
class LookedInto {
 public:
  explicit LookedInto(const fs::path& path) { known_ = ::stat(path.c_str(), &file_) == 0; }
  bool before() const {
    const std::lock_guard lock(mutex_);
    return known_ && seen_.contains({file_.st_dev, file_.st_ino});
  }
  void remember() const {
    const std::lock_guard lock(mutex_);
    if (known_) seen_.emplace(file_.st_dev, file_.st_ino);
  }

 private:
  struct stat file_ {};
  bool known_ = false;
  static inline std::mutex mutex_;
  static inline std::set<std::pair<dev_t, ino_t>> seen_;
};

struct Stamp {
  int application = 0;
  int schema = 0;
  bool empty = true;
};

std::string as_uri(const fs::path& path, bool immutable) {
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    if (c == '?' || c == '#' || c == '%') {
      uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    } else {
      uri += c;
    }
  }
  return immutable ? uri + "?immutable=1" : uri;
}

/// Looks at the file itself, because SQLite would say no more than "not a database".
void check_file(const fs::path& path, Mode mode) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    if (mode == Mode::create) {
      const fs::path folder = fs::absolute(path).parent_path();
      if (!fs::is_directory(folder, error))
        throw Error(ErrorKind::io,
                    fmt::format("cannot make the record {}: there is no folder {}", path.string(), folder.string()));
      return;
    }
    throw Error(
        ErrorKind::record,
        fmt::format("there is no record {}: make one with `chancery add FILE...`, or name another with --record",
                    path.string()));
  }
  if (fs::is_directory(status))
    throw Error(ErrorKind::record, fmt::format("{} is a folder, no record: name a file with --record", path.string()));
  if (faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) != 0)
    throw Error(ErrorKind::io, fmt::format("cannot read the record {}: allow reading it, or name another with --record",
                                           path.string()));
  const LookedInto looked(path);
  if (looked.before()) return;
  std::ifstream file(path, std::ios::binary);
  std::string head(16, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  if (file.gcount() != 0 && head != std::string_view("SQLite format 3\0", 16)) {
    throw Error(
        ErrorKind::record,
        fmt::format("{} is no record: it is not an SQLite database; name another file with --record", path.string()));
  }
  looked.remember();
}

Stamp stamp_of(Database& database) {
  Stamp stamp;
  stamp.application = static_cast<int>(database.integer("PRAGMA application_id").value_or(0));
  stamp.schema = static_cast<int>(database.integer("PRAGMA user_version").value_or(0));
  stamp.empty = database.integer("SELECT count(*) FROM sqlite_master").value_or(0) == 0;
  return stamp;
}

void check_stamp(const Stamp& stamp, const fs::path& path, Mode mode, int newest) {
  const bool blank = stamp.empty && stamp.application == 0 && stamp.schema == 0;
  if (blank && mode == Mode::create) return;
  if (blank)
    throw Error(ErrorKind::record, fmt::format("{} is empty: fill it with `chancery add FILE...`", path.string()));
  if (stamp.application != kApplication) {
    throw Error(
        ErrorKind::record,
        fmt::format("{} is another program's SQLite database, no record of chancery: name another file with --record",
                    path.string()));
  }
  if (stamp.schema > newest) {
    throw Error(ErrorKind::record, fmt::format("{} was made by a newer chancery (its tables are of version {}, this "
                                               "program knows {}): use the newer program, or another record",
                                               path.string(), stamp.schema, newest));
  }
}

/// Two programs may make the same new record at once: switching to WAL then fails at once, not after the busy time.
void use_write_ahead_log(Database& database) {
  const auto end = std::chrono::steady_clock::now() + database.patience();
  for (;;) {
    sqlite3_exec(database.handle(), "PRAGMA page_size = 8192", nullptr, nullptr, nullptr);
    const int code = sqlite3_exec(database.handle(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return;
    if ((code & 0xFF) != SQLITE_BUSY || std::chrono::steady_clock::now() >= end) database.fail(code);
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
}

std::string free_name(const fs::path& path, int schema) {
  const std::string stem = fmt::format("{}.schema-{}", path.string(), schema);
  std::string name = stem + ".backup";
  for (int n = 2; fs::exists(name); ++n) name = fmt::format("{}-{}.backup", stem, n);
  return name;
}

void take_steps(Database& database, size_t from, const std::vector<std::string_view>& steps) {
  for (size_t step = from; step < steps.size(); ++step) database.execute(std::string(steps[step]));
  database.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplication, steps.size()));
}

void bring_up_to_date(Database& database, const OpenOptions& options, const std::vector<std::string_view>& steps) {
  const int newest = static_cast<int>(steps.size());
  if (stamp_of(database).schema == newest) return;
  // The backup is made outside the transaction, which could not be copied; the stamp is read again inside it.
  const Stamp before = stamp_of(database);
  std::string backup;
  if (!before.empty) {
    backup = free_name(database.path(), before.schema);
    copy_database(database, backup, {});
  }
  Transaction transaction(database);
  const Stamp now = stamp_of(database);
  check_stamp(now, database.path(), options.mode, newest);
  if (now.schema == newest) return;
  take_steps(database, static_cast<size_t>(now.schema), steps);
  transaction.commit();
  if (!backup.empty() && options.on_notice) {
    options.on_notice(
        fmt::format("{} was brought from version {} of its tables to {}; as it was before, it is kept in {}",
                    database.path().string(), now.schema, newest, backup));
  }
}

void set_up(Database& database, Mode mode) {
  database.execute(
      "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = "
      "4000;"
      // In WAL mode NORMAL would lose the last commits in a power cut; what was reported as added must stay.
      // One sync a batch of documents costs little.
      "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF");
  if (mode == Mode::read_only) database.execute("PRAGMA query_only = ON");
  register_marks(database);
  register_has_words(database);
  register_shingles(database);
}

/// A record on read-only ground, whose log files cannot be made: fit to read as long as no log waits beside it.
std::unique_ptr<Database> open_immutable(const fs::path& path, const OpenOptions& options) {
  std::error_code error;
  const auto log = fs::file_size(path.string() + "-wal", error);
  if (!error && log > 0) return nullptr;
  return std::make_unique<Database>(path, as_uri(path, true), SQLITE_OPEN_READONLY, options.patience);
}

std::unique_ptr<Database> open_for_reading(const fs::path& path, const OpenOptions& options) {
  // Read-write where possible, so that the last to close removes the log files; query_only guards the content.
  auto database = std::make_unique<Database>(path, as_uri(path, false), SQLITE_OPEN_READWRITE, options.patience);
  try {
    stamp_of(*database);
    return database;
  } catch (const Error& refused) {
    if (refused.kind() != ErrorKind::io) throw;
    auto immutable = open_immutable(path, options);
    if (!immutable) throw;
    return immutable;
  }
}

}  // namespace

std::unique_ptr<Database> open_database(const fs::path& path, const OpenOptions& options,
                                        const std::vector<std::string_view>& steps) {
  const int newest = static_cast<int>(steps.size());
  check_file(path, options.mode);
  if (options.mode == Mode::read_only) {
    auto database = open_for_reading(path, options);
    const Stamp stamp = stamp_of(*database);
    check_stamp(stamp, path, options.mode, newest);
    if (stamp.schema < newest) {
      throw Error(ErrorKind::record, fmt::format("{} was made by an older chancery: bring it up to date with any "
                                                 "command that writes, such as `chancery add` (a backup is made first)",
                                                 path.string()));
    }
    set_up(*database, options.mode);
    return database;
  }
  const int flags = SQLITE_OPEN_READWRITE | (options.mode == Mode::create ? SQLITE_OPEN_CREATE : 0);
  auto database = std::make_unique<Database>(path, as_uri(path, false), flags, options.patience);
  database->on_wait(options.on_notice);
  if (sqlite3_db_readonly(database->handle(), "main") == 1) database->fail(SQLITE_READONLY);
  check_stamp(stamp_of(*database), path, options.mode, newest);
  use_write_ahead_log(*database);
  set_up(*database, options.mode);
  bring_up_to_date(*database, options, steps);
  LookedInto(path).remember();  // it may have been made just now
  return database;
}

void copy_database(Database& from, const fs::path& target, const std::function<void(int, int)>& progress) {
  if (fs::exists(target))
    throw Error(ErrorKind::io,
                fmt::format("cannot write the backup: {} exists already; name another file", target.string()));
  fs::path partial = target;
  partial += ".part";
  std::error_code ignored;
  fs::remove(partial, ignored);
  try {
    Database to(partial, as_uri(partial, false), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, from.patience());
    sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (!backup) to.fail(sqlite3_errcode(to.handle()));
    // One long step would see no other writer but could not tell how far it is; pages changed meanwhile by others
    // make it start again, so the steps are large.
    int code = SQLITE_OK;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
      code = sqlite3_backup_step(backup, 2048);
      if (progress)
        progress(sqlite3_backup_pagecount(backup) - sqlite3_backup_remaining(backup), sqlite3_backup_pagecount(backup));
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(20);
    }
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) to.fail(code);
    to.execute("PRAGMA journal_mode = DELETE");
  } catch (...) {
    fs::remove(partial, ignored);
    throw;
  }
  fs::rename(partial, target);
}

}  // namespace chancery::record
