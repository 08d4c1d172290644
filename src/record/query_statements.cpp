#include <fmt/format.h>

#include "base/utf8.hpp"
#include "record/conditions.hpp"
#include "record/keep.hpp"
#include "record/marks.hpp"
#include "record/query.hpp"
#include "record/rows.hpp"
#include "record/searches.hpp"

namespace chancery::record {
namespace {

// The speaker's name counts less than what is said.
constexpr std::string_view kRank = "bm25(statement_search, 1.0, 0.5)";

// NULL is the smallest value, so that documents without a day come last.
constexpr std::string_view kNewest = "d.day DESC, d.id DESC, s.id";

std::string from(const std::string& match) {
  return match.empty() ? " FROM statements s JOIN documents d ON d.version = s.version WHERE s.standing <> 'rejected'"
                       : " FROM statement_search JOIN statements s ON s.id = statement_search.rowid JOIN documents d "
                         "ON d.version = s.version WHERE statement_search MATCH ?";
}

std::vector<Value> arguments(const std::string& match, const Conditions& conditions) {
  std::vector<Value> all;
  if (!match.empty()) all.emplace_back(match);
  all.insert(all.end(), conditions.arguments.begin(), conditions.arguments.end());
  return all;
}

std::vector<Range> marks_in(Database& database, int64_t statement, const std::string& match, std::string_view content) {
  std::vector<Range> ranges;
  if (match.empty()) return ranges;
  Rows rows = database.query(
      "SELECT marks(statement_search, 0) FROM statement_search WHERE statement_search MATCH ? AND rowid = ?", match,
      statement);
  if (!rows.next()) return ranges;
  const utf8::CodePoints points(content);
  for (const ByteRange& range : unpack_marks(rows.blob(0)))
    ranges.push_back(
        {static_cast<uint32_t>(points.at(range.begin)), static_cast<uint32_t>(points.at(range.end)), Part::text});
  return ranges;
}

std::vector<StatementMatch> matches_of(Database& database, const std::vector<std::pair<int64_t, double>>& ranked,
                                       const std::string& match) {
  std::vector<StatementMatch> matches;
  for (const auto& [row, rank] : ranked) {
    StatementMatch& one = matches.emplace_back();
    one.statement = statement_at(database, row);
    one.rank = rank;
    one.marks = marks_in(database, row, match, one.statement.content);
  }
  return matches;
}

std::vector<std::pair<int64_t, double>> ranked_rows(Database& database, const std::string& sql,
                                                    const std::vector<Value>& values) {
  std::vector<std::pair<int64_t, double>> ranked;
  Rows rows = database.query(sql, values);
  while (rows.next()) ranked.emplace_back(rows.integer(0), rows.real(1));
  return ranked;
}

}  // namespace

std::vector<StatementMatch> find_statements(const Record& record, const std::string& match, const Filters& filters,
                                            const Page& page) {
  const Conditions conditions = on_statements(filters);
  const std::string_view order = match.empty() ? kNewest : "2, s.id";
  std::vector<Value> values = arguments(match, conditions);
  values.emplace_back(static_cast<int64_t>(page.limit));
  values.emplace_back(static_cast<int64_t>(page.offset));
  const std::string sql = fmt::format("SELECT s.id, {}{}{} ORDER BY {} LIMIT ? OFFSET ?", match.empty() ? "0" : kRank,
                                      from(match), conditions.sql, order);
  return matches_of(record.database(), ranked_rows(record.database(), sql, values), match);
}

std::vector<Newly<StatementMatch>> newest_statements(const Record& record, const std::string& match,
                                                     const Filters& filters, size_t limit) {
  const Conditions conditions = on_statements(filters);
  std::vector<Value> values = arguments(match, conditions);
  values.emplace_back(static_cast<int64_t>(limit));
  std::vector<std::pair<int64_t, double>> rows_found;
  std::vector<std::string> since;
  {
    Rows rows = record.database().query(
        fmt::format("SELECT s.id, (SELECT vs.added FROM versions vs WHERE vs.id = s.version){}{} "
                    "ORDER BY 2 DESC, d.id DESC, s.id LIMIT ?",
                    from(match), conditions.sql),
        values);
    while (rows.next()) {
      rows_found.emplace_back(rows.integer(0), 0);
      since.push_back(rows.string(1));
    }
  }
  std::vector<Newly<StatementMatch>> all;
  for (auto& one : matches_of(record.database(), rows_found, match))
    all.push_back({std::move(one), std::move(since[all.size()])});
  return all;
}

int64_t count_statements(const Record& record, const std::string& match, const Filters& filters) {
  const Conditions conditions = on_statements(filters);
  Rows rows = record.database().query("SELECT count(*)" + from(match) + conditions.sql, arguments(match, conditions));
  return rows.next() ? rows.integer(0) : 0;
}

std::vector<StatementMatch> find_statements_in(const Record& record, const std::string& document,
                                               const std::string& match, const Filters& filters, size_t limit) {
  if (match.empty()) return {};
  Database& database = record.database();
  const auto version = database.integer("SELECT version FROM documents WHERE key = ?", document);
  if (!version) return {};
  int64_t first = 0, last = -1;
  {
    // Rows of one version lie together, so that the index is walked only there.
    Rows rows = database.query("SELECT min(id), max(id) FROM statements WHERE version = ?", *version);
    if (rows.next() && !rows.null(0)) {
      first = rows.integer(0);
      last = rows.integer(1);
    }
  }
  if (last < first) return {};
  Filters within;
  within.speakers = filters.speakers;
  within.topics = filters.topics;
  Conditions conditions = on_statements(within);
  conditions.add("s.version = ? AND statement_search.rowid BETWEEN ? AND ?", {*version, first, last});
  std::vector<Value> values = arguments(match, conditions);
  values.emplace_back(static_cast<int64_t>(limit));
  const std::string sql = fmt::format("SELECT s.id, 0{}{} ORDER BY s.id LIMIT ?", from(match), conditions.sql);
  return matches_of(database, ranked_rows(database, sql, values), match);
}

void each_statement(const Record& record, const std::string& match, const Filters& filters,
                    const std::function<bool(const StatementLine&)>& row) {
  Database& database = record.database();
  const Conditions conditions = on_statements(filters);
  const std::string sql = fmt::format("SELECT s.id{}{} ORDER BY {}", from(match), conditions.sql, kNewest);
  for (const int64_t id : row_ids(database, sql, arguments(match, conditions))) {
    if (!row(statement_at(database, id))) break;
  }
}

}  // namespace chancery::record
