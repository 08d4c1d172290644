#include "stages/times/holidays.hpp"

#include "stages/times/calendars.hpp"

namespace chancery::times {
namespace {

using std::chrono::days;

/// Gregorian Easter (anonymous algorithm, Meeus).
Day easter(int y) {
  const int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return *make_day(y, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

/// Easter of the eastern churches: the Julian rule, told in the Gregorian calendar.
Day orthodox_easter(int y) {
  const int a = y % 4, b = y % 7, c = y % 19, d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
  const int n = d + e + 114;
  const int behind = y / 100 - y / 400 - 2;
  return *make_day(y, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1)) + days{behind};
}

Day nth_weekday(int year, unsigned month, unsigned wanted, int nth) {
  const Day first = *make_day(year, month, 1);
  const int ahead = (static_cast<int>(wanted) - static_cast<int>(weekday(first)) + 7) % 7;
  return first + days{ahead + 7 * (nth - 1)};
}

Day last_monday_of_may(int year) {
  const Day last = *make_day(year, 5, 31);
  return last - days{static_cast<int>(weekday(last)) - 1};
}

/// A day of the tabular Islamic calendar (civil epoch, 16 July 622 Julian) as a Gregorian day.
Day islamic(int year, int month, int day) {
  const long julian = (11L * year + 3) / 30 + 354L * year + 30L * month - (month - 1) / 2 + day + 1948440 - 385;
  return Day{days{julian - 2440588}};
}

/// The first such day that falls in the Gregorian year.
std::optional<Day> islamic_in(int gregorian, int month, int day) {
  const int about = static_cast<int>((gregorian - 622) * 33L / 32);
  for (int year = about - 1; year <= about + 2; ++year) {
    if (year < 1) continue;
    const Day d = islamic(year, month, day);
    if (civil(d).year == gregorian) return d;
  }
  return std::nullopt;
}

struct Feast {
  int holiday;
  OtherCalendar calendar;
  int month, day;
};
constexpr Feast kFeasts[] = {{13, OtherCalendar::chinese, 1, 1},    // lunar new year
                             {21, OtherCalendar::persian, 1, 1},    // Nowruz
                             {22, OtherCalendar::hebrew, 8, 15},    // Passover
                             {23, OtherCalendar::hebrew, 1, 1},     // Rosh Hashanah
                             {24, OtherCalendar::hebrew, 1, 10},    // Yom Kippur
                             {25, OtherCalendar::hebrew, 3, 25},    // Hanukkah
                             {26, OtherCalendar::hebrew, 1, 15},    // Sukkot
                             {27, OtherCalendar::hebrew, 7, 14},    // Purim
                             {28, OtherCalendar::chinese, 8, 15}};  // mid-autumn festival

std::optional<Day> of_other_calendar(int holiday, int year) {
  for (const Feast& feast : kFeasts) {
    if (feast.holiday == holiday) return day_in_year(feast.calendar, feast.month, feast.day, year);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Day> holiday(int holiday, int year) {
  if (year < 1583 || year > 9990) return std::nullopt;
  switch (holiday) {
    case 0:
      return easter(year);
    case 1:
      return easter(year) - days{2};
    case 2:
      return easter(year) + days{1};
    case 3:
      return orthodox_easter(year);
    case 4:
      return easter(year) + days{49};
    case 5:
      return nth_weekday(year, 11, 4, 4);
    case 6:
      return last_monday_of_may(year);
    case 7:
      return nth_weekday(year, 9, 1, 1);
    case 8:
      return nth_weekday(year, 1, 1, 3);
    case 9:
      return nth_weekday(year, 2, 1, 3);
    case 10:
      return nth_weekday(year, 10, 1, 2);
    case 11:
      return nth_weekday(year, 11, 1, 1) + days{1};
    case 12:
      return nth_weekday(year, 5, 7, 2);
    case 14:
      return islamic_in(year, 9, 1);
    case 15:
      return islamic_in(year, 10, 1);
    case 16:
      return islamic_in(year, 12, 10);
    case 17:
      return islamic_in(year, 1, 10);
    case 18:
      return islamic_in(year, 1, 1);
    case 19:
      return islamic_in(year, 3, 12);
    case 20:
      return nth_weekday(year, 6, 7, 3);
    default:
      return of_other_calendar(holiday, year);
  }
}

}  // namespace chancery::times
