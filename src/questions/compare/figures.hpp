// Figures of two accounts that measure the same, and whether their values can both hold. Inside compare/ only.
#pragma once

#include <vector>

#include "questions/compare/compare.hpp"

namespace chancery::questions::compare {

std::vector<FactPair> compare_figures(const Side& a, const Side& b, const Lexicon& lexicon);

/// Whether two figures tell of one thing: unit, indicator, period, direction and countries agree.
bool measure_the_same(const Figure& a, const Figure& b, const Lexicon& lexicon);

/// Of two figures that measure the same: same; differs where a hedge, a range or a rounding leaves room for both; contradicts
/// where both are exact and unlike.
Standing standing_of(const Figure& a, const Figure& b);

}  // namespace chancery::questions::compare
