#include "questions/pair.hpp"

#include <algorithm>

namespace chancery::questions {
namespace {

constexpr record::Page kLatest{0, 20};

bool is_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

record::FigureFilters about_both(const PairQuery& query) {
  record::FigureFilters filters;
  filters.country = query.a;
  filters.with = query.b;
  return filters;
}

record::CommitmentFilters open_between(const PairQuery& query) {
  record::CommitmentFilters filters;
  filters.country = query.a;
  filters.with = query.b;
  filters.classes = {CommitmentClass::promise, CommitmentClass::plan, CommitmentClass::agenda};
  filters.state = record::DueState::open;
  filters.on = query.on;
  return filters;
}

}  // namespace

PairView pair(const record::Record& record, const PairQuery& query) {
  const record::Record::Snapshot snapshot(record);
  record::EncounterFilters both = query.encounters;
  both.country = query.a;
  both.with = query.b;
  const record::FigureFilters about = about_both(query);
  const record::CommitmentFilters open = open_between(query);
  return {query,
          count_encounters(record, both),
          count_figures(record, about),
          count_commitments(record, open),
          find_encounters(record, both, query.page),
          encounters_by_year(record, both),
          encounters_by_type(record, both),
          find_figures(record, about, kLatest),
          find_commitments(record, open, kLatest)};
}

Matrix matrix(const record::Record& record, const MatrixQuery& query) {
  const record::Record::Snapshot snapshot(record);
  Matrix answer{query, countries_met(record, query.encounters, query.countries), {}};
  std::vector<std::string> codes;
  for (const record::Count& one : answer.countries) codes.push_back(one.value);
  answer.cells = pairs_met(record, query.encounters, codes);
  return answer;
}

std::optional<std::pair<std::string, std::string>> pair_of_codes(std::string_view text) {
  constexpr size_t kCode = 3;
  if (text.size() != 2 * kCode + 1 || text[kCode] != '-') return std::nullopt;
  const std::string_view a = text.substr(0, kCode), b = text.substr(kCode + 1);
  if (!is_code(a) || !is_code(b) || a == b) return std::nullopt;
  return std::pair{std::string(a), std::string(b)};
}

}  // namespace chancery::questions
