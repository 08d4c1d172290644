// Days of other calendars as Gregorian ones, by the rules that ICU keeps: the Chinese lunisolar, the Hebrew and the
// Persian calendar. Thread-safe.
#pragma once

#include <optional>

#include "base/day.hpp"

namespace chancery::times {

enum class OtherCalendar : int { chinese, hebrew, persian };

/// The first such day that falls in the Gregorian year; months count from 1, in the Hebrew calendar from Tishri with
/// Adar I as the sixth (Nisan is the eighth).
std::optional<Day> day_in_year(OtherCalendar calendar, int month, int day, int gregorian_year);

}  // namespace chancery::times
