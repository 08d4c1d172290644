#include "stages/times/check.hpp"

namespace chancery::times {
namespace {

bool within(const Fields& fields, Field field, int low, int high) {
  return !fields.has(field) || (fields.get(field) >= low && fields.get(field) <= high);
}

/// Days of a month in any year; in a known year, of that year.
bool day_exists(const Fields& f, Field day, Field month) {
  if (!f.has(day) || !f.has(month)) return true;
  static constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int m = f.get(month), d = f.get(day);
  if (m < 1 || m > 12 || d < 1 || d > kDays[m - 1]) return false;
  const int year = f.get(Field::year, 2000);
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return m != 2 || d != 29 || leap || year < 100;
}

}  // namespace

bool possible(const Fields& f) {
  return within(f, Field::month, 1, 12) && within(f, Field::day, 1, 31) && within(f, Field::day2, 1, 31) &&
         within(f, Field::hour, 0, 24) && within(f, Field::minute, 0, 59) && within(f, Field::second, 0, 60) &&
         within(f, Field::week, 1, 53) && within(f, Field::quarter, 1, 4) && within(f, Field::half, 1, 2) &&
         within(f, Field::century, 1, 99) && within(f, Field::year, 0, 9999) &&
         day_exists(f, Field::day, Field::month) &&
         !(f.has(Field::day2) && f.get(Field::day2) <= f.get(Field::day) && !f.has(Field::month2));
}

}  // namespace chancery::times
