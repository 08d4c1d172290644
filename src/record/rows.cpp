#include "record/rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "record/offsets.hpp"

namespace chancery::record {
namespace {

constexpr std::string_view kPartyColumns =
    "e.key, e.name, e.type, e.country, (SELECT o.title FROM offices o WHERE o.entity = e.id ORDER BY o.position LIMIT "
    "1), (SELECT w.key FROM people w WHERE w.id = e.person)";

Party party_in(const Rows& rows, int column) {
  Party party;
  party.entity = rows.string(column);
  party.name = rows.string(column + 1);
  party.type = rows.string(column + 2);
  party.country = rows.string(column + 3);
  party.office = rows.string(column + 4);
  party.person = rows.string(column + 5);
  return party;
}

std::vector<Party> participants(Database& database, int64_t account) {
  std::vector<Party> all;
  static const std::string sql =
      "SELECT " + std::string(kPartyColumns) +
      ", p.role, p.side, CASE WHEN e.country IS NULL AND e.person IS NOT NULL THEN (SELECT f.country FROM accounts x CROSS JOIN accounts y ON y.encounter = "
      "x.encounter CROSS JOIN participants q ON q.account = y.id CROSS JOIN entities f ON f.id = q.entity WHERE x.id = p.account AND y.standing <> 'rejected' "
      "AND f.person = e.person AND f.country IS NOT NULL LIMIT 1) END FROM participants p JOIN entities e ON e.id = p.entity WHERE p.account = ? ORDER BY p.position";
  Rows rows = database.query(sql, account);
  while (rows.next()) {
    all.push_back(party_in(rows, 0));
    all.back().role = rows.string(6);
    all.back().side = rows.string(7);
    // Another account of the encounter may say for whom they act.
    if (all.back().country.empty()) all.back().country = rows.string(8);
  }
  return all;
}

/// Seven columns.
WhenWhere when_where(const Rows& rows, int column) {
  WhenWhere at;
  for (std::string* field : {&at.value, &at.from, &at.to, &at.time_basis, &at.place, &at.place_country, &at.place_basis})
    *field = rows.string(column++);
  return at;
}

std::optional<Range> maybe_span(const Rows& rows, int column) {
  return rows.null(column) ? std::nullopt : std::optional(parse_span(rows.text(column)));
}

}  // namespace

std::optional<Party> read_party(Database& database, const Rows& rows, int column) {
  if (rows.null(column)) return std::nullopt;
  static const std::string sql = "SELECT " + std::string(kPartyColumns) + " FROM entities e WHERE e.id = ?";
  Rows found = database.query(sql, rows.integer(column));
  return found.next() ? std::optional(party_in(found, 0)) : std::nullopt;
}

std::vector<Party> parties_of(Database& database, std::string_view table, std::string_view owner_column,
                              int64_t owner) {
  std::vector<Party> all;
  Rows rows = database.query(
      fmt::format("SELECT {} FROM {} x JOIN entities e ON e.id = x.entity WHERE x.{} = ? ORDER BY x.position",
                  kPartyColumns, table, owner_column),
      owner);
  while (rows.next()) all.push_back(party_in(rows, 0));
  return all;
}

DocumentLine read_document_line(const Rows& rows, int column) {
  DocumentLine line;
  line.id = rows.string(column);
  line.title = rows.string(column + 1);
  line.published = rows.string(column + 2);
  line.day = rows.string(column + 3);
  line.publisher = rows.string(column + 4);
  line.country = rows.string(column + 5);
  line.language = rows.string(column + 6);
  line.kind = rows.string(column + 7);
  line.url = rows.string(column + 8);
  line.source = rows.string(column + 9);
  line.added = rows.string(column + 10);
  line.versions = static_cast<int>(rows.integer(column + 11));
  return line;
}

StatementLine read_statement_line(Database& database, const Rows& rows, int column) {
  StatementLine line;
  line.id = rows.string(column + 1);
  line.mode = rows.string(column + 2);
  line.content = rows.string(column + 3);
  line.span = {static_cast<uint32_t>(rows.integer(column + 5)), static_cast<uint32_t>(rows.integer(column + 6)),
               parse_part(rows.text(column + 4))};
  line.negated = rows.integer(column + 7) != 0;
  line.speakers = parties_of(database, "statement_speakers", "statement", rows.integer(column));
  line.reported_by = read_party(database, rows, column + 8);
  line.addressee = read_party(database, rows, column + 9);
  line.topics = parse_list(rows.text(column + 10));
  line.cue = rows.string(column + 11);
  line.document = read_document_line(rows, column + kStatementWidth);
  return line;
}

EncounterLine read_encounter_line(Database& database, const Rows& rows, int column) {
  EncounterLine line;
  line.id = rows.string(column + 1);
  line.event = rows.string(column + 2);
  line.type = rows.string(column + 3);
  line.subtype = rows.string(column + 4);
  line.status = rows.string(column + 5);
  line.channel = rows.string(column + 6);
  line.format = rows.string(column + 7);
  line.duration = rows.string(column + 8);
  line.main = rows.integer(column + 9) != 0;
  line.at = when_where(rows, column + 10);
  line.evidence = parse_spans(rows.text(column + 17));
  line.quote = rows.string(column + 18);
  line.accounts = static_cast<int>(rows.integer(column + 19));
  line.level = rows.string(column + 20);
  line.plover = rows.string(column + 21);
  line.mode = rows.string(column + 22);
  line.context = rows.string(column + 23);
  line.initiator = read_party(database, rows, column + 24);
  line.at.time_span = maybe_span(rows, column + 25);
  line.at.place_span = maybe_span(rows, column + 26);
  line.part_of = rows.string(column + 27);
  line.reschedules = rows.string(column + 28);
  line.publishers = parse_list(rows.text(column + 29));
  std::sort(line.publishers.begin(), line.publishers.end());
  line.participants = participants(database, rows.integer(column));
  line.document = read_document_line(rows, column + kEncounterWidth);
  return line;
}

std::vector<int64_t> row_ids(Database& database, const std::string& sql, const std::vector<Value>& values) {
  std::vector<int64_t> ids;
  Rows rows = database.query(sql, values);
  while (rows.next()) ids.push_back(rows.integer(0));
  return ids;
}

DocumentLine document_at(Database& database, int64_t row) {
  static const std::string sql = fmt::format("SELECT {} FROM documents d WHERE d.id = ?", kDocumentColumns);
  Rows rows = database.query(sql, row);
  rows.next();
  return read_document_line(rows, 0);
}

StatementLine statement_at(Database& database, int64_t row) {
  static const std::string sql =
      fmt::format("SELECT {}, {} FROM statements s JOIN documents d ON d.version = s.version WHERE s.id = ?",
                  kStatementColumns, kDocumentColumns);
  Rows rows = database.query(sql, row);
  rows.next();
  return read_statement_line(database, rows, 0);
}

EncounterLine encounter_at(Database& database, int64_t account) {
  static const std::string sql = fmt::format(
      "SELECT {}, {} FROM accounts a JOIN encounters n ON n.id = a.encounter JOIN documents d ON d.version = a.version "
      "WHERE a.id = ?",
      kEncounterColumns, kDocumentColumns);
  Rows rows = database.query(sql, account);
  rows.next();
  return read_encounter_line(database, rows, 0);
}

}  // namespace chancery::record
