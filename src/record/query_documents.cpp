#include <fmt/format.h>

#include <unordered_map>

#include "base/utf8.hpp"
#include "record/conditions.hpp"
#include "record/keep.hpp"
#include "record/marks.hpp"
#include "record/query.hpp"
#include "record/rows.hpp"
#include "record/searches.hpp"

namespace chancery::record {
namespace {

// A word in the title weighs as much as several in the text.
constexpr std::string_view kRank = "bm25(document_search, 4.0, 1.0)";

// NULL is the smallest value, so that documents without a day come last.
constexpr std::string_view kNewest = "d.day DESC, d.id DESC";

std::vector<Value> arguments(const std::string& match, Conditions conditions) {
  std::vector<Value> all;
  if (!match.empty()) all.emplace_back(match);
  std::move(conditions.arguments.begin(), conditions.arguments.end(), std::back_inserter(all));
  return all;
}

std::string from(const std::string& match) {
  return match.empty()
             ? " FROM documents d WHERE 1"
             : " FROM document_search JOIN documents d ON d.id = document_search.rowid WHERE document_search MATCH ?";
}

std::vector<Range> as_code_points(std::string_view text, std::string_view blob, Part part) {
  std::vector<Range> ranges;
  const auto bytes = unpack_marks(blob);
  if (bytes.empty()) return ranges;
  const utf8::CodePoints points(text);
  for (const ByteRange& range : bytes)
    ranges.push_back(
        {static_cast<uint32_t>(points.at(range.begin)), static_cast<uint32_t>(points.at(range.end)), part});
  return ranges;
}

struct Words {
  std::string title, text;
  std::vector<Range> marks;
};

/// Words and marks are fetched for the page alone, in one walk through the index: to walk a text again costs more than
/// to rank it, and a word's beginning is gathered from many words at each walk.
std::unordered_map<int64_t, Words> words_of_page(Database& database,
                                                 const std::vector<std::pair<int64_t, double>>& ranked,
                                                 const std::string& match) {
  std::unordered_map<int64_t, Words> page;
  std::string list;
  for (const auto& [row, rank] : ranked) list += (list.empty() ? "" : ",") + std::to_string(row);
  if (match.empty()) {
    Rows rows = database.query(fmt::format("SELECT id, title, text FROM document_texts WHERE id IN ({})", list));
    while (rows.next()) page.emplace(rows.integer(0), Words{rows.string(1), rows.string(2), {}});
    return page;
  }
  Rows rows = database.query(fmt::format("SELECT rowid, title, text, marks(document_search, 0), marks(document_search, "
                                         "1) FROM document_search WHERE document_search MATCH ? AND +rowid IN ({})",
                                         list),
                             match);
  while (rows.next()) {
    Words words{rows.string(1), rows.string(2), {}};
    words.marks = as_code_points(words.title, rows.blob(3), Part::title);
    for (const Range& range : as_code_points(words.text, rows.blob(4), Part::text)) words.marks.push_back(range);
    page.emplace(rows.integer(0), std::move(words));
  }
  return page;
}

std::vector<Newly<DocumentMatch>> ordered_documents(const Record& record, const std::string& match,
                                                    const Filters& filters, const Page& page, std::string_view order) {
  Database& database = record.database();
  const Conditions conditions = on_documents(filters, true);
  std::vector<Value> values = arguments(match, conditions);
  values.emplace_back(static_cast<int64_t>(page.limit));
  values.emplace_back(static_cast<int64_t>(page.offset));
  std::vector<std::pair<int64_t, double>> ranked;
  std::vector<std::string> since;
  {
    Rows rows = database.query(fmt::format("SELECT d.id, {}, (SELECT vs.added FROM versions vs WHERE vs.id = d.version)"
                                           "{}{} ORDER BY {} LIMIT ? OFFSET ?",
                                           match.empty() ? "0" : kRank, from(match), conditions.sql, order),
                               values);
    while (rows.next()) {
      ranked.emplace_back(rows.integer(0), rows.real(1));
      since.push_back(rows.string(2));
    }
  }
  auto words = words_of_page(database, ranked, match);
  std::vector<Newly<DocumentMatch>> matches;
  for (size_t i = 0; i < ranked.size(); ++i) {
    Words& found = words[ranked[i].first];
    matches.push_back({{document_at(database, ranked[i].first), ranked[i].second, std::move(found.title),
                        std::move(found.text), std::move(found.marks)},
                       std::move(since[i])});
  }
  return matches;
}

}  // namespace

std::vector<DocumentMatch> find_documents(const Record& record, const std::string& match, const Filters& filters,
                                          const Page& page) {
  std::vector<DocumentMatch> matches;
  for (auto& one : ordered_documents(record, match, filters, page, match.empty() ? kNewest : "2, d.id"))
    matches.push_back(std::move(one.line));
  return matches;
}

std::vector<Newly<DocumentMatch>> newest_documents(const Record& record, const std::string& match,
                                                   const Filters& filters, size_t limit) {
  return ordered_documents(record, match, filters, {0, limit}, "3 DESC, d.id DESC");
}

int64_t count_documents(const Record& record, const std::string& match, const Filters& filters) {
  const Conditions conditions = on_documents(filters, true);
  Rows rows = record.database().query("SELECT count(*)" + from(match) + conditions.sql, arguments(match, conditions));
  return rows.next() ? rows.integer(0) : 0;
}

void each_document(const Record& record, const std::string& match, const Filters& filters,
                   const std::function<bool(const DocumentLine&)>& row) {
  Database& database = record.database();
  const Conditions conditions = on_documents(filters, true);
  const std::string sql = fmt::format("SELECT d.id{}{} ORDER BY {}", from(match), conditions.sql, kNewest);
  for (const int64_t id : row_ids(database, sql, arguments(match, conditions))) {
    if (!row(document_at(database, id))) break;
  }
}

DocumentLine document_line(const Record& record, const std::string& id) {
  return document_at(record.database(), document_row(record.database(), id));
}

}  // namespace chancery::record
