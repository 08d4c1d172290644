#include <fmt/format.h>

#include "record/conditions.hpp"
#include "record/normal.hpp"
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

// Documents by one name are grouped by `key`; the name shown is the one met most often.
constexpr std::string_view kColumns =
    "max(e.name), group_concat(DISTINCT e.country), count(DISTINCT d.id),"
    " count(DISTINCT p.account), count(DISTINCT x.statement), min(d.day), max(d.day)";
constexpr std::string_view kFrom =
    " FROM entities e JOIN documents d ON d.version = e.version"
    " LEFT JOIN participants p ON p.entity = e.id LEFT JOIN statement_speakers x ON x.entity = e.id WHERE e.type = "
    "'person' AND e.plural = 0";

}  // namespace

std::vector<PersonLine> find_people(const Record& record, const std::string& words, const Page& page) {
  std::string sql = fmt::format("SELECT e.normal, {}{}", kColumns, kFrom);
  std::vector<Value> values;
  if (!words.empty()) {
    sql += " AND ";
    named_as_typed("e.id", words, sql, values);
  }
  sql += " GROUP BY e.normal ORDER BY 4 DESC, 1 LIMIT ? OFFSET ?";
  values.emplace_back(static_cast<int64_t>(page.limit));
  values.emplace_back(static_cast<int64_t>(page.offset));
  std::vector<PersonLine> people;
  Rows rows = record.database().query(sql, values);
  while (rows.next()) people.push_back(read_person(rows));
  return people;
}

std::optional<PersonLine> person(const Record& record, const std::string& name) {
  std::string condition;
  std::vector<Value> values;
  named("e.id", name, condition, values);
  std::optional<PersonLine> line;
  {
    Rows rows = record.database().query(fmt::format("SELECT '', {}{} AND {}", kColumns, kFrom, condition), values);
    if (!rows.next() || rows.integer(3) == 0) return std::nullopt;
    line = read_person(rows);
  }
  line->key = normal(name);
  Rows rows = record.database().query(
      fmt::format("SELECT e.name, count(*){} AND {} GROUP BY e.name ORDER BY 2 DESC, length(e.name) DESC, 1 LIMIT 1",
                  kFrom, condition),
      values);
  if (rows.next()) line->name = rows.string(0);
  return line;
}

}  // namespace chancery::record
