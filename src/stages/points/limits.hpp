// How far the topics of a sentence reach: each to where the clause of the next cue begins.
#pragma once

#include <vector>

#include "stages/points/site.hpp"

namespace chancery::points {

/// Fills `limit` of the sites of a sentence that ends before token `end`.
void set_limits(const Setting& setting, std::vector<Site>& sites, Index end);

}  // namespace chancery::points
