#include "record/query_facts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "record/conditions.hpp"
#include "record/rows.hpp"
#include "record/rows_facts.hpp"

namespace chancery::record {
namespace {

// NULL is the smallest value, so that documents without a day come last.
constexpr std::string_view kNewest = "d.day DESC, d.id DESC, f.id";

std::string from(std::string_view table) {
  return fmt::format(" FROM {} f JOIN documents d ON d.version = f.version WHERE f.standing <> 'rejected'", table);
}

std::vector<int64_t> ids_of_page(Database& database, std::string_view table, Conditions conditions, const Page& page) {
  conditions.arguments.emplace_back(static_cast<int64_t>(page.limit));
  conditions.arguments.emplace_back(static_cast<int64_t>(page.offset));
  return row_ids(database,
                 fmt::format("SELECT f.id{}{} ORDER BY {} LIMIT ? OFFSET ?", from(table), conditions.sql, kNewest),
                 conditions.arguments);
}

std::vector<int64_t> all_ids(Database& database, std::string_view table, const Conditions& conditions) {
  return row_ids(database, fmt::format("SELECT f.id{}{} ORDER BY {}", from(table), conditions.sql, kNewest),
                 conditions.arguments);
}

int64_t count(Database& database, std::string_view table, const Conditions& conditions) {
  Rows rows = database.query(fmt::format("SELECT count(*){}{}", from(table), conditions.sql), conditions.arguments);
  return rows.next() ? rows.integer(0) : 0;
}

std::vector<Count> counts_by(Database& database, std::string_view table, std::string_view column,
                             Conditions conditions, size_t limit) {
  std::vector<Count> counts;
  conditions.arguments.emplace_back(static_cast<int64_t>(limit));
  Rows rows = database.query(fmt::format("SELECT max({0}), count(*){1}{2} AND {0} IS NOT NULL GROUP BY lower({0}) "
                                         "ORDER BY 2 DESC, 1 LIMIT ?",
                                         column, from(table), conditions.sql),
                             conditions.arguments);
  while (rows.next()) counts.push_back({rows.string(0), rows.integer(1)});
  return counts;
}

template <typename At>
auto lines_of(const std::vector<int64_t>& rows, const At& at) {
  std::vector<decltype(at(0))> lines;
  lines.reserve(rows.size());
  for (const int64_t row : rows) lines.push_back(at(row));
  return lines;
}

/// As SQLite's lower() does it: letters beyond ASCII stay.
FigureFilters lowered(FigureFilters filters) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  for (std::string& name : filters.units) std::transform(name.begin(), name.end(), name.begin(), lower);
  return filters;
}

std::string day_or_empty(const std::optional<Day>& day) { return day ? iso(*day) : std::string(); }

}  // namespace

std::string_view name_of(DueState state) {
  constexpr std::string_view kNames[] = {"any", "open", "due", "overdue"};
  return kNames[static_cast<size_t>(state)];
}

std::optional<DueState> due_state(std::string_view name) {
  for (const DueState state : {DueState::any, DueState::open, DueState::due, DueState::overdue}) {
    if (name_of(state) == name) return state;
  }
  return {};
}

std::vector<FigureLine> find_figures(const Record& record, const FigureFilters& filters, const Page& page) {
  Database& database = record.database();
  return lines_of(ids_of_page(database, "figures", on_figures(lowered(filters)), page),
                  [&](int64_t row) { return figure_at(database, row); });
}

std::vector<CommitmentLine> find_commitments(const Record& record, const CommitmentFilters& filters, const Page& page) {
  Database& database = record.database();
  return lines_of(ids_of_page(database, "commitments", on_commitments(filters), page),
                  [&, on = day_or_empty(filters.on)](int64_t row) { return commitment_at(database, row, on); });
}

int64_t count_figures(const Record& record, const FigureFilters& filters) {
  return count(record.database(), "figures", on_figures(lowered(filters)));
}

int64_t count_commitments(const Record& record, const CommitmentFilters& filters) {
  return count(record.database(), "commitments", on_commitments(filters));
}

std::vector<Count> figure_indicators(const Record& record, const FigureFilters& filters, size_t limit) {
  FigureFilters others = lowered(filters);
  others.indicators.clear();
  return counts_by(record.database(), "figures", "f.indicator", on_figures(others), limit);
}

std::vector<Count> figure_units(const Record& record, const FigureFilters& filters, size_t limit) {
  FigureFilters others = lowered(filters);
  others.units.clear();
  return counts_by(record.database(), "figures", "f.unit", on_figures(others), limit);
}

std::vector<Count> commitment_classes(const Record& record, const CommitmentFilters& filters) {
  CommitmentFilters others = filters;
  others.classes.clear();
  return counts_by(record.database(), "commitments", "f.class", on_commitments(others), Names<CommitmentClass>::all.size());
}

void each_figure(const Record& record, const FigureFilters& filters,
                 const std::function<bool(const FigureLine&)>& row) {
  Database& database = record.database();
  for (const int64_t id : all_ids(database, "figures", on_figures(lowered(filters)))) {
    if (!row(figure_at(database, id))) break;
  }
}

void each_commitment(const Record& record, const CommitmentFilters& filters,
                     const std::function<bool(const CommitmentLine&)>& row) {
  Database& database = record.database();
  const std::string on = day_or_empty(filters.on);
  for (const int64_t id : all_ids(database, "commitments", on_commitments(filters))) {
    if (!row(commitment_at(database, id, on))) break;
  }
}

void each_courtesy(const Record& record, const CourtesyFilters& filters,
                   const std::function<bool(const CourtesyLine&)>& row) {
  Database& database = record.database();
  for (const int64_t id : all_ids(database, "courtesies", on_courtesies(filters))) {
    if (!row(courtesy_at(database, id))) break;
  }
}

void each_point(const Record& record, const PointFilters& filters, const std::function<bool(const PointLine&)>& row) {
  Database& database = record.database();
  for (const int64_t id : all_ids(database, "points", on_points(filters))) {
    if (!row(point_at(database, id))) break;
  }
}

CommitmentLine commitment_line(const Record& record, const std::string& document, const std::string& commitment, const std::optional<Day>& on) {
  Database& database = record.database();
  const auto rows = row_ids(database, fmt::format("SELECT f.id{} AND d.key = ? AND f.key = ?", from("commitments")), {document, commitment});
  if (rows.empty()) throw Error(ErrorKind::input, fmt::format("document {} holds no commitment {}: look at it again, it may have been made anew", document, commitment));
  return commitment_at(database, rows.front(), day_or_empty(on));
}

std::string main_encounter_of(const Record& record, const std::string& document) {
  return record.database()
      .text("SELECT n.key FROM documents d JOIN accounts a ON a.version = d.version JOIN encounters n ON n.id = a.encounter "
            "WHERE d.key = ? AND a.main = 1 AND a.standing <> 'rejected' ORDER BY a.id LIMIT 1",
            document)
      .value_or("");
}

DocumentFacts facts_of_document(const Record& record, const std::string& document, const std::optional<Day>& on) {
  Database& database = record.database();
  const auto ids = [&](std::string_view table, std::string_view order) {
    return row_ids(database, fmt::format("SELECT f.id{} AND d.key = ? ORDER BY {}", from(table), order), {document});
  };
  // "title" comes after "text" in the alphabet, but before it on the page.
  constexpr std::string_view kInText = "f.part DESC, f.begin, f.id";
  DocumentFacts facts;
  facts.points = lines_of(ids("points", kInText), [&](int64_t row) { return point_at(database, row); });
  facts.statements = lines_of(ids("statements", kInText), [&](int64_t row) { return statement_at(database, row); });
  facts.figures = lines_of(ids("figures", kInText), [&](int64_t row) { return figure_at(database, row); });
  facts.commitments = lines_of(ids("commitments", kInText), [&, day = day_or_empty(on)](int64_t row) {
    return commitment_at(database, row, day);
  });
  facts.courtesies = lines_of(ids("courtesies", "f.id"), [&](int64_t row) { return courtesy_at(database, row); });
  return facts;
}

}  // namespace chancery::record
