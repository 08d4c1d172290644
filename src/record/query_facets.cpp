#include <fmt/format.h>

#include "record/conditions.hpp"
#include "record/query.hpp"

namespace chancery::record {
namespace {

/// What is counted, as rows of `hits`: id, version of its document, and the document's own facets.
std::string hits(Counted counted, const std::string& match, const Conditions& conditions) {
  const bool all = match.empty();
  std::string from;
  if (counted == Counted::documents) {
    from = all ? "documents d WHERE 1"
               : "document_search JOIN documents d ON d.id = document_search.rowid WHERE document_search MATCH ?";
  } else {
    from = all ? "statements s JOIN documents d ON d.version = s.version WHERE s.standing <> 'rejected'"
               : "statement_search JOIN statements s ON s.id = statement_search.rowid JOIN documents d ON d.version = "
                 "s.version WHERE statement_search MATCH ?";
  }
  return fmt::format("SELECT {}.id, d.version, d.publisher, d.country, d.kind, substr(d.day, 1, 4) AS year FROM {}{}",
                     counted == Counted::documents ? "d" : "s", from, conditions.sql);
}

/// Counts one facet over the hits: number, value, count.
std::string counting(Counted counted, FacetName name, size_t limit) {
  const auto number = static_cast<int>(name);
  const auto plain = [&](std::string_view column, std::string_view order) {
    return fmt::format(
        "SELECT * FROM (SELECT {0}, {1}, count(*) FROM hits WHERE {1} IS NOT NULL GROUP BY 2 ORDER BY {2} LIMIT {3})",
        number, column, order, limit);
  };
  switch (name) {
    case FacetName::publisher:
      return plain("publisher", "3 DESC, 2");
    case FacetName::country:
      return plain("country", "3 DESC, 2");
    case FacetName::kind:
      return plain("kind", "3 DESC, 2");
    case FacetName::year:
      return plain("year", "2 DESC");
    case FacetName::topic:
      return fmt::format(
          "SELECT * FROM (SELECT {}, t.value, count(DISTINCT hits.id) FROM hits CROSS JOIN statements s ON {} AND "
          "s.topics <> '[]' AND s.standing <> 'rejected' CROSS JOIN json_each(s.topics) t GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT {})",
          number, counted == Counted::documents ? "s.version = hits.version" : "s.id = hits.id", limit);
    case FacetName::speaker:
      break;
  }
  // CROSS JOIN keeps SQLite from starting at the speakers: the hits are fewer.
  const std::string_view speakers = counted == Counted::documents
                                        ? "CROSS JOIN statements s ON s.version = hits.version AND s.standing <> "
                                          "'rejected' CROSS JOIN statement_speakers x ON x.statement = s.id"
                                        : "CROSS JOIN statement_speakers x ON x.statement = hits.id";
  return fmt::format(
      "SELECT * FROM (SELECT {}, max(e.name), count(DISTINCT hits.id) FROM hits {} CROSS JOIN entities e ON e.id = "
      "x.entity GROUP BY e.normal ORDER BY 3 DESC, 2 LIMIT {})",
      number, speakers, limit);
}

std::vector<std::string>& filter_of(Filters& filters, FacetName name) {
  switch (name) {
    case FacetName::publisher:
      return filters.publishers;
    case FacetName::country:
      return filters.countries;
    case FacetName::kind:
      return filters.kinds;
    case FacetName::year:
      return filters.years;
    case FacetName::topic:
      return filters.topics;
    case FacetName::speaker:
      break;
  }
  return filters.speakers;
}

/// One question of the record, whose hits are gathered once for several facets.
class Counter {
 public:
  Counter(Database& database, Counted counted, const std::string& match, size_t limit)
      : database_(database), counted_(counted), match_(match), limit_(limit) {}

  void count(const std::vector<FacetName>& names, const Filters& filters) {
    if (names.empty()) return;
    const Conditions conditions = counted_ == Counted::documents ? on_documents(filters, true) : on_statements(filters);
    std::string sql = fmt::format("WITH hits AS MATERIALIZED ({}) ", hits(counted_, match_, conditions));
    for (size_t i = 0; i < names.size(); ++i)
      sql += (i == 0 ? "" : " UNION ALL ") + counting(counted_, names[i], limit_);
    std::vector<Value> values;
    if (!match_.empty()) values.emplace_back(match_);
    values.insert(values.end(), conditions.arguments.begin(), conditions.arguments.end());
    Rows rows = database_.query(sql, values);
    while (rows.next()) counts_[static_cast<size_t>(rows.integer(0))].push_back({rows.string(1), rows.integer(2)});
  }

  std::array<std::vector<Count>, kFacets> take() { return std::move(counts_); }

 private:
  Database& database_;
  Counted counted_;
  const std::string& match_;
  size_t limit_;
  std::array<std::vector<Count>, kFacets> counts_;
};

}  // namespace

std::array<std::vector<Count>, kFacets> facets(const Record& record, Counted counted, const std::string& match,
                                               const Filters& filters, size_t limit) {
  Counter counter(record.database(), counted, match, limit);
  std::vector<FacetName> together;
  for (const FacetName name :
       {FacetName::publisher, FacetName::country, FacetName::speaker, FacetName::topic, FacetName::kind,
        FacetName::year}) {
    Filters others = filters;
    if (filter_of(others, name).empty()) {
      together.push_back(name);
      continue;
    }
    filter_of(others, name).clear();
    counter.count({name}, others);
  }
  counter.count(together, filters);
  return counter.take();
}

}  // namespace chancery::record
