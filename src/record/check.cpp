#include <fmt/format.h>

#include <array>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "record/blob.hpp"
#include "record/offsets.hpp"
#include "record/record.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {
namespace {

struct QuotedTable {
  std::string_view table, quote;
};
constexpr auto kQuoted = std::to_array<QuotedTable>({{"mentions", "quote"},
                                                     {"times", "quote"},
                                                     {"statements", "content"},
                                                     {"points", "quote"},
                                                     {"figures", "quote"},
                                                     {"commitments", "quote"}});

struct JsonColumn {
  std::string_view table, column;
  bool list;
};
constexpr auto kJson = std::to_array<JsonColumn>({{"statements", "pieces", true},
                                                  {"statements", "speaker_span", false},
                                                  {"statements", "cue", false},
                                                  {"points", "topic", false},
                                                  {"points", "condition", false},
                                                  {"accounts", "time_span", false},
                                                  {"accounts", "place_span", false},
                                                  {"accounts", "initiator_span", false},
                                                  {"accounts", "evidence", true},
                                                  {"figures", "time_span", false},
                                                  {"figures", "hedge", false},
                                                  {"commitments", "due_span", false},
                                                  {"commitments", "condition", false},
                                                  {"courtesies", "evidence", true}});

class Checker {
 public:
  explicit Checker(Database& database) : database_(database) {}

  void integrity() {
    Rows rows = database_.query("PRAGMA integrity_check(100)");
    while (rows.next()) {
      if (rows.text(0) != "ok") report("integrity", database_.path().string(), rows.string(0));
    }
  }

  void foreign_keys() {
    Rows rows = database_.query("PRAGMA foreign_key_check");
    while (rows.next())
      report("foreign_key", fmt::format("{} {}", rows.text(0), rows.integer(1)),
             fmt::format("points at a row of {} that is not there", rows.text(2)));
  }

  void search_index(const char* table) {
    // The check is written as an INSERT, which a read-only connection refuses although nothing is written.
    const bool guarded = database_.integer("PRAGMA query_only").value_or(0) != 0;
    if (guarded && sqlite3_db_readonly(database_.handle(), "main") == 1) return;
    if (guarded) database_.execute("PRAGMA query_only = OFF");
    const int code = sqlite3_exec(
        database_.handle(), fmt::format("INSERT INTO {0}({0}, rank) VALUES ('integrity-check', 1)", table).c_str(),
        nullptr, nullptr, nullptr);
    if (guarded) database_.execute("PRAGMA query_only = ON");
    if (code != SQLITE_OK)
      report("search_index", table,
             fmt::format("does not hold the words of the tables ({}): `chancery reread` makes it anew",
                         sqlite3_errmsg(database_.handle())));
  }

  void encounters() {
    Rows rows = database_.query(
        "SELECT n.key FROM encounters n LEFT JOIN accounts a ON a.id = n.leading WHERE a.id IS NULL OR a.encounter <> "
        "n.id");
    while (rows.next()) report("encounter", rows.string(0), "is led by no account of its own");
  }

  void documents_without_version() {
    Rows rows = database_.query(
        "SELECT d.key FROM documents d LEFT JOIN versions v ON v.id = d.version AND v.document = d.id WHERE v.id IS "
        "NULL");
    while (rows.next()) report("integrity", rows.string(0), "has no current version");
  }

  void version(int64_t row, const std::string& name, std::string_view title, std::string_view text) {
    if (!utf8::is_valid(title) || !utf8::is_valid(text)) report("integrity", name, "its text is no valid UTF-8");
    const Offsets offsets(title, text);
    const Range whole_title{0, static_cast<uint32_t>(utf8::count(title)), Part::title};
    const Range whole_text{0, static_cast<uint32_t>(utf8::count(text)), Part::text};
    const auto inside = [&](const Range& range) {
      return range.begin <= range.end && range.end <= (range.part == Part::title ? whole_title : whole_text).end;
    };
    for (const QuotedTable& table : kQuoted) quotes(row, name, table, offsets, inside);
    for (const JsonColumn& column : kJson) spans(row, name, column, inside);
  }

  void blob(const std::string& name, Rows& rows, int column) {
    if (rows.null(column)) {
      report("blob", name, "the bytes it was read from are missing");
      return;
    }
    try {
      const std::string bytes = decompress(rows.blob(column), static_cast<size_t>(rows.integer(column + 1)));
      if (content_hash(bytes) != rows.text(column + 2)) report("blob", name, "the bytes it was read from have changed");
    } catch (const Error& error) {
      report("blob", name, error.what());
    }
  }

  std::vector<Finding> take() { return std::move(findings_); }

 private:
  void report(std::string kind, std::string where, std::string message) {
    findings_.push_back({std::move(kind), std::move(where), std::move(message)});
  }

  template <typename Inside>
  void quotes(int64_t row, const std::string& name, const QuotedTable& table, const Offsets& offsets,
              const Inside& inside) {
    Rows rows = database_.query(
        fmt::format("SELECT key, part, begin, end, {} FROM {} WHERE version = ?", table.quote, table.table), row);
    while (rows.next()) {
      const std::string where = fmt::format("{} {} of {}", table.table, rows.text(0), name);
      const int64_t begin = rows.integer(2), end = rows.integer(3);
      const Range range{static_cast<uint32_t>(begin), static_cast<uint32_t>(end), parse_part(rows.text(1))};
      if (begin < 0 || end > UINT32_MAX || !inside(range)) {
        report("span", where, fmt::format("{} to {} does not lie in the {}", begin, end, rows.text(1)));
      } else if (offsets.quote(range) != rows.text(4)) {
        report("quote", where, fmt::format("the words at {} to {} are not those kept with it", begin, end));
      }
    }
  }

  template <typename Inside>
  void spans(int64_t row, const std::string& name, const JsonColumn& column, const Inside& inside) {
    Rows rows = database_.query(
        fmt::format("SELECT key, {0} FROM {1} WHERE version = ? AND {0} IS NOT NULL", column.column, column.table),
        row);
    while (rows.next()) {
      const std::string where = fmt::format("{} {} of {}", column.table, rows.text(0), name);
      try {
        const std::vector<Range> ranges =
            column.list ? parse_spans(rows.text(1)) : std::vector{parse_span(rows.text(1))};
        for (const Range& range : ranges) {
          if (!inside(range))
            report("span", where,
                   fmt::format("{} {} to {} does not lie in the text", column.column, range.begin, range.end));
        }
      } catch (const Error& error) {
        report("span", where, error.what());
      }
    }
  }

  Database& database_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> Record::check(const std::function<void(int64_t, int64_t)>& progress) const {
  Checker checker(*database_);
  checker.integrity();
  checker.search_index("document_search");
  checker.search_index("statement_search");
  const Snapshot snapshot(*this);
  checker.foreign_keys();
  checker.documents_without_version();
  checker.encounters();
  const int64_t total = database_->integer("SELECT count(*) FROM versions").value_or(0);
  int64_t done = 0;
  Rows rows = database_->query(
      "SELECT v.id, d.key, v.number, v.title, v.text, b.data, b.size, b.hash FROM versions v JOIN documents d ON d.id "
      "= v.document LEFT JOIN blobs b ON b.id = v.blob ORDER BY v.id");
  while (rows.next()) {
    const std::string name =
        rows.integer(2) == 1 ? rows.string(1) : fmt::format("{} version {}", rows.text(1), rows.integer(2));
    checker.version(rows.integer(0), name, rows.text(3), rows.text(4));
    checker.blob(name, rows, 5);
    if (progress) progress(++done, total);
  }
  return checker.take();
}

}  // namespace chancery::record
