// The program from its arguments to its exit code. The one place that catches.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"

namespace chancery::cli {

/// `arguments` without the program's name. Never throws; says what went wrong and returns the exit code.
int run_program(const std::vector<std::string>& arguments, Console& console);

}  // namespace chancery::cli
