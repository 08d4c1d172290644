// A short name of a topic, of one to four plain words: "situation in Gaza", "humanitarian aid".
#pragma once

#include <string>

#include "stages/points/split.hpp"

namespace chancery::points {

std::string label_of(const Setting& setting, const Range& topic);

/// The topic without what only announces it: "the importance of increasing aid" => "increasing aid".
Range core_of(const Setting& setting, const Range& topic);

}  // namespace chancery::points
