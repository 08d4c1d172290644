// A comparison as JSON: the same object for the API and the command. Offsets are code points; unknown scalars are null.
#pragma once

#include "questions/compare/compare.hpp"
#include "questions/json.hpp"

namespace chancery::questions::compare {

Json to_json(const Comparison& comparison);

}  // namespace chancery::questions::compare
