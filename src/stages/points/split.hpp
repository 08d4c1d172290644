// Parts the words that a cue governs into single topics: "A, B and C" are three, "issues, including A and B" too.
//
// Coordination is read from the tree where its head lies on the spine of the topic: its head noun, and, through nouns
// that only announce the topic ("the importance of", "efforts to"), what they announce. Parsers often hang the last of
// several long conjuncts on the nearest noun; repeated prepositions, semicolons and "as well as" overrule them.
#pragma once

#include <vector>

#include "stages/points/site.hpp"

namespace chancery::points {

struct Range {
  Index first = 0, last = 0;  ///< tokens, half-open
};

/// The topics of a site, in order, none empty. Linear in the words of the site.
std::vector<Range> split_topics(const Setting& setting, const Site& site);

}  // namespace chancery::points
