// Figures over time as lines for a terminal: one block a unit, a bar for each value, and what was given differently.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "questions/series.hpp"

namespace chancery::cli {

std::vector<std::string> series_lines(const questions::Series& series, const Console& console);

}  // namespace chancery::cli
