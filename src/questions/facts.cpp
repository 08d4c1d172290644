#include "questions/facts.hpp"

namespace chancery::questions {

Figures figures(const record::Record& record, const FiguresQuery& query) {
  constexpr size_t kValues = 20;
  const record::Record::Snapshot snapshot(record);
  return {query, count_figures(record, query.filters), find_figures(record, query.filters, query.page),
          figure_indicators(record, query.filters, kValues), figure_units(record, query.filters, kValues)};
}

Commitments commitments(const record::Record& record, const CommitmentsQuery& query) {
  const record::Record::Snapshot snapshot(record);
  return {query, count_commitments(record, query.filters), find_commitments(record, query.filters, query.page),
          commitment_classes(record, query.filters)};
}

Day today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

}  // namespace chancery::questions
