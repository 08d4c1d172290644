#include "cli/compare_lines.hpp"

namespace chancery::cli {

std::vector<std::string> comparison_lines(const questions::compare::Comparison&, const Console&) { return {}; }

}  // namespace chancery::cli
