#include "stages/times/years.hpp"

#include <algorithm>
#include <cstdlib>

namespace chancery::times {
namespace {

/// The month with which a point begins; 0 where it has none.
int first_month(const Point& p) {
  switch (p.grain) {
    case Grain::day:
    case Grain::month:
      return p.part;
    case Grain::season:
      return 3 + 3 * p.part;
    case Grain::quarter:
      return p.part * 3 - 2;
    case Grain::half:
      return p.part * 6 - 5;
    default:
      return 0;
  }
}

}  // namespace

std::optional<Day> day_in(int year, int month, int day) {
  if (year < 1 || year > 9999) return std::nullopt;
  const int last = static_cast<int>(last_of_month(year, static_cast<unsigned>(month)));
  return make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(std::min(day, last)));
}

int Years::full(int two_digits) const {
  int near = 2000;
  if (setting_.published) near = civil(*setting_.published).year;
  if (setting_.history && story_.told() && story_.told()->known_year()) near = story_.told()->year;
  int best = near / 100 * 100 + two_digits;
  for (const int other : {best - 100, best + 100}) {
    if (other > 0 && other <= kLastYear && std::abs(other - near) < std::abs(best - near)) best = other;
  }
  return best;
}

int Years::by_tense(const Candidate& c, int month, int day) const {
  const YearMonthDay now = civil(*setting_.published);
  if (c.fields.has(Field::weekday) && day > 0) {
    for (const int year : {now.year, now.year - 1, now.year + 1}) {
      const auto d = day_in(year, month, day);
      if (d && static_cast<int>(weekday(*d)) == c.fields.get(Field::weekday)) return year;
    }
  }
  const int ahead = month - static_cast<int>(now.month);
  const bool begun = day > 0 && ahead == 0 ? day <= static_cast<int>(now.day) : ahead <= 0;
  const bool over = day > 0 && ahead == 0 ? day < static_cast<int>(now.day) : ahead < 0;
  // Figures are reported for the quarter that began last.
  if (c.fields.has(Field::quarter)) return begun ? now.year : now.year - 1;
  // A tense that points the other way from a day close by is taken for a slip of the reader, not of the text.
  switch (tense_.near(c)) {
    case Tense::past:
      return begun || ahead <= 1 ? now.year : now.year - 1;
    case Tense::future:
      return !over || ahead >= -3 ? now.year : now.year + 1;
    default:
      return ahead > 6 ? now.year - 1 : ahead < -8 ? now.year + 1 : now.year;
  }
}

int Years::of(const Candidate& c, const Point& point) const {
  const int year = unchecked(c, point);
  return year >= 0 && year <= kLastYear ? year : kNoYear;
}

int Years::unchecked(const Candidate& c, const Point& point) const {
  const int month = std::min(first_month(point), 12);
  if (setting_.published && !setting_.history) return by_tense(c, month, point.grain == Grain::day ? point.day : 0);
  const auto& now = story_.now();
  if (!now || !now->known_year()) return kNoYear;
  const bool month_known = now->grain == Grain::month || now->grain == Grain::day;
  if (!month_known || now->bc || month == 0) return now->year;
  // A story goes forward: "in November 1941 ... in February" is 1942, "in October ... in August" the same year.
  return now->part - month >= 7 ? now->year + 1 : month - now->part >= 10 ? now->year - 1 : now->year;
}

}  // namespace chancery::times
