// Numbers as texts write them: "200,000", "2.9 billion", "twenty-five", "5bn", "8-10", "20 000".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "stages/facts/cues.hpp"

namespace chancery::facts {

struct Number {
  size_t first = 0, last = 0;     ///< tokens, half-open, scale words included
  double value = 0;
  std::optional<double> value_to; ///< of a range
  bool in_words = false;          ///< "two"
  bool scaled = false;            ///< with "million" and the like
  double unit_scale = 1;          ///< what the scale word multiplied by
  bool grouped = false;           ///< "200,000", "20 000"
  std::string suffix;             ///< letters glued to the digits that are no scale: "km" of "1,200km"
};

/// Whether a number may begin with this word: a quick test, true for every word with which one does.
bool may_begin_number(const Token& token, const Cues& cues);

/// The number that begins at token `at`; nothing where none does. `cues` knows number words and scales (kinds
/// "number" and "scale").
std::optional<Number> number_at(const std::vector<Token>& tokens, size_t at, size_t end, const Cues& cues);

}  // namespace chancery::facts
