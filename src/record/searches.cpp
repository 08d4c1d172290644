#include "record/searches.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "record/clock.hpp"
#include "record/plain.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {
namespace {

constexpr size_t kLongestName = 200;

constexpr std::string_view kColumns = "SELECT key, name, what, query, who, made FROM searches";

SavedSearch read(const Rows& rows) {
  return {rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4), rows.string(5)};
}

}  // namespace

SavedSearch save_search(Record& record, SavedSearch search) {
  if (search.name.find_first_not_of(" \t\r\n") == std::string::npos) throw Error(ErrorKind::input, "a saved search needs a name");
  need_name(search.name, kLongestName, "name of a saved search");
  need_name(search.who, kLongestUser, "name of who saves it");
  Database& database = record.database();
  Transaction transaction(database);
  if (database.integer("SELECT 1 FROM searches WHERE name = ?", search.name))
    throw Error(ErrorKind::input, fmt::format("there is a saved search called {} already: choose another name, or remove that one first", search.name));
  search.made = now();
  // The row number keeps two apart that are made, removed and made again within a second.
  const int64_t row = database.integer("SELECT coalesce(max(id), 0) + 1 FROM searches").value_or(1);
  search.id = "q-" + base32(hash64(fmt::format("{}\n{}\n{}\n{}\n{}", search.name, search.what, search.query, search.made, row)));
  database.run("INSERT INTO searches(id, key, name, what, query, who, made) VALUES (?,?,?,?,?,?,?)", row, search.id, search.name, search.what, search.query, search.who, search.made);
  transaction.commit();
  return search;
}

std::vector<SavedSearch> saved_searches(const Record& record) {
  std::vector<SavedSearch> all;
  Rows rows = record.database().query(fmt::format("{} ORDER BY name", kColumns));
  while (rows.next()) all.push_back(read(rows));
  return all;
}

SavedSearch saved_search(const Record& record, const std::string& id_or_name) {
  Rows rows = record.database().query(fmt::format("{} WHERE key = ?1 OR name = ?1 ORDER BY key <> ?1 LIMIT 1", kColumns), id_or_name);
  if (!rows.next())
    throw Error(ErrorKind::input, fmt::format("no saved search {} in {}: `chancery searches` lists them", id_or_name, record.path().string()));
  return read(rows);
}

void remove_search(Record& record, const std::string& id) {
  Transaction transaction(record.database());
  if (record.database().run("DELETE FROM searches WHERE key = ?", id) == 0)
    throw Error(ErrorKind::input, fmt::format("no saved search {} in {}: `chancery searches` lists them", id, record.path().string()));
  transaction.commit();
}

}  // namespace chancery::record
