// When an act took place: the time expression that hangs on its verb, or on the verb that governs it as its own ("refused
// on Monday to meet"); not the day on which somebody said so.
#pragma once

#include "stages/codes/tree.hpp"

namespace chancery::codes {

/// Without value and basis where the sentence does not place the act.
EventTime time_of(const Tree& tree, Index trigger);

}  // namespace chancery::codes
