// One SQLite connection with cached statements, as the files of record/ use it. SQL strings live only in this folder.
//
// One thread at a time. Every failure is thrown as chancery::Error with a sentence for people (see fail()).
#pragma once

#include <sqlite3.h>
#include <utility>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <variant>
#include <vector>

namespace chancery::record {

struct Blob {
  std::string_view bytes;
};

/// A parameter whose type is known only at run time.
using Value = std::variant<std::nullptr_t, int64_t, double, std::string>;

class Database;

/// Rows of a running query; gives its statement back when it goes. Views are valid until the next `next`.
class Rows {
 public:
  Rows(Database& database, sqlite3_stmt* statement, bool cached)
      : database_(&database), statement_(statement), cached_(cached) {}
  Rows(Rows&& other) noexcept
      : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)), cached_(other.cached_) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  Rows& operator=(Rows&&) = delete;
  ~Rows();

  bool next();
  bool null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  double real(int column) const { return sqlite3_column_double(statement_, column); }
  std::string_view text(int column) const;
  std::string string(int column) const { return std::string(text(column)); }
  std::string_view blob(int column) const;
  sqlite3_stmt* handle() const { return statement_; }

 private:
  Database* database_;
  sqlite3_stmt* statement_;
  bool cached_;
};

class Database {
 public:
  /// `flags` as for sqlite3_open_v2.
  Database(const std::filesystem::path& path, const std::string& uri, int flags, std::chrono::milliseconds patience);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  /// Runs a statement to its end; returns the number of rows changed.
  template <typename... Arguments>
  int64_t run(std::string_view sql, const Arguments&... arguments) {
    Rows rows = prepare(sql);
    int index = 0;
    // The arguments outlive the statement's run, so that SQLite need not copy them.
    (bind(rows.handle(), ++index, arguments, SQLITE_STATIC), ...);
    while (rows.next()) {
    }
    return sqlite3_changes64(handle_);
  }

  template <typename... Arguments>
  Rows query(std::string_view sql, const Arguments&... arguments) {
    Rows rows = prepare(sql);
    int index = 0;
    (bind(rows.handle(), ++index, arguments, SQLITE_TRANSIENT), ...);
    return rows;
  }

  Rows query(std::string_view sql, const std::vector<Value>& arguments);

  /// The first column of the first row; nothing where there is none or it is NULL.
  template <typename... Arguments>
  std::optional<int64_t> integer(std::string_view sql, const Arguments&... arguments) {
    Rows rows = query(sql, arguments...);
    return rows.next() && !rows.null(0) ? std::optional(rows.integer(0)) : std::nullopt;
  }
  template <typename... Arguments>
  std::optional<std::string> text(std::string_view sql, const Arguments&... arguments) {
    Rows rows = query(sql, arguments...);
    return rows.next() && !rows.null(0) ? std::optional(rows.string(0)) : std::nullopt;
  }

  /// Tells once, when another writer has been waited for noticeably long.
  void on_wait(std::function<void(const std::string&)> tell) { tell_ = std::move(tell); }

  /// Several statements without parameters.
  void execute(const std::string& sql);

  int64_t last_row() const { return sqlite3_last_insert_rowid(handle_); }
  bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
  sqlite3* handle() const { return handle_; }
  const std::filesystem::path& path() const { return path_; }
  std::chrono::milliseconds patience() const { return patience_; }

  /// Throws the Error for SQLite's result `code`: what happened, to which file, what to do.
  [[noreturn]] void fail(int code) const;
  void check(int code) const {
    if (code != SQLITE_OK) fail(code);
  }

 private:
  friend class Rows;
  static int wait_for_writer(void* database, int times);
  Rows prepare(std::string_view sql);
  void bind(sqlite3_stmt* statement, int index, const Value& value) const;
  void give_back(sqlite3_stmt* statement, bool cached) noexcept;

  template <typename T>
  void bind(sqlite3_stmt* statement, int index, const T& value, sqlite3_destructor_type copying) const {
    if constexpr (std::is_same_v<T, std::nullptr_t>) {
      check(sqlite3_bind_null(statement, index));
    } else if constexpr (std::is_same_v<T, Blob>) {
      check(sqlite3_bind_blob64(statement, index, value.bytes.data(), value.bytes.size(), copying));
    } else if constexpr (std::is_floating_point_v<T>) {
      check(sqlite3_bind_double(statement, index, value));
    } else if constexpr (std::is_integral_v<T>) {
      check(sqlite3_bind_int64(statement, index, static_cast<sqlite3_int64>(value)));
    } else {
      const std::string_view text = value;
      // An empty view may have no address, which SQLite would take for NULL.
      check(sqlite3_bind_text64(statement, index, text.empty() ? "" : text.data(), text.size(), copying, SQLITE_UTF8));
    }
  }
  template <typename T>
  void bind(sqlite3_stmt* statement, int index, const std::optional<T>& value, sqlite3_destructor_type copying) const {
    if (value) {
      bind(statement, index, *value, copying);
    } else {
      bind(statement, index, nullptr, copying);
    }
  }

  std::filesystem::path path_;
  std::chrono::milliseconds patience_;
  std::chrono::steady_clock::time_point waiting_since_;
  std::function<void(const std::string&)> tell_;
  sqlite3* handle_ = nullptr;

  /// Looks up without making a string of every statement.
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view sql) const { return std::hash<std::string_view>{}(sql); }
  };
  std::unordered_map<std::string, sqlite3_stmt*, Hash, std::equal_to<>> statements_;
};

/// Rolls back when it goes uncommitted, also where SQLite has rolled back by itself.
class Transaction {
 public:
  /// Takes the write lock at once, so that two writers wait rather than fail half-way.
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool done_ = false;
};

/// A part of a transaction that can be taken back alone.
class Savepoint {
 public:
  explicit Savepoint(Database& database);
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  ~Savepoint();
  void release();

 private:
  Database& database_;
  bool done_ = false;
};

/// Empty means unknown in a Document, NULL in a table.
inline std::optional<std::string_view> or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace chancery::record
