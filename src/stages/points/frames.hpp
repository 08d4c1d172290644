// Where the topic of a cue begins, by the frames that the cue's line in the lexicon allows.
#pragma once

#include <optional>

#include "stages/points/site.hpp"

namespace chancery::points {

/// Fills `frame`, `preposition` and `topic` of a site whose cue, verb and voice are known; `end`: of the sentence.
/// False where no frame fits.
bool find_topic(const Setting& setting, Site& site, Index end);

}  // namespace chancery::points
