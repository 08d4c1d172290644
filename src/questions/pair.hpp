// Two countries: how often they met, what was said of both in figures, which commitments between them are open. And the
// matrix of the countries met most. Counts are those of the ledger under the same filters.
#pragma once

#include <string>
#include <vector>

#include "record/query_facts.hpp"
#include "record/query_pairs.hpp"

namespace chancery::questions {

struct PairQuery {
  std::string a, b;                    ///< ISO 3166-1 alpha-3
  record::EncounterFilters encounters;  ///< besides the two countries, which are put in
  record::Page page{0, 20};             ///< of the encounters
  std::optional<Day> on;                ///< the day by which commitments are open
};

struct PairView {
  PairQuery query;
  int64_t encounters_total = 0, figures_total = 0, commitments_total = 0;
  std::vector<record::EncounterLine> encounters;
  std::vector<record::Count> years, types;
  std::vector<record::FigureLine> figures;          ///< about both, latest 20
  std::vector<record::CommitmentLine> commitments;  ///< open ones that are no ritual, latest 20
};

PairView pair(const record::Record& record, const PairQuery& query);

struct MatrixQuery {
  record::EncounterFilters encounters;
  size_t countries = 12;
};

struct Matrix {
  MatrixQuery query;
  std::vector<record::Count> countries;  ///< most encounters first
  std::vector<record::PairCount> cells;  ///< pairs among them that met
};

Matrix matrix(const record::Record& record, const MatrixQuery& query);

/// The two codes of "KAZ-UZB"; nothing where that is no pair of countries.
std::optional<std::pair<std::string, std::string>> pair_of_codes(std::string_view text);

}  // namespace chancery::questions
