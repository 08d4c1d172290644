// Civil days of the proleptic Gregorian calendar and their ISO 8601 form. Pure functions, thread-safe.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

using Day = std::chrono::sys_days;

/// "2017-11-19" and the day of "2017-11-19T19:23..."; nothing for a day that does not exist (31 February).
std::optional<Day> parse_day(std::string_view text);

/// "2017-11-19"
std::string iso(Day day);

/// Nothing where no such day exists. Years 1 to 9999.
std::optional<Day> make_day(int year, unsigned month, unsigned day);

struct YearMonthDay {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
};
YearMonthDay civil(Day day);

/// Monday is 1, Sunday 7.
unsigned weekday(Day day);

/// Last day of the month, 28 to 31.
unsigned last_of_month(int year, unsigned month);

/// ISO week: {2017, 47}.
struct IsoWeek {
  int year = 0;
  unsigned week = 0;
};
IsoWeek iso_week(Day day);
Day monday_of(IsoWeek week);

}  // namespace chancery
