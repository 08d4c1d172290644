// A number with its unit, and the decision whether it is a figure at all.
#pragma once

#include <optional>
#include <string>

#include "document/document.hpp"
#include "stages/facts/cues.hpp"
#include "stages/facts/number.hpp"

namespace chancery::facts {

enum class Measure : uint8_t { percent, money, measure, count };

struct Quantity {
  Number number;
  size_t first = 0, last = 0;  ///< tokens of number and unit, half-open
  Measure measure = Measure::count;
  std::string unit;            ///< "percent", ISO 4217, "tonnes", or the noun that is counted
};

/// The quantity whose number begins at `at` in the sentence [`begin`, `end`); nothing where it is no figure.
std::optional<Quantity> quantity_at(const Document& document, size_t at, size_t begin, size_t end, const Cues& cues);

}  // namespace chancery::facts
