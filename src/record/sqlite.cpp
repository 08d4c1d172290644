#include "record/sqlite.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/error.hpp"

namespace chancery::record {
namespace {

constexpr size_t kMostStatements = 256;

std::string reason(sqlite3* handle, int code) {
  const int system = handle ? sqlite3_system_errno(handle) : 0;
  const bool of_system = system != 0 && ((code & 0xFF) == SQLITE_IOERR || (code & 0xFF) == SQLITE_CANTOPEN ||
                                         (code & 0xFF) == SQLITE_FULL);
  if (of_system) return std::strerror(system);
  return handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
}

}  // namespace

Rows::~Rows() {
  if (statement_) database_->give_back(statement_, cached_);
}

bool Rows::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  database_->fail(sqlite3_extended_errcode(database_->handle()));
}

std::string_view Rows::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return data ? std::string_view(data, static_cast<size_t>(sqlite3_column_bytes(statement_, column)))
              : std::string_view();
}

std::string_view Rows::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return data ? std::string_view(data, static_cast<size_t>(sqlite3_column_bytes(statement_, column)))
              : std::string_view();
}

Database::Database(const std::filesystem::path& path, const std::string& uri, int flags,
                   std::chrono::milliseconds patience)
    : path_(path), patience_(patience) {
  const int code = sqlite3_open_v2(uri.c_str(), &handle_, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code != SQLITE_OK) {
    const std::string why = reason(handle_, code);
    sqlite3_close(handle_);
    throw Error(ErrorKind::io, fmt::format("cannot open the record {}: {}", path_.string(), why));
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_handler(handle_, wait_for_writer, this);
}

/// Called by SQLite while another connection holds the lock, `times` counting from 0; 0 gives up.
int Database::wait_for_writer(void* database, int times) {
  constexpr std::chrono::seconds kNoticeable{2};
  constexpr int kShortest = 1, kLongest = 50;  // ms between two looks
  auto& self = *static_cast<Database*>(database);
  const auto now = std::chrono::steady_clock::now();
  if (times == 0) self.waiting_since_ = now;
  const auto waited = now - self.waiting_since_;
  if (waited >= self.patience_) return 0;
  if (waited >= kNoticeable && self.tell_) {
    const auto tell = std::exchange(self.tell_, nullptr);
    tell(fmt::format("another program is writing to {}: waiting until it is done, at most {} s", self.path_.string(), self.patience_.count() / 1000));
  }
  sqlite3_sleep(std::clamp(times * 5, kShortest, kLongest));
  return 1;
}

Database::~Database() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close_v2(handle_);
}

Rows Database::prepare(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end()) {
    if (!sqlite3_stmt_busy(found->second)) return Rows(*this, found->second, true);
  }
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr));
  const bool cached = statements_.size() < kMostStatements && statements_.emplace(sql, statement).second;
  return Rows(*this, statement, cached);
}

Rows Database::query(std::string_view sql, const std::vector<Value>& arguments) {
  Rows rows = prepare(sql);
  int index = 0;
  for (const Value& value : arguments) bind(rows.handle(), ++index, value);
  return rows;
}

void Database::bind(sqlite3_stmt* statement, int index, const Value& value) const {
  std::visit([&](const auto& held) { bind(statement, index, held, SQLITE_TRANSIENT); }, value);
}

void Database::give_back(sqlite3_stmt* statement, bool cached) noexcept {
  if (!cached) {
    sqlite3_finalize(statement);
    return;
  }
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
}

void Database::execute(const std::string& sql) { check(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr)); }

void Database::fail(int code) const {
  const std::string file = path_.string();
  const std::string why = reason(handle_, code);
  switch (code & 0xFF) {
    case SQLITE_FULL:
      throw Error(
          ErrorKind::io,
          fmt::format(
              "the disk that holds {} is full: free some space and run the command again; what was kept before is safe",
              file));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(ErrorKind::record, fmt::format("another program has kept {} locked for {} s: wait until it is done, "
                                                 "or end it, and try again",
                                                 file, patience_.count() / 1000));
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw Error(
          ErrorKind::io,
          fmt::format("{} cannot be written ({}): allow writing to it and to its folder, or name another record", file,
                      why));
    case SQLITE_CANTOPEN:
      throw Error(
          ErrorKind::io,
          fmt::format("cannot open {} or the files beside it ({}): allow writing to its folder, or name another record",
                      file, why));
    case SQLITE_IOERR:
      throw Error(ErrorKind::io, fmt::format("reading or writing {} failed ({}): see to the disk and run the command "
                                             "again; what was kept before is safe",
                                             file, why));
    case SQLITE_CORRUPT:
      throw Error(ErrorKind::record,
                  fmt::format("{} is damaged ({}): run `chancery check`, and go back to the last backup", file, why));
    case SQLITE_NOTADB:
      throw Error(ErrorKind::record,
                  fmt::format("{} is no record: it is not an SQLite database; name another file with --record", file));
    case SQLITE_INTERRUPT:
      throw Error(ErrorKind::interrupted, "interrupted");
    default:
      throw Error(ErrorKind::internal, fmt::format("{}: {} (SQLite {})", file, why, code));
  }
}

Transaction::Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  if (!done_ && database_.in_transaction()) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.run("COMMIT");
  done_ = true;
}

Savepoint::Savepoint(Database& database) : database_(database) { database_.run("SAVEPOINT one"); }

Savepoint::~Savepoint() {
  if (!done_ && database_.in_transaction())
    sqlite3_exec(database_.handle(), "ROLLBACK TO one; RELEASE one", nullptr, nullptr, nullptr);
}

void Savepoint::release() {
  database_.run("RELEASE one");
  done_ = true;
}

}  // namespace chancery::record
