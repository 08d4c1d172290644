// What a quantity measures, read off the tree: "trade grew by 5 percent", "a $4 billion deal", "5 percent of GDP",
// "aid in the amount of 2 billion euros". Nothing where the tree does not say it.
#pragma once

#include "document/document.hpp"
#include "stages/facts/cues.hpp"
#include "stages/facts/quantity.hpp"
#include "stages/facts/tree.hpp"

namespace chancery::facts {

/// The word of a quantity that the rest of the sentence governs: "$" of "$4 billion", "percent"; kNone without a tree.
Index governed_word(const Document& document, const Quantity& quantity);

/// The noun phrase measured; empty where none is told.
Stretch measured(const Document& document, const Quantity& quantity, Stretch sentence, const Cues& cues);

}  // namespace chancery::facts
