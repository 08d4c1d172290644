// The last line of a command that did many things: "12 added, 3 known already, 1 failed".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"

namespace chancery::cli {

struct Sum {
  size_t count = 0;
  std::string_view what;
  Style style = Style::plain;
};

/// Without those that are zero; `nothing` where all are.
std::string summary(const std::vector<Sum>& sums, std::string_view nothing, const Console& console);

}  // namespace chancery::cli
