// Finds which accounts on record tell of one encounter, for all that are due: new ones, changed ones, and those matched
// with them. Costs what is due and the weeks around it, not the size of the record.
#pragma once

#include <cstddef>

#include "record/record.hpp"

namespace chancery::app {

/// How many accounts were compared. In transactions of some thousands, so that stopping loses little. Stands in no
/// need of the texts.
size_t match_encounters(record::Record& record);

}  // namespace chancery::app
