// Finds the cues in a sentence that tell of a point: in the main line of the account, not inside another point's
// content, nor in a clause that tells of the occasion ("after agreeing to ..."), nor with a thing for a subject.
#pragma once

#include <vector>

#include "stages/points/site.hpp"

namespace chancery::points {

/// The sites of a sentence, in order, each with its topic's begin and limit. `closed[i]`: token i lies in a quotation.
std::vector<Site> find_sites(const Setting& setting, const Sentence& sentence, const std::vector<bool>& closed);

}  // namespace chancery::points
