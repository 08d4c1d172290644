// What moves from an anchor: weekdays, "last week", "two years ago", "the same day".
#include <algorithm>
#include <cmath>

#include "stages/times/read_fields.hpp"
#include "stages/times/resolve.hpp"

namespace chancery::times {
namespace {

using std::chrono::days;

bool is_clock_unit(Unit u) { return u == Unit::second || u == Unit::minute || u == Unit::hour; }

Day nearest_weekday(int wanted, Day from, int direction) {
  const int ahead = (wanted - static_cast<int>(weekday(from)) + 7) % 7;
  if (direction > 0) return from + days{ahead == 0 ? 7 : ahead};
  return from - days{ahead == 0 ? 7 : 7 - ahead};
}

/// "ten years ago today" is a day, not a year.
std::optional<Point> on_the_day(Point p, const Point& from) {
  if (p.grain != Grain::year && p.grain != Grain::month) return p;
  if (p.grain == Grain::year) p.part = from.part;
  p.day = from.day;
  p.grain = Grain::day;
  return day_of(p) ? std::optional(p) : std::nullopt;
}

}  // namespace

std::optional<Timex> Resolver::weekday(const Candidate& c) {
  const int wanted = c.fields.get(Field::weekday);
  const auto from = base(c, setting_.history ? Anchor::told : anchor_of(c, Anchor::published));
  Point open;
  open.grain = Grain::weekday;
  open.part = wanted;
  Point p = open;
  if (const auto day = from ? day_of(*from) : std::nullopt) {
    const int today = static_cast<int>(chancery::weekday(*day));
    const int direction = c.fields.get(Field::direction);
    if (direction != 0) {
      p = point_of(nearest_weekday(wanted, *day, direction));
    } else if (today == wanted || c.fields.has(Field::direction)) {  // "this Friday" is of the current week
      p = point_of(*day + days{wanted - today});
    } else {
      p = point_of(nearest_weekday(wanted, *day, tense_.near(c) >= Tense::progressive ? 1 : -1));
    }
  }
  if (p.known_year() && (p.year < 1 || p.year > kLastYear)) p = open;
  set_clock(c.fields, p);
  return made(c, p);
}

/// "last May", "next spring": the nearest in that direction; with `shift`, of the year in that direction ("May last
/// year").
std::optional<Point> Resolver::moved_month(const Candidate& c, const std::optional<Point>& from) const {
  const int direction = c.fields.get(Field::direction);
  Point p = named_point(c.fields, [](int year) { return year; });
  p.year = kNoYear;
  if (!from || !from->known_year()) return p;
  const int part = p.grain == Grain::season ? 3 + 3 * p.part : p.part;
  const int now = from->grain == Grain::month || from->grain == Grain::day ? from->part : 6;
  const bool in_this_year = direction < 0 ? part < now : part > now;
  p.year = from->year + (in_this_year && !c.fields.has(Field::shift) ? 0 : direction);
  if (p.year < 1 || p.year > kLastYear) p.year = kNoYear;
  return p;
}

std::optional<Timex> Resolver::relative(const Candidate& c) {
  const Fields& f = c.fields;
  if (f.has(Field::weekday)) return weekday(c);
  const int direction = f.get(Field::direction);
  if (f.get(Field::sense) == kToday && means_nowadays(c)) return reference(c, Ref::present);
  const bool of_story = f.get(Field::sense) == kOfStory && setting_.history;
  const auto from = base(c, anchor_of(c, of_story ? Anchor::told : Anchor::published));
  const Unit unit = f.as<Unit>(Field::unit).value_or(Unit::day);
  std::optional<Point> p;
  if (f.has(Field::month) || f.has(Field::season)) {
    p = moved_month(c, from);
  } else if (direction != 0) {
    p = from ? shifted(*from, unit, direction) : std::nullopt;
  } else {
    p = from ? truncated(*from, day_or_coarser(unit)) : std::nullopt;
    // What was told last may be too coarse for "the end of that month".
    if (!p && !setting_.history && setting_.published) p = truncated(*published(), day_or_coarser(unit));
  }
  // On a Sunday, "this week" of what is to come is the week that begins.
  const bool sunday = unit == Unit::week && from && day_of(*from) && chancery::weekday(*day_of(*from)) == 7;
  if (sunday && direction == 0 && tense_.near(c) >= Tense::progressive) p = shifted(*from, Unit::week, 1);
  if (!p) return left_open(c, unit, direction);
  set_clock(f, *p);
  return made(c, *p);
}

std::optional<Timex> Resolver::moved(const Candidate& c, int sign, Anchor anchor) {
  const Fields& f = c.fields;
  if (f.get(Field::sense) == kYearBefore && !setting_.history) {
    if (auto quarter = story_.quarter_for(c)) {
      quarter->part = f.get(Field::quarter, quarter->part);
      --quarter->year;
      return made(c, *quarter);
    }
    anchor = Anchor::published;
  }
  Unit unit = f.as<Unit>(Field::unit).value_or(Unit::day);
  auto count = count_of(f);
  if (!count) return reference(c, sign > 0 ? Ref::future : Ref::past);
  if (f.has(Field::fraction)) refine(unit, *count);
  const auto from = base(c, anchor);
  if (!from || is_clock_unit(unit)) return left_open(c, unit, sign);
  auto p = shifted(*from, unit, sign * static_cast<int>(std::min(std::floor(*count), 1e8)));
  if (p && f.has(Field::offset)) p = on_the_day(*p, *from);
  if (!p && *count > kLastYear) return reference(c, sign > 0 ? Ref::future : Ref::past);
  if (!p) return left_open(c, unit, sign);
  set_clock(f, *p);
  return made(c, *p);
}

std::optional<Timex> Resolver::same(const Candidate& c) {
  const Unit unit = c.fields.as<Unit>(Field::unit).value_or(Unit::unknown);
  std::optional<Point> p = base(c, Anchor::told);
  if (unit == Unit::unknown) {
    if (!story_.told()) return std::nullopt;
  } else if (p) {
    p = truncated(*p, day_or_coarser(unit));
    if (!p && unit == Unit::quarter && setting_.published) p = shifted(*published(), Unit::quarter, -1);
  }
  if (!p) return left_open(c, unit, 0);
  set_clock(c.fields, *p);
  return made(c, *p);
}

/// "Today, Ukraine is fighting" in someone's words: nowadays, not the day of publication. What the speakers themselves
/// do is done on the day: "today we are signing".
bool Resolver::means_nowadays(const Candidate& c) {
  constexpr size_t kAround = 7;  // words
  const Tense tense = tense_.around(c);
  const bool possessive = c.last < atoms_.size() && atoms_[c.last].lower == "'s";  // "today's crisis"
  if ((tense != Tense::present && tense != Tense::progressive && !possessive) || !spoken_.at(c.first)) return false;
  const Index sentence = atoms_[c.first].sentence;
  const size_t from = c.first > kAround ? c.first - kAround : 0, to = std::min(c.last + kAround, atoms_.size());
  for (size_t i = from; i < to; ++i) {
    if (atoms_[i].sentence == sentence && tense_.tells_of_the_day(atoms_[i])) return false;
  }
  return true;
}

}  // namespace chancery::times
