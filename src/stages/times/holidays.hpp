// Days that move from year to year, by rule: Easter and what hangs on it, nth weekdays, the Islamic calendar by the civil
// tables, the Chinese, Hebrew and Persian ones by ICU. Fixed days need no code: their month and day stand in the word lists.
#pragma once

#include <optional>

#include "base/day.hpp"

namespace chancery::times {

inline constexpr int kEaster = 0, kOrthodoxEaster = 3;  ///< values of Field::holiday

/// `holiday` is a value of Field::holiday below 100, in the order of its names. Nothing where the year has no such day
/// or the rule does not reach it (years 1583 to 9999).
std::optional<Day> holiday(int holiday, int year);

}  // namespace chancery::times
