#include "stages/times/read_fields.hpp"

#include "stages/times/years.hpp"

namespace chancery::times {
namespace {

using std::chrono::days;

constexpr int kLastWeek = 9;  // Field::offset of "the last week of May"

/// The field that decides how fine a date is, the finest first, and the grain it gives.
struct GrainField {
  Field field;
  Grain grain;
};
constexpr GrainField kGrains[] = {{Field::century, Grain::century}, {Field::decade, Grain::decade},
                                  {Field::month, Grain::month},     {Field::season, Grain::season},
                                  {Field::quarter, Grain::quarter}, {Field::half, Grain::half},
                                  {Field::week, Grain::week}};

/// "the first week of May": days 1 to 7 of the month that the interval covers.
void narrow_to_week(int which, Timex& t) {
  if (which == kLastWeek) {
    t.from = *t.to - days{6};
  } else {
    t.from = *t.from + days{7 * (which - 1)};
    t.to = *t.from + days{6};
  }
}

void narrow_to_half(int which, Timex& t) {
  if (which == 1) {
    t.to = *t.from + days{14};
  } else {
    t.from = *t.from + days{15};
  }
}

}  // namespace

bool names_a_date(const Fields& f) {
  if (f.has(Field::year) || f.has(Field::year2) || f.has(Field::day)) return true;
  for (const GrainField& g : kGrains) {
    if (f.has(g.field)) return true;
  }
  return false;
}

Point named_point(const Fields& f, const std::function<int(int)>& full_year) {
  Point p;
  p.grain = Grain::year;
  p.bc = f.get(Field::era) == 1;
  if (f.has(Field::year)) p.year = f.get(Field::year);
  if (f.has(Field::year2)) p.year = full_year(f.get(Field::year2));
  for (const GrainField& g : kGrains) {
    if (!f.has(g.field)) continue;
    p.grain = g.grain;
    p.part = f.get(g.field);
    break;
  }
  if (p.grain == Grain::century) --p.part;
  if (p.grain == Grain::decade) p.part = (p.part < 100 ? full_year(p.part) : p.part) / 10;
  if (p.grain == Grain::month && f.has(Field::day)) {
    p.grain = Grain::day;
    p.day = f.get(Field::day);
  }
  return p;
}

void set_clock(const Fields& f, Point& p) {
  p.of_day = f.as<DayPart>(Field::part);
  p.hour = p.minute = p.second = -1;
  if (!f.has(Field::hour)) return;
  const bool late = p.of_day && *p.of_day >= DayPart::afternoon;
  p.of_day.reset();
  p.hour = f.get(Field::hour);
  if (f.has(Field::ampm) && p.hour <= 12) {
    p.hour = p.hour % 12 + (f.get(Field::ampm) == 1 ? 12 : 0);
  } else if (late && p.hour < 12) {
    p.hour += 12;
  }
  p.minute = f.get(Field::minute, 0);
  p.second = f.get(Field::second, -1);
}

std::optional<double> count_of(const Fields& f) {
  if (f.has(Field::vague)) return std::nullopt;
  if (!f.has(Field::number) && !f.has(Field::fraction)) return 1.0;
  return f.number();
}

void refine(Unit& unit, double& count) {
  if (unit == Unit::century || unit == Unit::decade) {
    count *= unit == Unit::century ? 100 : 10;
    unit = Unit::year;
  } else if (unit == Unit::year) {
    count *= 12;
    unit = Unit::month;
  }
}

void set_days(const Fields& f, const Point& point, Timex& t) {
  if (point.grain == Grain::day && f.has(Field::day2)) {
    const int month = f.get(Field::month2, point.part);
    const auto end = day_in(point.year + (month < point.part), month, f.get(Field::day2));
    if (end && *end >= *t.from) t.to = end;
  } else if (point.grain == Grain::month && f.has(Field::offset)) {
    narrow_to_week(f.get(Field::offset), t);
  } else if (point.grain == Grain::month && f.has(Field::half)) {
    narrow_to_half(f.get(Field::half), t);
  }
}

}  // namespace chancery::times
