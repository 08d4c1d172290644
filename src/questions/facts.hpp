// Figures that were given and commitments that were made, as lists with their sources: newest publication first, paged.
//
// Every line is what a document says. Whether a commitment was kept is not in the record: "open" and "due" go by the
// due day alone.
#pragma once

#include <vector>

#include "record/query_facts.hpp"

namespace chancery::questions {

struct FiguresQuery {
  record::FigureFilters filters;
  record::Page page{0, 50};
};

struct Figures {
  FiguresQuery query;
  int64_t total = 0;
  std::vector<record::FigureLine> figures;
  /// What there is under the other filters, most frequent first.
  std::vector<record::Count> indicators, units;
};

Figures figures(const record::Record& record, const FiguresQuery& query);

struct CommitmentsQuery {
  record::CommitmentFilters filters;  ///< `on` is set: the answer is about a day
  record::Page page{0, 50};
};

struct Commitments {
  CommitmentsQuery query;
  int64_t total = 0;
  std::vector<record::CommitmentLine> commitments;
  std::vector<record::Count> classes;  ///< under the other filters
};

Commitments commitments(const record::Record& record, const CommitmentsQuery& query);

/// The day it is (UTC): by which commitments are open or due where nobody names a day.
Day today();

}  // namespace chancery::questions
