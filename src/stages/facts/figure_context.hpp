// What the sentence says about a quantity: comparison, direction, hedge, the thing measured, period and countries.
#pragma once

#include "document/document.hpp"
#include "stages/facts/cues.hpp"
#include "stages/facts/quantity.hpp"
#include "stages/facts/tree.hpp"
#include "stages/facts/voices.hpp"

namespace chancery::facts {

/// The figure that a quantity is, with everything its sentence says about it.
Figure figure_of(const Document& document, const Quantity& quantity, Stretch sentence, const Voices& voices, const Cues& cues);

}  // namespace chancery::facts
