// Brings together what the grammar found and what the trained model guesses.
//
// The grammar knows titles, offices, countries and names seen before in the text; the model knows names that no list
// has and words that only look like one. A person with a title or an office stands as the grammar has it; else the
// model's spans and kinds win where it is sure, its own finds are added, and the grammar's finds that the model takes
// for ordinary words are dropped.
#pragma once

#include <vector>

#include "knowledge/knowledge.hpp"
#include "stages/names/scanner.hpp"
#include "stages/names/tagger.hpp"

namespace chancery {

/// Found in, found out, in the order of the text; Found::bearer is an index into the result.
std::vector<Found> merge(const Document& document, const Knowledge& knowledge, const std::vector<NameWord>& words, std::vector<Found> found, const NameGuesses& guesses);

}  // namespace chancery
