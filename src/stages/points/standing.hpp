// Where a cue stands in the account: in its main line, or inside what another cue governs.
#pragma once

#include <vector>

#include "stages/points/site.hpp"

namespace chancery::points {

/// `broken_out`: the tree hangs it inside a content, but its form shows that the account goes on: ", reaffirming that".
enum class Standing : uint8_t { free, broken_out, content };

/// How a site stands to the sites found before it in its sentence.
Standing standing_of(const Setting& setting, const Sentence& sentence, const std::vector<Site>& before, const Site& site);

/// Whether it tells of a point: not content, not the occasion ("after agreeing"), and with somebody who can hold one.
bool is_told(const Setting& setting, const Sentence& sentence, const std::vector<Site>& before, const Site& site);

}  // namespace chancery::points
