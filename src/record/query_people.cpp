#include <fmt/format.h>

#include "record/conditions.hpp"
#include "record/normal.hpp"
#include "record/person_rows.hpp"
#include "record/query.hpp"

namespace chancery::record {
namespace {

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const size_t comma = list.find(',');
    items.emplace_back(list.substr(0, comma));
    if (comma == std::string_view::npos) break;
    list.remove_prefix(comma + 1);
  }
  return items;
}

PersonLine read_person(const Rows& rows) {
  return {rows.string(0),  rows.string(1),  split(rows.text(2)), rows.integer(3),
          rows.integer(4), rows.integer(5), rows.string(6),      rows.string(7)};
}

constexpr std::string_view kColumns =
    "coalesce(w.key, e.normal), coalesce(w.name, max(e.name)), group_concat(DISTINCT e.country), count(DISTINCT d.id),"
    " count(DISTINCT p.account), count(DISTINCT x.statement), min(d.day), max(d.day)";
constexpr std::string_view kFrom =
    " FROM entities e JOIN documents d ON d.version = e.version LEFT JOIN people w ON w.id = e.person"
    " LEFT JOIN participants p ON p.entity = e.id LEFT JOIN statement_speakers x ON x.entity = e.id WHERE e.type = "
    "'person' AND e.plural = 0";

std::vector<PersonLine> read_people(const Record& record, const std::string& sql, const std::vector<Value>& values) {
  std::vector<PersonLine> people;
  Rows rows = record.database().query(sql, values);
  while (rows.next()) people.push_back(read_person(rows));
  return people;
}

/// Whoever is called so and is told apart from others.
std::vector<PersonLine> called(const Record& record, const std::string& name, size_t limit) {
  std::string condition;
  std::vector<Value> values;
  named("e.id", name, condition, values);
  values.emplace_back(normal(name));
  values.emplace_back(static_cast<int64_t>(limit));
  return read_people(record,
                     fmt::format("SELECT {}{} AND e.person IS NOT NULL AND {} GROUP BY w.id ORDER BY max(e.normal = ?) "
                                 "DESC, 4 DESC, 1 LIMIT ?",
                                 kColumns, kFrom, condition),
                     values);
}

/// All who are called so, of whom nobody is told apart.
std::optional<PersonLine> by_name_alone(const Record& record, const std::string& name) {
  std::string condition;
  std::vector<Value> values;
  named("e.id", name, condition, values);
  const auto found = read_people(record, fmt::format("SELECT {}{} AND {}", kColumns, kFrom, condition), values);
  if (found.empty() || found.front().documents == 0) return std::nullopt;
  PersonLine line = found.front();
  line.key = normal(name);
  Rows rows = record.database().query(
      fmt::format("SELECT e.name, count(*){} AND {} GROUP BY e.name ORDER BY 2 DESC, length(e.name) DESC, 1 LIMIT 1",
                  kFrom, condition),
      values);
  if (rows.next()) line.name = rows.string(0);
  return line;
}

}  // namespace

std::vector<PersonLine> find_people(const Record& record, const std::string& words, const Page& page) {
  std::string sql = fmt::format("SELECT {}{}", kColumns, kFrom);
  std::vector<Value> values;
  if (!words.empty()) {
    sql += " AND ";
    named_as_typed("e.id", words, sql, values);
  }
  sql += " GROUP BY coalesce(w.key, e.normal) ORDER BY 4 DESC, 2 LIMIT ? OFFSET ?";
  values.emplace_back(static_cast<int64_t>(page.limit));
  values.emplace_back(static_cast<int64_t>(page.offset));
  return read_people(record, sql, values);
}

std::optional<PersonLine> person(const Record& record, const std::string& name_or_key) {
  const bool key = is_person_key(name_or_key);
  const auto found = called(record, key ? joined_into(record.database(), name_or_key) : name_or_key, 1);
  if (!found.empty()) return found.front();
  return key ? std::nullopt : by_name_alone(record, name_or_key);
}

std::vector<PersonLine> namesakes(const Record& record, const std::string& name, const std::string& key, size_t limit) {
  if (is_person_key(name)) return {};
  auto found = called(record, name, limit + 1);
  std::erase_if(found, [&](const PersonLine& line) { return line.key == key; });
  if (found.size() > limit) found.resize(limit);
  return found;
}

std::vector<NameLine> names_of(const Record& record, const std::string& key, const std::optional<Day>& until) {
  std::string condition;
  std::vector<Value> values;
  named_until("e.id", key, until, condition, values);
  std::vector<NameLine> names;
  Rows rows = record.database().query(
      fmt::format("SELECT e.name, count(DISTINCT e.version) n, max(coalesce(e.linked_by, '')) FROM entities e JOIN documents d ON "
                  "d.version = e.version WHERE e.type = 'person' AND e.plural = 0 AND {} GROUP BY e.name ORDER BY n DESC, 1",
                  condition),
      values);
  while (rows.next()) names.push_back({rows.string(0), rows.string(2), rows.integer(1)});
  return names;
}

}  // namespace chancery::record
