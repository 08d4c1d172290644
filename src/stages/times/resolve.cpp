#include "stages/times/resolve.hpp"

#include <algorithm>
#include <cmath>

#include "stages/times/holidays.hpp"
#include "stages/times/read_fields.hpp"

namespace chancery::times {
namespace {

using std::chrono::days;

constexpr int kHalfAYear = 183;  // days

bool is_clock_unit(Unit u) { return u == Unit::second || u == Unit::minute || u == Unit::hour; }

Grain day_or_coarser(Unit unit) { return grain_of(unit).value_or(Grain::day); }

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

/// Codes from 100 are month and day; those below are rules.
std::optional<Day> day_named(int code, int year) {
  if (code < 100) return holiday(code, year);
  return make_day(year, static_cast<unsigned>(code / 100), static_cast<unsigned>(code % 100));
}

}  // namespace

std::vector<Timex> Resolver::resolve(std::vector<Candidate>& candidates) {
  carry_years(candidates, atoms_);
  std::vector<Timex> found;
  for (const Candidate& c : candidates) {
    if (auto timex = one(c)) found.push_back(std::move(*timex));
  }
  return found;
}

std::optional<Timex> Resolver::one(const Candidate& c) {
  switch (c.rule->op) {
    case Op::none: return std::nullopt;
    case Op::date: return date(c);
    case Op::weekday: return weekday(c);
    case Op::relative: return relative(c);
    case Op::ago: return moved(c, -1, anchor_of(c, Anchor::published));
    case Op::later: return moved(c, c.fields.get(Field::direction, 1), anchor_of(c, Anchor::told));
    case Op::same: return same(c);
    case Op::holiday: return named_day(c);
    case Op::duration: return duration(c);
    case Op::set: return set(c);
    case Op::reference: return reference(c, c.fields.as<Ref>(Field::ref).value_or(Ref::present));
  }
  return std::nullopt;
}

Timex Resolver::made(const Candidate& c, TimexType type, std::string value) const {
  Timex t;
  t.span = joined(atoms_[c.first].span, atoms_[c.last - 1].span);
  t.type = type;
  t.value = std::move(value);
  if (const auto mod = c.fields.as<Mod>(Field::mod)) t.mod = mod_name(*mod);
  return t;
}

Timex Resolver::made(const Candidate& c, const Point& point) {
  Timex t = made(c, point.has_clock() ? TimexType::time : TimexType::date, value_of(point));
  if (const auto covered = interval_of(point)) {
    t.from = covered->first;
    t.to = covered->second;
    if (c.rule->op == Op::date) set_days(c.fields, point, t);
  }
  story_.tell(c, point);
  return t;
}

Timex Resolver::reference(const Candidate& c, Ref ref) const { return made(c, TimexType::date, std::string(ref_name(ref))); }

Timex Resolver::left_open(const Candidate& c, Unit unit, int direction) {
  Point open;
  open.grain = day_or_coarser(unit);
  if (open.grain == Grain::decade || open.grain == Grain::century) {
    return reference(c, direction < 0 ? Ref::past : direction > 0 ? Ref::future : Ref::present);
  }
  set_clock(c.fields, open);
  return made(c, open);
}

std::optional<Point> Resolver::published() const {
  return setting_.published ? std::optional(point_of(*setting_.published)) : std::nullopt;
}

std::optional<Point> Resolver::base(Anchor anchor) const {
  if (setting_.history || (anchor == Anchor::told && story_.told())) return story_.told();
  return published();
}

Point Resolver::absolute(const Candidate& c) const {
  Point p = named_point(c.fields, [this](int two_digits) { return years_.full(two_digits); });
  if (c.fields.has(Field::direction) && setting_.published) {
    const int year = civil(*setting_.published).year + c.fields.get(Field::direction);
    if (year > 0 && year <= kLastYear) p.year = year;
  }
  if (p.known_year() || p.grain == Grain::century || p.grain == Grain::decade) return p;
  p.year = years_.of(c, p);
  p.bc = setting_.history && story_.told() && story_.told()->bc;
  return p;
}

/// The day that a clock time without one belongs to.
Point Resolver::day_of_clock(const Candidate& c) const {
  const auto& told = story_.told();
  if (told && told->grain == Grain::day && (setting_.history || story_.told_in_sentence(c))) return *told;
  return setting_.history ? Point{} : published().value_or(Point{});
}

/// "on the 25th": in the month told of or of publication.
Point Resolver::day_of_month(const Candidate& c) const {
  Point p = base(Anchor::told).value_or(Point{});
  if (p.grain != Grain::month && p.grain != Grain::day) p = Point{};
  p.grain = Grain::day;
  p.day = c.fields.get(Field::day);
  return p;
}

std::optional<Timex> Resolver::date(const Candidate& c) {
  const Fields& f = c.fields;
  Point p = !names_a_date(f) ? day_of_clock(c) : f.has(Field::day) && !f.has(Field::month) ? day_of_month(c) : absolute(c);
  const bool complete = p.grain == Grain::day && p.known_year() && !p.bc && p.part > 0 && p.day > 0;
  if (complete && !day_of(p)) return std::nullopt;
  if (const auto unit = f.as<Unit>(Field::unit)) p = truncated(p, day_or_coarser(*unit)).value_or(p);
  set_clock(f, p);
  return made(c, p);
}

std::optional<Timex> Resolver::weekday(const Candidate& c) {
  const int wanted = c.fields.get(Field::weekday);
  const auto from = base(setting_.history ? Anchor::told : anchor_of(c, Anchor::published));
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
      p = point_of(nearest_weekday(wanted, *day, tense_.near(atoms_, c) >= Tense::progressive ? 1 : -1));
    }
  }
  if (p.known_year() && (p.year < 1 || p.year > kLastYear)) p = open;
  set_clock(c.fields, p);
  return made(c, p);
}

/// "last May", "next spring": the nearest in that direction; with `shift`, of the year in that direction ("May last year").
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
  const auto from = base(anchor_of(c, of_story ? Anchor::told : Anchor::published));
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
  if (sunday && direction == 0 && tense_.near(atoms_, c) >= Tense::progressive) p = shifted(*from, Unit::week, 1);
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
  const auto from = base(anchor);
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
  std::optional<Point> p = base(Anchor::told);
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

/// The year of a holiday that does not say it: nearest to the publication day by tense, or as "last" and "next" say.
int Resolver::year_of_named_day(const Candidate& c) const {
  const auto from = base(setting_.history ? Anchor::told : Anchor::published);
  if (!from || !from->known_year() || from->bc) return kNoYear;
  const auto today = day_of(*from);
  const auto day = day_named(c.fields.get(Field::holiday), from->year);
  if (!today || !day || setting_.history) return from->year;
  if (const int direction = c.fields.get(Field::direction); direction != 0) {
    const bool in_this_year = direction < 0 ? *day < *today : *day > *today;
    return from->year + (in_this_year ? 0 : direction);
  }
  if (c.fields.has(Field::direction)) return from->year;
  const Tense tense = tense_.near(atoms_, c);
  if (*day > *today + days{tense == Tense::past ? 0 : kHalfAYear}) return from->year - 1;
  if (*day < *today - days{tense == Tense::future ? 0 : kHalfAYear}) return from->year + 1;
  return from->year;
}

std::optional<Timex> Resolver::named_day(const Candidate& c) {
  const int code = c.fields.get(Field::holiday);
  Point p;
  p.year = c.fields.has(Field::year) ? c.fields.get(Field::year) : year_of_named_day(c);
  if (p.year > kLastYear) p.year = kNoYear;
  if (code >= 100) {
    p.part = code / 100;
    p.day = code % 100;
  }
  if (const auto day = p.known_year() ? day_named(code, p.year) : std::nullopt) p = point_of(*day);
  set_clock(c.fields, p);
  return made(c, p);
}

Timex Resolver::duration(const Candidate& c) {
  const Unit unit = c.fields.as<Unit>(Field::unit).value_or(Unit::unknown);
  if (unit == Unit::month || unit == Unit::year) story_.tell_length(c);
  return made(c, TimexType::duration, duration_value(count_of(c.fields), unit));
}

Timex Resolver::set(const Candidate& c) {
  const Fields& f = c.fields;
  Point p = named_point(f, [](int year) { return year; });
  if (f.has(Field::weekday)) {
    p.grain = Grain::weekday;
    p.part = f.get(Field::weekday);
  } else if (p.grain == Grain::year) {
    p = Point{};
  }
  set_clock(f, p);
  const bool placed = p.grain != Grain::day || p.has_clock();
  const auto count = f.has(Field::number) ? count_of(f) : 1.0;
  Timex t = made(c, TimexType::set, placed ? value_of(p) : duration_value(count, f.as<Unit>(Field::unit).value_or(Unit::day)));
  if (f.has(Field::quant)) t.quant = quant_name(*f.as<Quant>(Field::quant));
  if (f.has(Field::times)) t.freq = std::to_string(f.get(Field::times)) + "X";
  return t;
}

/// "Today, Ukraine is fighting" in someone's words: nowadays, not the day of publication. What the speakers themselves
/// do is done on the day: "today we are signing".
bool Resolver::means_nowadays(const Candidate& c) {
  constexpr size_t kAround = 7;  // words
  const Tense tense = tense_.around(atoms_, c);
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
