// Points on the calendar as TIMEX3 writes them, from a century to a minute, and how they move.
//
// Pure values and functions. A point may leave out what is not known: year kNoYear is XXXX, month or day 0 is XX.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/day.hpp"
#include "stages/times/fields.hpp"

namespace chancery::times {

inline constexpr int kNoYear = -100000;
inline constexpr int kLastYear = 9999;

enum class Grain : int { century, decade, year, half, quarter, season, month, week, weekend, weekday, day };

struct Point {
  Grain grain = Grain::day;
  int year = kNoYear;
  bool bc = false;  ///< the year counts backwards from the era
  int part = 0;     ///< month, quarter, half, week; Season; ISO weekday; of decades and centuries, their number
  int day = 0;      ///< of the month
  std::optional<DayPart> of_day;
  int hour = -1, minute = -1, second = -1;

  bool has_clock() const { return hour >= 0 || of_day.has_value(); }
  bool known_year() const { return year != kNoYear; }
};

Point point_of(Day day);
Point point_of(Day day, Grain grain);
/// The day of a point of grain day that is fully known.
std::optional<Day> day_of(const Point& point);

/// "2017-11-19", "1989-W44", "1989-W44-WE", "1989-Q3", "198", "19", "BC0480", "XXXX-WXX-5", "1998-02-12T19:15",
/// "2000-01-05TNI"
std::string value_of(const Point& point);

/// First and last day, where the point is placed on the calendar (years 1 to 9999 of our era).
std::optional<std::pair<Day, Day>> interval_of(const Point& point);

/// The grain a unit counts in: Unit::month => Grain::month. Nothing for units below a day.
std::optional<Grain> grain_of(Unit unit);
/// The same, and a day for hours and what is shorter.
inline Grain day_or_coarser(Unit unit) { return grain_of(unit).value_or(Grain::day); }

/// Moves by whole units; the result has the unit's grain where it is coarser than the point's. Nothing where the point
/// is too coarse for the unit (a year moved by days) or leaves the calendar.
std::optional<Point> shifted(const Point& point, Unit unit, int count);
/// The same point seen at a coarser grain: 2017-11-19 at month => 2017-11.
std::optional<Point> truncated(const Point& point, Grain grain);

/// TIMEX3 of a length: 9 months => "P9M", 2 hours => "PT2H", unknown count => "PXD".
std::string duration_value(std::optional<double> count, Unit unit);

}  // namespace chancery::times
