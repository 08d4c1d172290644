// The clauses of an account that are laid beside those of another. Inside compare/ only.
#pragma once

#include <vector>

#include "questions/compare/compare.hpp"

namespace chancery::questions::compare {

struct Units {
  std::vector<Unit> units;  ///< in the order of the text
  bool cut = false;         ///< there were more than kMostUnits
};

Units units_of(const Side& side);

/// A commitment as a unit, whether or not points tell it too.
Unit unit_of(const Document& document, const Commitment& commitment);

/// Whether words of the document belong to the account.
bool belongs(const Side& side, const Span& words);

}  // namespace chancery::questions::compare
