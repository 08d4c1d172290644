// Finds the cues in a sentence that tell of a point: in the main line of the account, not inside another point's
// content, nor in a clause that tells of the occasion ("after agreeing to ..."), nor with a thing for a subject.
#pragma once

#include <vector>

#include "stages/points/site.hpp"

namespace chancery::points {

/// The sites of a sentence, in order, each with its topic's begin and limit. `closed[i]`: token i lies in a quotation.
std::vector<Site> find_sites(const Setting& setting, const Sentence& sentence, const std::vector<bool>& closed);

/// The word that is the subject of `verb`, its own or the one it shares by coordination or control; kNone where none is
/// seen. "who" and "which" stand for the noun they hang on.
Index subject_of(const Setting& setting, Index verb);

}  // namespace chancery::points
