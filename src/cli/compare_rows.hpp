// The rows of a comparison in two columns: linked clauses beside each other, each column in the order of its text as far as
// the links allow, the left one always.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "questions/compare/compare.hpp"

namespace chancery::cli {

struct Row {
  std::optional<size_t> a, b;              ///< units shown for the first time
  std::optional<size_t> again_a, again_b;  ///< units that a row before has shown
  const questions::compare::Link* link = nullptr;
};

std::vector<Row> rows_of(const questions::compare::Comparison& comparison);

/// "A3 Biden, warned: ..." with the marked words set off. Safe for a terminal.
std::string described(const questions::compare::Side& side, const questions::compare::Unit& unit, char letter, size_t number,
                      const std::vector<Span>& marks, const Console& console);

std::string_view sign_of(questions::compare::Relation relation);
std::string_view sign_of(questions::compare::Standing standing);

}  // namespace chancery::cli
