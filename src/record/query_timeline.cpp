#include "record/query_timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "record/conditions.hpp"
#include "record/offsets.hpp"
#include "record/rows.hpp"

namespace chancery::record {
namespace {

/// "alias belongs to the side", on `entities alias`.
void belongs(std::string_view alias, const Side& side, std::string& sql, std::vector<Value>& arguments) {
  if (!side.country.empty()) {
    sql += fmt::format("{}.country = ?", alias);
    arguments.emplace_back(side.country);
  } else if (is_person_key(side.person)) {
    sql += fmt::format("{}.person = (SELECT id FROM people WHERE key = ?)", alias);
    arguments.emplace_back(side.person);
  } else {
    sql += fmt::format("{}.type = 'person' AND ", alias);
    named(fmt::format("{}.id", alias), side.person, sql, arguments);
  }
}

/// From the entities of a side to the encounters they take part in, and to whoever else does, by any account of it: one
/// side's release may say whose prime minister she is, the other's only her name. CROSS JOIN keeps this order.
constexpr std::string_view kTogether =
    " FROM entities e CROSS JOIN participants p ON p.entity = e.id CROSS JOIN accounts o ON o.id = p.account CROSS JOIN "
    "accounts a ON a.encounter = o.encounter CROSS JOIN participants q ON q.account = a.id CROSS JOIN entities f ON f.id = "
    "q.entity CROSS JOIN documents d ON d.version = a.version WHERE a.standing <> 'rejected' AND o.standing <> 'rejected' AND "
    "e.id <> f.id AND (e.person IS NULL OR f.person IS NULL OR e.person <> f.person) AND EXISTS (SELECT 1 FROM documents g "
    "WHERE g.version = o.version) AND ";

void of_types(const std::vector<EventType>& types, std::string& sql, std::vector<Value>& arguments) {
  Conditions conditions;
  std::vector<std::string> names;
  for (const EventType type : types) names.emplace_back(chancery::name_of(type));
  conditions.any_of("a.type", names);
  sql += conditions.sql;
  std::move(conditions.arguments.begin(), conditions.arguments.end(), std::back_inserter(arguments));
}

/// For json_each.
std::string list_of(const std::vector<int64_t>& ids) {
  std::string list = "[";
  for (const int64_t id : ids) list += (list.size() > 1 ? "," : "") + std::to_string(id);
  return list + "]";
}

Range range_at(const Rows& rows, int column) {
  return {static_cast<uint32_t>(rows.integer(column + 1)), static_cast<uint32_t>(rows.integer(column + 2)),
          parse_part(rows.text(column))};
}

}  // namespace

std::vector<int64_t> encounters_between(const Record& record, const Side& a, const Side& b,
                                        const std::vector<EventType>& types) {
  std::string sql = fmt::format("SELECT DISTINCT a.encounter{}", kTogether);
  std::vector<Value> values;
  belongs("e", a, sql, values);
  sql += " AND ";
  belongs("f", b, sql, values);
  of_types(types, sql, values);
  return row_ids(record.database(), sql, values);
}

std::vector<OtherRow> others_met(const Record& record, const Side& side, const std::vector<EventType>& types) {
  constexpr std::string_view kCountry = "coalesce(f.country, (SELECT w.country FROM people w WHERE w.id = f.person), '')";
  std::string sql = fmt::format(
      "SELECT DISTINCT a.encounter, {}, f.type, f.name, (SELECT o.title FROM offices o WHERE o.entity = f.id ORDER BY "
      "o.position LIMIT 1), (SELECT w.key FROM people w WHERE w.id = f.person){}",
      kCountry, kTogether);
  std::vector<Value> values;
  belongs("e", side, sql, values);
  if (!side.country.empty()) {
    sql += fmt::format(" AND {} <> ?", kCountry);
    values.emplace_back(side.country);
  }
  of_types(types, sql, values);
  std::vector<OtherRow> all;
  Rows rows = record.database().query(sql, values);
  while (rows.next()) all.push_back({rows.integer(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4), rows.string(5)});
  return all;
}

std::vector<AccountRow> accounts_of_encounters(const Record& record, const std::vector<int64_t>& encounters) {
  std::vector<AccountRow> all;
  Rows rows = record.database().query(
      "SELECT a.encounter, a.id, a.main, a.type, a.status, a.channel, a.from_day, a.to_day, a.time_basis, d.day FROM json_each(?) j "
      "CROSS JOIN encounters n ON n.id = j.value CROSS JOIN accounts a ON a.encounter = n.id CROSS JOIN documents d ON "
      "d.version = a.version WHERE a.standing <> 'rejected' ORDER BY a.encounter, n.leading IS NOT a.id, a.id",
      list_of(encounters));
  while (rows.next()) {
    const auto type = parse<EventType>(rows.text(3));
    const auto status = parse<chancery::Status>(rows.text(4));
    all.push_back({rows.integer(0), rows.integer(1), rows.integer(2) != 0, type.value_or(EventType::other),
                   status.value_or(chancery::Status::happened), rows.string(5), rows.string(6), rows.string(7), rows.string(8), rows.string(9)});
  }
  return all;
}

std::vector<SaidRow> said_by(const Record& record, const Side& side) {
  std::string sql =
      "SELECT s.id, s.version, x.entity, coalesce(s.parent, 0), s.part, s.begin, s.end, d.day FROM entities e CROSS JOIN "
      "statement_speakers x ON x.entity = e.id CROSS JOIN statements s ON s.id = x.statement CROSS JOIN documents d ON "
      "d.version = s.version WHERE s.standing <> 'rejected' AND ";
  std::vector<Value> values;
  belongs("e", side, sql, values);
  sql += " ORDER BY s.version, s.id, x.position";
  std::vector<SaidRow> all;
  Rows rows = record.database().query(sql, values);
  while (rows.next()) {
    all.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), range_at(rows, 4), rows.string(7)});
  }
  return all;
}

std::vector<NamedRow> named_in(const Record& record, const Side& side, const std::vector<int64_t>& versions) {
  std::string sql =
      "SELECT m.version, m.part, m.begin, m.end FROM entities e CROSS JOIN documents d ON d.version = e.version CROSS "
      "JOIN mentions m ON m.entity = e.id WHERE e.version IN (SELECT value FROM json_each(?)) AND m.form <> 'pronoun' AND "
      "m.standing <> 'rejected' AND ";
  std::vector<Value> values{list_of(versions)};
  belongs("e", side, sql, values);
  std::vector<NamedRow> all;
  Rows rows = record.database().query(sql, values);
  while (rows.next()) all.push_back({rows.integer(0), range_at(rows, 1)});
  std::sort(all.begin(), all.end(), [](const NamedRow& x, const NamedRow& y) {
    return std::tie(x.version, x.span.part, x.span.begin) < std::tie(y.version, y.span.part, y.span.begin);
  });
  return all;
}

std::vector<Range> named_in_statement(const Record& record, const Side& side, int64_t statement) {
  std::string sql =
      "SELECT m.part, m.begin, m.end FROM statements s CROSS JOIN mentions m ON m.version = s.version AND m.part = s.part "
      "AND m.begin >= s.begin AND m.end <= s.end CROSS JOIN entities e ON e.id = m.entity WHERE s.id = ? AND m.form <> "
      "'pronoun' AND m.standing <> 'rejected' AND ";
  std::vector<Value> values{statement};
  belongs("e", side, sql, values);
  std::vector<Range> all;
  Rows rows = record.database().query(sql + " ORDER BY m.begin", values);
  while (rows.next()) all.push_back(range_at(rows, 0));
  return all;
}

EncounterLine encounter_line(const Record& record, int64_t account) { return encounter_at(record.database(), account); }

StatementLine statement_line(const Record& record, int64_t statement) { return statement_at(record.database(), statement); }

}  // namespace chancery::record
