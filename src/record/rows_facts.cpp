#include "record/rows_facts.hpp"

#include <fmt/format.h>

#include "record/fact_rows.hpp"
#include "record/query_facts.hpp"
#include "record/offsets.hpp"
#include "record/rows.hpp"

namespace chancery::record {
namespace {

Range range_at(const Rows& rows, int column) {
  return {static_cast<uint32_t>(rows.integer(column + 1)), static_cast<uint32_t>(rows.integer(column + 2)),
          parse_part(rows.text(column))};
}

When when_at(const Rows& rows, int column) {
  return {rows.string(column), rows.string(column + 1), rows.string(column + 2), rows.string(column + 3)};
}

std::string words_at(Database& database, int64_t version, const Range& range) {
  const std::string_view sql = range.part == Part::title ? "SELECT substr(title, ?, ?) FROM versions WHERE id = ?"
                                                         : "SELECT substr(text, ?, ?) FROM versions WHERE id = ?";
  return database.text(sql, range.begin + 1, range.end - range.begin, version).value_or("");
}

/// The words of a span that a column holds as JSON.
std::string words_of_span(Database& database, int64_t version, const Rows& rows, int column) {
  return rows.null(column) ? std::string() : words_at(database, version, parse_span(rows.text(column)));
}

/// One row of a table of facts, `columns` first and those of its document after them.
Rows row_of(Database& database, std::string_view table, std::string_view columns, int64_t row) {
  Rows rows = database.query(
      fmt::format("SELECT {}, {} FROM {} f JOIN documents d ON d.version = f.version WHERE f.id = ?", columns,
                  kDocumentColumns, table),
      row);
  rows.next();
  return rows;
}

}  // namespace

FigureLine figure_at(Database& database, int64_t row) {
  const Rows rows = row_of(database, "figures",
                           "f.key, f.part, f.begin, f.end, f.version, f.value, f.value_to, f.unit, f.comparison, "
                           "f.direction, f.indicator, f.time_value, f.from_day, f.to_day, f.time_basis, f.about, "
                           "f.speaker, f.hedge, f.quote",
                           row);
  FigureLine line;
  line.id = rows.string(0);
  line.span = range_at(rows, 1);
  const int64_t version = rows.integer(4);
  line.value = rows.real(5);
  line.value_to = maybe_real(rows, 6);
  line.unit = rows.string(7);
  line.comparison = rows.string(8);
  line.direction = rows.string(9);
  line.indicator = rows.string(10);
  line.time = when_at(rows, 11);
  line.about = parse_list(rows.text(15));
  line.speaker = read_party(database, rows, 16);
  line.hedge = words_of_span(database, version, rows, 17);
  line.quote = rows.string(18);
  line.document = read_document_line(rows, 19);
  const uint32_t from = line.span.begin > kFigureContext ? line.span.begin - kFigureContext : 0;
  line.before = words_at(database, version, {from, line.span.begin, line.span.part});
  line.after = words_at(database, version, {line.span.end, line.span.end + kFigureContext, line.span.part});
  return line;
}

CommitmentLine commitment_at(Database& database, int64_t row, const std::string& on) {
  const Rows rows = row_of(database, "commitments",
                           "f.key, f.part, f.begin, f.end, f.version, f.by_entity, f.to_entity, f.due_value, "
                           "f.due_from, f.due_to, f.due_basis, f.strength, f.class, f.condition, f.quote",
                           row);
  CommitmentLine line;
  line.id = rows.string(0);
  line.span = range_at(rows, 1);
  line.by = read_party(database, rows, 5);
  line.to = read_party(database, rows, 6);
  line.due = when_at(rows, 7);
  line.strength = rows.string(11);
  line.kind = rows.string(12);
  line.condition = words_of_span(database, rows.integer(4), rows, 13);
  line.quote = rows.string(14);
  line.document = read_document_line(rows, 15);
  line.parties = parties_of(database, "commitment_parties", "commitment", row);
  const std::string& last = line.due.to.empty() ? line.due.from : line.due.to;
  line.open = last.empty() || on.empty() || last >= on;
  const auto day = parse_day(last), today = parse_day(on);
  const bool soon = line.open && day && today && *day - *today <= std::chrono::days(kDueWithin);
  line.state = name_of(soon ? DueState::due : line.open ? DueState::open : DueState::overdue);
  return line;
}

CourtesyLine courtesy_at(Database& database, int64_t row) {
  const Rows rows = row_of(database, "courtesies",
                           "f.key, f.kind, f.from_entity, f.to_entity, f.via_entity, f.evidence, f.quote", row);
  CourtesyLine line;
  line.id = rows.string(0);
  line.kind = rows.string(1);
  line.from = read_party(database, rows, 2);
  line.to = read_party(database, rows, 3);
  line.via = read_party(database, rows, 4);
  line.evidence = parse_spans(rows.text(5));
  line.quote = rows.string(6);
  line.document = read_document_line(rows, 7);
  return line;
}

PointLine point_at(Database& database, int64_t row) {
  const Rows rows = row_of(database, "points",
                           "f.key, f.part, f.begin, f.end, f.version, f.act, f.topic, f.topic_label, f.condition, "
                           "f.negated, f.prominence, f.quote",
                           row);
  PointLine line;
  line.id = rows.string(0);
  line.span = range_at(rows, 1);
  const int64_t version = rows.integer(4);
  line.act = rows.string(5);
  line.topic = words_of_span(database, version, rows, 6);
  line.topic_label = rows.string(7);
  line.condition = words_of_span(database, version, rows, 8);
  line.negated = rows.integer(9) != 0;
  line.prominence = maybe_real(rows, 10);
  line.quote = rows.string(11);
  line.document = read_document_line(rows, 12);
  line.holders = parties_of(database, "point_holders", "point", row);
  return line;
}

}  // namespace chancery::record
