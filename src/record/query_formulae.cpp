#include "record/query_formulae.hpp"

#include "record/sqlite.hpp"

namespace chancery::record {
namespace {

// The pair: releases about encounters in which people of both countries take part.
constexpr std::string_view kWordings = R"sql(
WITH of_pair AS MATERIALIZED (
  SELECT DISTINCT a.version FROM accounts a
  WHERE a.main AND a.standing <> 'rejected' AND ?3 <> ''
    AND a.id IN (SELECT p.account FROM entities e JOIN participants p ON p.entity = e.id WHERE e.country = ?3)
    AND a.id IN (SELECT p.account FROM entities e JOIN participants p ON p.entity = e.id WHERE e.country = ?4))
SELECT d.key, d.day, d.kind, d.publisher = ?1, d.version IN (SELECT version FROM of_pair), f.shingles
FROM documents d JOIN formulae f ON f.version = d.version
WHERE d.day < ?2 AND d.key <> ?5 AND ((?1 <> '' AND d.publisher = ?1) OR d.version IN (SELECT version FROM of_pair))
ORDER BY d.day, d.id)sql";

}  // namespace

void each_wording(const Record& record, const WordingFilter& filter,
                  const std::function<void(const WordingLine&, std::string_view)>& each) {
  const auto pair = filter.pair.value_or(CountryPair{});
  Rows rows = record.database().query(kWordings, filter.publisher, filter.before ? iso(*filter.before) : "9999-99-99",
                                      pair.first, pair.second, filter.except);
  while (rows.next()) {
    const WordingLine line{rows.string(0), rows.string(1), rows.string(2), !rows.null(3) && rows.integer(3) != 0, rows.integer(4) != 0};
    each(line, rows.blob(5));
  }
}

std::string text_of_document(const Record& record, const std::string& document) {
  return record.database().text("SELECT v.text FROM documents d JOIN versions v ON v.id = d.version WHERE d.key = ?", document).value_or("");
}

std::optional<CountryPair> pair_of_document(const Record& record, const std::string& document) {
  Rows rows = record.database().query(
      "SELECT DISTINCT e.country FROM documents d JOIN accounts a ON a.version = d.version JOIN participants p ON "
      "p.account = a.id JOIN entities e ON e.id = p.entity WHERE d.key = ? AND a.main AND a.standing <> 'rejected' AND "
      "e.country IS NOT NULL ORDER BY 1 LIMIT 3",
      document);
  std::vector<std::string> countries;
  while (rows.next()) countries.push_back(rows.string(0));
  if (countries.size() != 2) return std::nullopt;
  return CountryPair{countries[0], countries[1]};
}

}  // namespace chancery::record
