#include "record/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/day.hpp"
#include "base/error.hpp"
#include "record/clock.hpp"
#include "record/plain.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {
namespace {

using Publishers = std::vector<PublisherDays>;

Extent read_extent(const Rows& rows, int column) {
  return {rows.integer(column), rows.string(column + 1), rows.string(column + 2), rows.string(column + 3), rows.string(column + 4)};
}

void add_extents(Database& database, Publishers& publishers) {
  Rows rows = database.query(
      "SELECT s.name, s.country, c.id, c.from_day, c.to_day, c.extent, c.why FROM coverage c JOIN sources s ON s.id = c.source ORDER BY c.from_day, c.id");
  while (rows.next()) {
    auto found = std::find_if(publishers.begin(), publishers.end(),
                              [&](const PublisherDays& one) { return one.publisher == rows.text(0) && one.country == rows.text(1); });
    if (found == publishers.end()) found = publishers.insert(found, {rows.string(0), rows.string(1), {}, 0, {}});
    found->extents.push_back(read_extent(rows, 2));
  }
}

std::string in_words(const Extent& one) {
  const std::string from = one.from.empty() ? "the beginning" : one.from, to = one.to.empty() ? "now" : one.to;
  return fmt::format("{} from {} to {}", one.extent == "sample" ? "a sample" : one.extent, from, to);
}

std::string names_of_sources(Database& database) {
  constexpr int64_t kMost = 8;
  Rows rows = database.query("SELECT s.name, s.country, count(d.id) n FROM sources s JOIN documents d ON d.published_by = s.id GROUP BY s.id ORDER BY n DESC, 1");
  std::string names;
  int64_t count = 0;
  while (rows.next()) {
    if (++count > kMost) continue;
    names += fmt::format("{}\"{}\"{}", names.empty() ? "" : ", ", rows.text(0), rows.text(1).empty() ? "" : fmt::format(" ({})", rows.text(1)));
  }
  if (count > kMost) names += fmt::format(" and {} more", count - kMost);
  return names.empty() ? "it names no publisher" : "it has " + names;
}

int64_t source_row(Record& record, const std::string& publisher, const std::string& country) {
  Database& database = record.database();
  std::vector<int64_t> found;
  std::string countries;
  Rows rows = database.query("SELECT id, country FROM sources WHERE name = ?1 AND (?2 = '' OR country = ?2) ORDER BY country", publisher, country);
  while (rows.next()) {
    found.push_back(rows.integer(0));
    countries += (countries.empty() ? "" : ", ") + (rows.text(1).empty() ? std::string("unknown") : rows.string(1));
  }
  if (found.empty()) {
    throw Error(ErrorKind::input, fmt::format("no release of \"{}\"{} in {}: {}", publisher, country.empty() ? "" : " of " + country, record.path().string(),
                                              names_of_sources(database)));
  }
  if (found.size() > 1) throw Error(ErrorKind::input, fmt::format("there are {} publishers called \"{}\", of: {}; say which with its country", found.size(), publisher, countries));
  return found.front();
}

/// Nobody knows yet what will be published. Where it is tomorrow already, tomorrow is today.
void refuse_days_to_come(const Extent& extent) {
  const std::string tomorrow = iso(parse_day(now()).value() + std::chrono::days(1));
  for (const std::string& day : {extent.from, extent.to}) {
    if (day > tomorrow) throw Error(ErrorKind::input, fmt::format("{} has not come yet: leave the end open where the record is kept up", day));
  }
}

/// Empty days are the beginning and the end of time.
bool overlap(const Extent& a, const Extent& b) {
  const auto begins_after = [](const Extent& x, const Extent& y) { return !x.from.empty() && !y.to.empty() && x.from > y.to; };
  return !begins_after(a, b) && !begins_after(b, a);
}

}  // namespace

std::vector<PublisherDays> publishers_on_record(const Record& record) {
  Publishers all;
  std::map<std::pair<std::string, std::string>, size_t> place;
  Rows rows = record.database().query(
      "SELECT coalesce(publisher, ''), coalesce(country, ''), coalesce(day, ''), count(*) FROM documents GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");
  while (rows.next()) {
    const auto [found, fresh] = place.try_emplace({rows.string(0), rows.string(1)}, all.size());
    if (fresh) all.push_back({rows.string(0), rows.string(1), {}, 0, {}});
    PublisherDays& one = all[found->second];
    one.documents += rows.integer(3);
    if (!rows.text(2).empty()) one.days.push_back({rows.string(2), rows.integer(3)});
  }
  add_extents(record.database(), all);
  std::stable_sort(all.begin(), all.end(), [](const auto& x, const auto& y) { return x.documents > y.documents; });
  return all;
}

int64_t state_extent(Record& record, const std::string& publisher, const std::string& country, const Extent& extent) {
  if (!extent.from.empty() && !extent.to.empty() && extent.from > extent.to)
    throw Error(ErrorKind::input, fmt::format("the period from {} to {} ends before it begins: exchange the days", extent.from, extent.to));
  refuse_days_to_come(extent);
  need_lines(extent.why, kLongestReason, "the source");
  Database& database = record.database();
  Transaction transaction(database);
  const int64_t source = source_row(record, publisher, country);
  {
    Rows rows = database.query("SELECT id, from_day, to_day, extent, why FROM coverage WHERE source = ? ORDER BY id", source);
    while (rows.next()) {
      const Extent other = read_extent(rows, 0);
      if (!overlap(extent, other)) continue;
      throw Error(ErrorKind::input, fmt::format("\"{}\" is already stated to be {} (number {}): remove that first, or name other days", publisher, in_words(other), other.number));
    }
  }
  database.run("INSERT INTO coverage(source, from_day, to_day, extent, why) VALUES (?,?,?,?,?)", source, or_null(extent.from), or_null(extent.to), extent.extent, or_null(extent.why));
  const int64_t number = database.last_row();
  transaction.commit();
  return number;
}

void remove_extent(Record& record, int64_t number) {
  Transaction transaction(record.database());
  if (record.database().run("DELETE FROM coverage WHERE id = ?", number) == 0)
    throw Error(ErrorKind::input, fmt::format("nothing of number {} is stated in {}: `chancery coverage` lists what is, with numbers", number, record.path().string()));
  transaction.commit();
}

}  // namespace chancery::record
