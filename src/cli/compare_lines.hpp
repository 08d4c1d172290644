// A comparison for people: two columns in the order of the texts, stacked on a narrow terminal; linked clauses on one row,
// words that differ marked; below, what each says of the encounter, figures and commitments.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "questions/compare/compare.hpp"

namespace chancery::cli {

std::vector<std::string> comparison_lines(const questions::compare::Comparison& comparison, const Console& console);

}  // namespace chancery::cli
