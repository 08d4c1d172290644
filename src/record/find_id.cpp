#include <fmt/format.h>

#include <array>

#include "record/correction_fields.hpp"
#include "record/query.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {
namespace {

struct FactTable {
  char letter;
  std::string_view kind, label;  ///< label: an SQL expression over the row f
};
constexpr auto kFacts = std::to_array<FactTable>({
    {'m', "mention", "f.quote"},
    {'e', "entity", "f.name"},
    {'t', "time", "f.quote"},
    {'s', "statement", "f.content"},
    {'p', "point", "f.quote"},
    {'v', "event", "f.type || ': ' || coalesce(f.quote, '')"},
    {'f', "figure", "f.quote"},
    {'c', "commitment", "f.quote"},
    {'y', "courtesy", "f.kind || ': ' || coalesce(f.quote, '')"},
});

/// An exact key, or every key that begins so; the index serves both.
struct Wanted {
  std::string first, last;
  std::optional<std::string> document;
  bool exact = true;
};

std::string_view condition(bool exact) {
  return exact ? "f.key = ?1 AND ?2 IS NOT NULL" : "f.key >= ?1 AND f.key < ?2";
}

class Finder {
 public:
  Finder(Database& database, size_t limit) : database_(database), limit_(limit) {}

  std::vector<Found> find(const Wanted& wanted) {
    found_.clear();
    if (!wanted.document) {
      rows(wanted, Target::document, "document",
           fmt::format("SELECT f.key, f.key, substr(f.title, 1, 120) FROM documents f WHERE {}",
                       condition(wanted.exact)));
      rows(wanted, Target::encounter, "encounter",
           fmt::format(
               "SELECT f.key, d.key, a.type || ' ' || coalesce(a.from_day, '') || ' ' || d.title FROM encounters f "
               "JOIN accounts a ON a.id = f.leading JOIN documents d ON d.version = a.version WHERE {}",
               condition(wanted.exact)));
    }
    // The key that an account had before it was joined with others.
    if (!wanted.document && wanted.exact && found_.empty() && wanted.first.starts_with("n-")) {
      rows(wanted, Target::encounter, "encounter",
           "SELECT n.key, d.key, a.type || ' ' || coalesce(a.from_day, '') || ' ' || d.title FROM accounts f JOIN encounters n ON n.id = f.encounter JOIN "
           "accounts a ON a.id = n.leading JOIN documents d ON d.version = a.version WHERE f.home = ?1 AND ?2 IS NOT NULL GROUP BY n.id");
    }
    if (!wanted.document) {
      rows(wanted, Target::person, "person", fmt::format("SELECT f.key, '', f.name FROM people f WHERE {}", condition(wanted.exact)));
    }
    for (const FactTable& table : kFacts) {
      if (wanted.first[0] != table.letter) continue;
      const std::string sql = fmt::format(
          "SELECT f.key, d.key, substr({}, 1, 120) FROM {} f JOIN documents d ON d.version = f.version WHERE "
          "f.standing <> 'rejected' AND {} AND (?3 IS NULL OR d.key = ?3)",
          table.label, table_of_fact(fmt::format("{}-0", table.letter)), condition(wanted.exact));
      rows(wanted, table.letter == 'e' ? Target::entity : Target::fact, table.kind, sql);
    }
    return std::move(found_);
  }

 private:
  void rows(const Wanted& wanted, Target target, std::string_view kind, const std::string& sql) {
    const bool of_fact = sql.find("?3") != std::string::npos;
    Rows rows = of_fact ? database_.query(sql + " LIMIT 100", wanted.first, wanted.last, wanted.document)
                        : database_.query(sql + " LIMIT 100", wanted.first, wanted.last);
    while (rows.next() && found_.size() < limit_)
      found_.push_back({target, rows.string(0), rows.string(1), std::string(kind), rows.string(2)});
  }

  Database& database_;
  size_t limit_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Found> find_id(const Record& record, const std::string& id, size_t limit) {
  if (id.empty()) return {};
  Wanted wanted{id, id, {}, true};
  // "d-...#s-..." says which of several documents with the same words is meant.
  if (const size_t hash = id.find('#');
      hash != std::string::npos && hash + 1 < id.size() && !table_of_fact(id.substr(hash + 1)).empty()) {
    wanted.document = id.substr(0, hash);
    wanted.first = wanted.last = id.substr(hash + 1);
  }
  Finder finder(record.database(), limit);
  if (auto exact = finder.find(wanted); !exact.empty()) return exact;
  wanted.exact = false;
  wanted.last = wanted.first + "\xF4\x8F\xBF\xBF";
  return finder.find(wanted);
}

}  // namespace chancery::record
