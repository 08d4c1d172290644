// What the fields of a match name on the calendar by themselves, before any context.
#pragma once

#include <functional>
#include <optional>

#include "document/facts.hpp"
#include "stages/times/calendar.hpp"

namespace chancery::times {

/// Whether the fields name a date, and not only a time of day.
bool names_a_date(const Fields& fields);

/// The point that the absolute fields name; its year is kNoYear where they do not say it. `full_year` completes '89.
Point named_point(const Fields& fields, const std::function<int(int)>& full_year);

/// Enters the time of day: hour, minute, second with am and pm, or a part of the day.
void set_clock(const Fields& fields, Point& point);

/// How many units; nothing for a vague number ("several").
std::optional<double> count_of(const Fields& fields);

/// Half a century is 50 years, a year and a half 18 months: whole numbers of a smaller unit.
void refine(Unit& unit, double& count);

/// Narrows the days of a month or moves their end, as the fields say: 20-21 January, the first week of May, the second
/// half of April.
void set_days(const Fields& fields, const Point& point, Timex& timex);

}  // namespace chancery::times
