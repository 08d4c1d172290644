// How the two accounts let the encounter run: the order of the topics that both tell, and what each claims to have had
// the first place. Inside compare/ only.
#pragma once

#include "questions/compare/compare.hpp"

namespace chancery::questions::compare {

EncounterFact order_of(const Comparison& comparison);
EncounterFact prominence_of(const Comparison& comparison, const Lexicon& lexicon);

/// A unit in a few words.
std::string label_of(const Document& document, const Unit& unit);

}  // namespace chancery::questions::compare
