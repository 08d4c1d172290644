#include "record/query_brief.hpp"

#include <fmt/format.h>

#include "record/conditions.hpp"
#include "record/normal.hpp"
#include "record/person_rows.hpp"
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

// The mention beside which the title stands; else the first.
const std::string kOfficeSource = fmt::format(
    "SELECT e.name, o.title, o.country, o.status, m.begin, m.end, substr(v.text, max(1, m.begin + 1 - {0}), {1}), {2} FROM {{}} JOIN entities e ON e.id = x.entity JOIN offices o ON "
    "o.entity = e.id AND o.position = x.position JOIN documents d ON d.version = e.version JOIN versions v ON v.id = d.version JOIN mentions m ON m.id IN (SELECT n.id FROM mentions n "
    "WHERE n.entity = x.entity AND n.part = 'text' ORDER BY n.begin LIMIT 8) ORDER BY instr(lower(substr(v.text, max(1, m.begin + 1 - {0}), {1})), lower(o.title)) = 0, m.begin LIMIT 1",
    kBefore, kLong, kDocumentColumns);
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

std::vector<SpokenLine> statements_about(const Record& record, const SpokenAbout& asked, size_t limit) {
  const std::string named = asked.about.empty() ? "coalesce(m.country, y.country) <> ?" : "(m.country = ? OR y.country = ?)";
  std::vector<Value> values{asked.about.empty() ? asked.speaker_country : asked.about};
  if (!asked.about.empty()) values.emplace_back(asked.about);
  values.insert(values.end(), {asked.from ? iso(*asked.from) : std::string(), iso(asked.to)});
  const std::string mentions = "FROM mentions m LEFT JOIN entities y ON y.id = m.entity WHERE m.version = s.version AND m.part = s.part AND m.type <> 'place' AND m.begin >= s.begin AND "
                               "m.end <= s.end AND ";
  std::string sql = "SELECT s.id, (SELECT min(m.begin) " + mentions + named + ") FROM documents d CROSS JOIN statements s ON s.version = d.version WHERE d.day >= ? AND d.day <= ? AND s.standing <> 'rejected' "
                    "AND s.part = 'text' AND EXISTS (SELECT 1 FROM statement_speakers x WHERE x.statement = s.id AND " + speakers(asked, values) + ")";
  if (!asked.about.empty()) {
    sql += " AND (EXISTS (SELECT 1 " + mentions + named + ") OR EXISTS (SELECT 1 FROM entities z WHERE z.id = s.addressee AND z.country = ?))";
    values.insert(values.end(), {asked.about, asked.about, asked.about});
  }
  sql += " ORDER BY d.day DESC, d.id DESC, s.id LIMIT ?";
  values.emplace_back(static_cast<int64_t>(limit));
  std::vector<std::pair<int64_t, std::optional<uint32_t>>> found;
  {
    Rows rows = record.database().query(sql, values);
    while (rows.next()) found.emplace_back(rows.integer(0), rows.null(1) ? std::nullopt : std::optional(static_cast<uint32_t>(rows.integer(1))));
  }
  std::vector<SpokenLine> lines;
  for (const auto& [row, at] : found) lines.push_back({statement_at(record.database(), row), at});
  return lines;
}

std::vector<PersonLine> people_called(const Record& record, const std::string& name_or_key, size_t limit) {
  std::string condition;
  std::vector<Value> values{normal(name_or_key)};
  named("k.id", is_person_key(name_or_key) ? joined_into(record.database(), name_or_key) : name_or_key, condition, values);
  values.emplace_back(static_cast<int64_t>(limit));
  std::vector<PersonLine> people;
  Rows rows = record.database().query(
      fmt::format("SELECT w.key, w.name, coalesce(max(e.country), ''), count(DISTINCT d.id) n, max(e.normal = ?) exact FROM people w JOIN entities e ON e.person = w.id "
                  "JOIN documents d ON d.version = e.version WHERE w.id IN (SELECT k.person FROM entities k WHERE k.type = 'person' AND k.plural = 0 AND {}) AND e.type = 'person' AND "
                  "e.plural = 0 GROUP BY w.id ORDER BY exact DESC, n DESC, w.key LIMIT ?",
                  condition),
      values);
  while (rows.next()) {
    PersonLine line;
    line.key = rows.string(0);
    line.name = rows.string(1);
    if (std::string country = rows.string(2); !country.empty()) line.countries.push_back(std::move(country));
    line.documents = rows.integer(3);
    people.push_back(std::move(line));
  }
  return people;
}

std::optional<OfficeSource> office_source(const Record& record, const std::string& person, const std::vector<std::string>& titles, Day to) {
  // From the person to the documents: the other way round reads every document there is.
  std::string condition;
  std::vector<Value> values;
  named("e.id", person, condition, values);
  values.emplace_back(iso(to));
  Conditions any;
  any.any_of("o.title", titles);
  values.insert(values.end(), any.arguments.begin(), any.arguments.end());
  const std::string latest = fmt::format("(SELECT e.id entity, o.position FROM entities e CROSS JOIN documents d ON d.version = e.version CROSS JOIN offices o ON o.entity = e.id WHERE {} AND "
                                         "e.type = 'person' AND e.plural = 0 AND d.day <= ? AND EXISTS (SELECT 1 FROM mentions n WHERE n.entity = e.id AND n.part = 'text'){} ORDER BY d.day DESC, "
                                         "d.id DESC, o.position LIMIT 1) x",
                                         condition, any.sql);
  Rows rows = record.database().query(fmt::format(fmt::runtime(kOfficeSource), latest), values);
  if (!rows.next()) return std::nullopt;
  return read_office(rows);
}

std::vector<OfficeSource> officials(const Record& record, const std::string& country, Day from, Day to, size_t limit) {
  std::vector<std::pair<std::string, int64_t>> keys;
  {
    Rows rows = record.database().query(
        "SELECT w.key, count(DISTINCT d.id) n FROM documents d CROSS JOIN entities e ON e.version = d.version JOIN people w ON w.id = e.person WHERE d.day >= ? AND d.day <= ? "
        "AND e.country = ? AND e.type = 'person' AND e.plural = 0 AND EXISTS (SELECT 1 FROM offices o WHERE o.entity = e.id AND coalesce(o.status, '') <> 'former') "
        "GROUP BY w.id HAVING max(EXISTS (SELECT 1 FROM participants p JOIN accounts a ON a.id = p.account WHERE p.entity = e.id AND a.main = 1 AND a.standing <> 'rejected')) = 1 "
        "ORDER BY n DESC, w.key LIMIT ?",
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

std::vector<std::string> countries_met(const Record& record, const std::string& document) {
  std::vector<std::string> countries;
  Rows rows = record.database().query(
      "SELECT DISTINCT e.country FROM documents d JOIN accounts a ON a.version = d.version JOIN participants p ON p.account = a.id JOIN entities e ON e.id = p.entity "
      "WHERE d.key = ? AND a.main AND a.standing <> 'rejected' AND e.country IS NOT NULL ORDER BY 1",
      document);
  while (rows.next()) countries.push_back(rows.string(0));
  return countries;
}

int64_t count_undated(const Record& record) { return record.database().integer("SELECT count(*) FROM documents WHERE day IS NULL").value_or(0); }

}  // namespace chancery::record
