// Which units tell of the same. Inside compare/ only.
#pragma once

#include <vector>

#include "questions/compare/holders.hpp"
#include "questions/compare/terms.hpp"

namespace chancery::questions::compare {

struct Match {
  size_t a = 0, b = 0;
  double score = 0;  ///< 0 to 1
};

struct Alignment {
  std::vector<Match> links;    ///< by a, then b
  std::vector<Nearest> nearest;  ///< of units without a link
};

Alignment align(const std::vector<Unit>& units_a, const std::vector<Unit>& units_b, const Contents& contents, const Holders& holders);

}  // namespace chancery::questions::compare
