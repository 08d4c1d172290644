// Commitments that both accounts tell, and those that only one does. Inside compare/ only.
#pragma once

#include <vector>

#include "questions/compare/holders.hpp"

namespace chancery::questions::compare {

std::vector<FactPair> compare_commitments(const Side& a, const Side& b, const Holders& holders, const Lexicon& lexicon);

}  // namespace chancery::questions::compare
