#include "record/query_brief.hpp"

#include <fmt/format.h>

#include "record/conditions.hpp"
#include "record/rows.hpp"

namespace chancery::record {
namespace {

// Words on each side of a mention; enough to see who holds what.
constexpr int kBefore = 50, kLong = 150;

std::string speakers(const SpokenAbout& asked, std::vector<Value>& values) {
  std::string sql;
  if (!asked.speaker.empty()) {
    named("+x.entity", asked.speaker, sql, values);
    return sql;
  }
  values.emplace_back(asked.speaker_country);
  return "EXISTS (SELECT 1 FROM entities k WHERE k.id = x.entity AND k.country = ? AND k.type IN ('person', 'office', 'country', 'organisation'))";
}

const std::string kOfficeColumns = fmt::format(
    "e.name, o.title, o.country, o.status, m.begin, m.end, substr(v.text, max(1, m.begin + 1 - {}), {}), {}", kBefore, kLong, kDocumentColumns);
OfficeSource read_office(const Rows& rows) {
  OfficeSource source;
  source.name = rows.string(0);
  source.title = rows.string(1);
  source.country = rows.string(2);
  source.status = rows.string(3);
  source.span = {static_cast<uint32_t>(rows.integer(4)), static_cast<uint32_t>(rows.integer(5)), Part::text};
  source.passage = rows.string(6);
  source.document = read_document_line(rows, 7);
  return source;
}

}  // namespace

std::vector<StatementLine> statements_about(const Record& record, const SpokenAbout& asked, size_t limit) {
  std::vector<Value> values{asked.from ? iso(*asked.from) : std::string(), iso(asked.to)};
  std::string sql = "SELECT s.id FROM documents d CROSS JOIN statements s ON s.version = d.version WHERE d.day >= ? AND d.day <= ? AND s.standing <> 'rejected' "
                    "AND s.part = 'text' AND EXISTS (SELECT 1 FROM statement_speakers x WHERE x.statement = s.id AND " + speakers(asked, values) + ")";
  if (!asked.about.empty()) {
    sql += " AND (EXISTS (SELECT 1 FROM mentions m LEFT JOIN entities y ON y.id = m.entity WHERE m.version = s.version AND m.part = s.part AND m.type <> 'place' AND m.begin >= s.begin AND "
           "m.end <= s.end AND (m.country = ? OR y.country = ?)) OR EXISTS (SELECT 1 FROM entities z WHERE z.id = s.addressee AND z.country = ?))";
    values.insert(values.end(), {asked.about, asked.about, asked.about});
  }
  sql += " ORDER BY d.day DESC, d.id DESC, s.id LIMIT ?";
  values.emplace_back(static_cast<int64_t>(limit));
  std::vector<StatementLine> lines;
  for (const int64_t row : row_ids(record.database(), sql, values)) lines.push_back(statement_at(record.database(), row));
  return lines;
}

std::optional<OfficeSource> office_source(const Record& record, const std::string& person, const std::vector<std::string>& titles, Day to) {
  std::vector<Value> values{iso(to)};
  std::string condition;
  named("+e.id", person, condition, values);
  Conditions any;
  any.any_of("o.title", titles);
  values.insert(values.end(), any.arguments.begin(), any.arguments.end());
  Rows rows = record.database().query(
      fmt::format("SELECT {} FROM entities e JOIN documents d ON d.version = e.version JOIN versions v ON v.id = d.version JOIN offices o ON o.entity = e.id JOIN mentions m ON "
                  "m.entity = e.id AND m.part = 'text' WHERE e.type = 'person' AND e.plural = 0 AND d.day <= ? AND {}{} ORDER BY d.day DESC, d.id DESC, m.begin LIMIT 1",
                  kOfficeColumns, condition, any.sql),
      values);
  if (!rows.next()) return std::nullopt;
  return read_office(rows);
}

std::vector<OfficeSource> officials(const Record& record, const std::string& country, Day from, Day to, size_t limit) {
  std::vector<std::pair<std::string, int64_t>> keys;
  {
    Rows rows = record.database().query(
        "SELECT w.key, count(DISTINCT d.id) n FROM documents d CROSS JOIN entities e ON e.version = d.version JOIN people w ON w.id = e.person WHERE d.day >= ? AND d.day <= ? "
        "AND e.country = ? AND e.type = 'person' AND e.plural = 0 AND EXISTS (SELECT 1 FROM offices o WHERE o.entity = e.id AND coalesce(o.status, '') <> 'former') "
        "GROUP BY w.id ORDER BY n DESC, w.key LIMIT ?",
        iso(from), iso(to), country, limit);
    while (rows.next()) keys.emplace_back(rows.string(0), rows.integer(1));
  }
  std::vector<OfficeSource> all;
  for (const auto& [key, count] : keys) {
    auto source = office_source(record, key, {}, to);
    if (!source) continue;
    source->person = key;
    source->documents = count;
    all.push_back(std::move(*source));
  }
  return all;
}

std::vector<PublisherLine> publishers_until(const Record& record, Day to) {
  std::vector<PublisherLine> lines;
  Rows rows = record.database().query(
      "SELECT coalesce(publisher, ''), coalesce(country, ''), min(day), max(day), count(*) n FROM documents WHERE day <= ? GROUP BY 1, 2 ORDER BY n DESC, 1", iso(to));
  while (rows.next()) lines.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.integer(4)});
  return lines;
}

int64_t count_undated(const Record& record) { return record.database().integer("SELECT count(*) FROM documents WHERE day IS NULL").value_or(0); }

}  // namespace chancery::record
