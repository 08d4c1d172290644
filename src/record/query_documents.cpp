#include <fmt/format.h>

#include "base/utf8.hpp"
#include "record/conditions.hpp"
#include "record/keep.hpp"
#include "record/marks.hpp"
#include "record/query.hpp"
#include "record/rows.hpp"

namespace chancery::record {
namespace {

// A word in the title weighs as much as several in the text.
constexpr std::string_view kRank = "bm25(document_search, 4.0, 1.0)";

std::vector<Value> arguments(const std::string& match, Conditions conditions) {
  std::vector<Value> all;
  if (!match.empty()) all.emplace_back(match);
  std::move(conditions.arguments.begin(), conditions.arguments.end(), std::back_inserter(all));
  return all;
}

std::string from(const std::string& match) {
  return match.empty() ? " FROM documents d WHERE 1" : " FROM document_search JOIN documents d ON d.id = document_search.rowid WHERE document_search MATCH ?";
}

std::vector<Range> as_code_points(std::string_view text, std::string_view blob, Part part) {
  std::vector<Range> ranges;
  const auto bytes = unpack_marks(blob);
  if (bytes.empty()) return ranges;
  const utf8::CodePoints points(text);
  for (const ByteRange& range : bytes) ranges.push_back({static_cast<uint32_t>(points.at(range.begin)), static_cast<uint32_t>(points.at(range.end)), part});
  return ranges;
}

/// Words and marks are fetched for the page alone: walking a text again costs more than ranking it.
void fill(Database& database, int64_t row, const std::string& match, DocumentMatch& out) {
  if (match.empty()) {
    Rows rows = database.query("SELECT title, text FROM document_texts WHERE id = ?", row);
    if (rows.next()) {
      out.title = rows.string(0);
      out.text = rows.string(1);
    }
    return;
  }
  Rows rows = database.query("SELECT title, text, marks(document_search, 0), marks(document_search, 1) FROM document_search WHERE document_search MATCH ? AND rowid = ?", match, row);
  if (!rows.next()) return;
  out.title = rows.string(0);
  out.text = rows.string(1);
  out.marks = as_code_points(out.title, rows.blob(2), Part::title);
  for (const Range& range : as_code_points(out.text, rows.blob(3), Part::text)) out.marks.push_back(range);
}

}  // namespace

std::vector<DocumentMatch> find_documents(const Record& record, const std::string& match, const Filters& filters, const Page& page) {
  Database& database = record.database();
  const Conditions conditions = on_documents(filters, true);
  const std::string order = match.empty() ? "d.day IS NULL, d.day DESC, d.id DESC" : "2, d.id";
  std::vector<Value> values = arguments(match, conditions);
  values.emplace_back(static_cast<int64_t>(page.limit));
  values.emplace_back(static_cast<int64_t>(page.offset));
  std::vector<std::pair<int64_t, double>> ranked;
  {
    Rows rows = database.query(fmt::format("SELECT d.id, {}{}{} ORDER BY {} LIMIT ? OFFSET ?", match.empty() ? "0" : kRank, from(match), conditions.sql, order), values);
    while (rows.next()) ranked.emplace_back(rows.integer(0), rows.real(1));
  }
  std::vector<DocumentMatch> matches;
  for (const auto& [row, rank] : ranked) {
    Rows rows = database.query(fmt::format("SELECT {} FROM documents d WHERE d.id = ?", kDocumentColumns), row);
    if (!rows.next()) continue;
    DocumentMatch& one = matches.emplace_back();
    one.document = read_document_line(rows, 0);
    one.rank = rank;
    fill(database, row, match, one);
  }
  return matches;
}

int64_t count_documents(const Record& record, const std::string& match, const Filters& filters) {
  const Conditions conditions = on_documents(filters, true);
  Rows rows = record.database().query("SELECT count(*)" + from(match) + conditions.sql, arguments(match, conditions));
  return rows.next() ? rows.integer(0) : 0;
}

void each_document(const Record& record, const std::string& match, const Filters& filters, const std::function<bool(const DocumentLine&)>& row) {
  const Conditions conditions = on_documents(filters, true);
  Rows rows = record.database().query(fmt::format("SELECT {}{}{} ORDER BY d.day IS NULL, d.day DESC, d.id DESC", kDocumentColumns, from(match), conditions.sql), arguments(match, conditions));
  while (rows.next() && row(read_document_line(rows, 0))) {
  }
}

DocumentLine document_line(const Record& record, const std::string& id) {
  Database& database = record.database();
  Rows rows = database.query(fmt::format("SELECT {} FROM documents d WHERE d.id = ?", kDocumentColumns), document_row(database, id));
  rows.next();
  return read_document_line(rows, 0);
}

std::vector<Count> facet(const Record& record, FacetName name, const std::string& match, Filters filters, size_t limit) {
  std::string value, join, order = "2 DESC, 1";
  switch (name) {
    case FacetName::publisher: value = "d.publisher"; filters.publishers.clear(); break;
    case FacetName::country: value = "d.country"; filters.countries.clear(); break;
    case FacetName::kind: value = "d.kind"; filters.kinds.clear(); break;
    case FacetName::year: value = "substr(d.day, 1, 4)"; filters.years.clear(); order = "1 DESC"; break;
    case FacetName::speaker: value = "sp.name"; filters.speakers.clear(); break;
  }
  const Conditions conditions = on_documents(filters, true);
  std::string sql;
  if (name == FacetName::speaker) {
    sql = fmt::format(
        "SELECT max(e.name), count(DISTINCT d.id) FROM (SELECT d.id, d.version{}{}) d JOIN statements s ON s.version = d.version AND s.standing <> 'rejected' "
        "JOIN statement_speakers x ON x.statement = s.id JOIN entities e ON e.id = x.entity GROUP BY e.normal ORDER BY 2 DESC, 1 LIMIT ?",
        from(match), conditions.sql);
  } else {
    sql = fmt::format("SELECT {0}, count(*){1}{2} AND {0} IS NOT NULL GROUP BY 1 ORDER BY {3} LIMIT ?", value, from(match), conditions.sql, order);
  }
  std::vector<Value> values = arguments(match, conditions);
  values.emplace_back(static_cast<int64_t>(limit));
  std::vector<Count> counts;
  Rows rows = record.database().query(sql, values);
  while (rows.next()) counts.push_back({rows.string(0), rows.integer(1)});
  return counts;
}

}  // namespace chancery::record
