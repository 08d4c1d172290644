// One figure where a speaker says it twice: corrected ("7 billion, actually 17"), broken off and begun again
// ("800 - nearly 800,000"), or repeated for emphasis in the next sentence.
#pragma once

#include <optional>

#include "document/document.hpp"
#include "stages/facts/cues.hpp"
#include "stages/facts/quantity.hpp"
#include "stages/facts/tree.hpp"

namespace chancery::facts {

/// What the quantity is after the correction that follows it; nothing where none does. A bare number takes the
/// unit of what it corrects.
std::optional<Quantity> corrected(const Document& document, const Quantity& said, Stretch sentence, const Cues& cues);

/// Figures told a second time within two sentences, and those of a title that the text tells too, are taken away.
void drop_repeats(Document& document);

}  // namespace chancery::facts
