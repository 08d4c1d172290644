// Which entries of a sheet find room on two pages. Inside questions/brief/ only.
//
// Heights are reckoned from characters as brief.css sets them, on the narrower width of A4 and the lower height of US
// Letter, wide characters as two, with a part left free for fonts that run wider. While the sheet is too high, the last
// entry of the section that takes most room goes, but never below a section's `least`; then these go too, from the
// sheet's end to its beginning.
#pragma once

#include <vector>

#include "questions/brief/parts.hpp"

namespace chancery::questions {

std::vector<BriefDraft> fitted(std::vector<BriefDraft> drafts);

/// In millimetres, footnotes included.
double height_of(const std::vector<BriefDraft>& drafts);

}  // namespace chancery::questions
