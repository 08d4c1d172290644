// Whether the fields of a match can be a time at all: no 31 February, no hour 25, no week 54.
#pragma once

#include "stages/times/fields.hpp"

namespace chancery::times {

bool possible(const Fields& fields);

}  // namespace chancery::times
