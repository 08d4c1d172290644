// What two accounts say of the encounter itself: who asked for it, how long it took, by which channel, when and where,
// who took part, in which order its topics came, and what is said to have had the first place. Inside compare/ only.
#pragma once

#include <vector>

#include "questions/compare/holders.hpp"

namespace chancery::questions::compare {

/// In a fixed order. Reads sides, units and links of the comparison, which must be there.
std::vector<EncounterFact> compare_facts(const Comparison& comparison, const Holders& holders, const Lexicon& lexicon);

}  // namespace chancery::questions::compare
