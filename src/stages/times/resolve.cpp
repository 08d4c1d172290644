#include "stages/times/resolve.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "stages/times/holidays.hpp"

namespace chancery::times {
namespace {

using std::chrono::days;

bool is_clock_unit(Unit u) { return u == Unit::second || u == Unit::minute || u == Unit::hour; }

std::optional<double> count_of(const Fields& f) {
  if (f.has(Field::vague)) return std::nullopt;
  if (!f.has(Field::number) && !f.has(Field::fraction)) return 1.0;
  return f.number();
}

/// A day without its year, in some year; 29 February moves to the last day.
std::optional<Day> day_in(int year, int month, int day) {
  if (year < 1 || year > 9999) return std::nullopt;
  const int last = static_cast<int>(last_of_month(year, static_cast<unsigned>(month)));
  return make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(std::min(day, last)));
}

/// Half a century is 50 years, a year and a half 18 months: whole numbers of a smaller unit.
void refine(Unit& unit, double& count) {
  if (unit == Unit::century || unit == Unit::decade) {
    count *= unit == Unit::century ? 100 : 10;
    unit = Unit::year;
  } else if (unit == Unit::year) {
    count *= 12;
    unit = Unit::month;
  }
}

constexpr int kLastWeek = 9;

/// "the first week of May": days 1 to 7 of the month that the interval covers.
void narrow_to_week(int which, Timex& t) {
  if (which == kLastWeek) {
    t.from = *t.to - days{6};
  } else {
    t.from = *t.from + days{7 * (which - 1)};
    t.to = *t.from + days{6};
  }
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
    case Op::relative: return relative(c);
    case Op::ago: return moved(c, -1, anchor_of(c, Anchor::published));
    case Op::later: return moved(c, c.fields.get(Field::direction, 1), anchor_of(c, Anchor::told));
    case Op::weekday: return weekday(c);
    case Op::duration: return duration(c);
    case Op::set: return set(c);
    case Op::reference: return reference(c);
    case Op::same: return same(c);
    case Op::holiday: return holiday_of(c);
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
  if (const auto days_of = interval_of(point)) {
    t.from = days_of->first;
    t.to = days_of->second;
    if (c.fields.has(Field::day2) && point.grain == Grain::day) {
      const int month = c.fields.get(Field::month2, point.part);
      if (const auto end = day_in(point.year + (month < point.part), month, c.fields.get(Field::day2)); end && *end >= *t.from) t.to = end;
    }
    if (c.rule->op == Op::date && c.fields.has(Field::offset)) narrow_to_week(c.fields.get(Field::offset), t);
    if (point.grain == Grain::month && c.fields.has(Field::half)) (c.fields.get(Field::half) == 1 ? t.to : t.from) = *t.from + days{c.fields.get(Field::half) == 1 ? 14 : 15};
  }
  remember(c, point);
  return t;
}

void Resolver::remember(const Candidate& c, const Point& point) {
  if (!point.known_year() && point.grain != Grain::decade && point.grain != Grain::century) return;
  // A comparison with the year before does not move the story there.
  if (c.rule->op == Op::later && !setting_.narrative) return;
  if (point.grain == Grain::quarter) quarter_ = point;
  told_ = point;
  told_sentence_ = atoms_[c.first].sentence;
  if (point.known_year()) follow_story(c, point);
}

/// "In 1941", "1941: ..." set the scene; "a plan for 1976" and "since 1812" do not.
bool Resolver::sets_scene(const Candidate& c) const {
  if (c.first == 0 || atoms_[c.first - 1].sentence != atoms_[c.first].sentence) return true;
  static constexpr std::string_view kAsides[] = {"for", "since", "until", "till", "before", "after", "from", "to"};
  return std::find(std::begin(kAsides), std::end(kAsides), atoms_[c.first - 1].lower) == std::end(kAsides);
}

void Resolver::follow_story(const Candidate& c, const Point& point) {
  constexpr int kJump = 5;  // years
  if (c.rule->op == Op::relative && c.fields.get(Field::direction) < 0) return;
  if (point.grain == Grain::year && story_ && !sets_scene(c)) return;
  if (story_ && point.grain == Grain::year) {
    if (story_->year == point.year) return;  // the story's month is still known
    const bool far = std::abs(point.year - story_->year) > kJump;
    const bool again = aside_year_ != kNoYear && std::abs(point.year - aside_year_) <= kJump;
    aside_year_ = point.year;
    if (far && !again) return;
  }
  aside_year_ = kNoYear;
  story_ = point;
}

std::optional<Point> Resolver::base(Anchor anchor) const {
  if (anchor == Anchor::told && told_) return told_;
  if (setting_.narrative) return told_;
  if (setting_.published) return point_of(*setting_.published);
  return std::nullopt;
}

Anchor Resolver::anchor_of(const Candidate& c, Anchor otherwise) const {
  return c.fields.as<Anchor>(Field::anchor).value_or(otherwise);
}

void Resolver::clock_of(const Fields& f, Point& p) const {
  p.of_day = f.as<DayPart>(Field::part);
  if (!f.has(Field::hour)) return;
  p.of_day.reset();
  p.hour = f.get(Field::hour);
  if (f.has(Field::ampm) && p.hour <= 12) p.hour = p.hour % 12 + (f.get(Field::ampm) == 1 ? 12 : 0);
  if (!f.has(Field::ampm) && f.has(Field::part) && p.hour < 12 && f.get(Field::part) >= static_cast<int>(DayPart::afternoon)) p.hour += 12;
  p.minute = f.get(Field::minute, 0);
  p.second = f.get(Field::second, -1);
}

/// '89 => the year that ends so and lies nearest to the days told of or published.
int Resolver::full_year(int two_digits) const {
  int near = 2000;
  if (setting_.published) near = civil(*setting_.published).year;
  if (setting_.narrative && told_ && told_->known_year()) near = told_->year;
  int best = near / 100 * 100 + two_digits;
  for (const int other : {best - 100, best + 100}) {
    if (std::abs(other - near) < std::abs(best - near)) best = other;
  }
  return best;
}

int Resolver::year_by_tense(const Candidate& c, int month, int day) const {
  const Day today = *setting_.published;
  const YearMonthDay now = civil(today);
  if (c.fields.has(Field::weekday) && day > 0) {
    for (const int year : {now.year, now.year - 1, now.year + 1}) {
      const auto d = day_in(year, month, day);
      if (d && static_cast<int>(chancery::weekday(*d)) == c.fields.get(Field::weekday)) return year;
    }
  }
  const int at = month * 32 + (day > 0 ? day : 0);
  const int at_now = static_cast<int>(now.month) * 32 + (day > 0 ? static_cast<int>(now.day) : 0);
  const int ahead = month - static_cast<int>(now.month);
  if (c.fields.has(Field::quarter)) return ahead <= 0 ? now.year : now.year - 1;
  switch (tense_.near(atoms_, c)) {
    case Tense::past: return at <= at_now ? now.year : (ahead <= 1 && day > 0 ? now.year : now.year - 1);
    case Tense::future: return at >= at_now ? now.year : (ahead >= -1 ? now.year : now.year + 1);
    default: return ahead > 6 ? now.year - 1 : ahead < -8 ? now.year + 1 : now.year;
  }
}

int Resolver::year_for(const Candidate& c, int month, int day) const {
  if (setting_.published && !setting_.narrative) return year_by_tense(c, month, day);
  if (!story_ || !story_->known_year()) return kNoYear;
  const bool month_known = story_->grain == Grain::month || story_->grain == Grain::day;
  if (!month_known || story_->bc || month == 0) return story_->year;
  // A story goes forward: "in November 1941 ... in February" is 1942, "in October ... in August" the same year.
  return story_->part - month >= 7 ? story_->year + 1 : month - story_->part >= 10 ? story_->year - 1 : story_->year;
}

/// The point that the absolute fields of a match name.
Point Resolver::dated(const Candidate& c) const {
  const Fields& f = c.fields;
  Point p;
  p.bc = f.get(Field::era) == 1;
  if (f.has(Field::year)) p.year = f.get(Field::year);
  if (f.has(Field::year2)) p.year = full_year(f.get(Field::year2));
  if (f.has(Field::direction) && setting_.published) p.year = civil(*setting_.published).year + f.get(Field::direction);
  if (f.has(Field::century)) {
    p.grain = Grain::century;
    p.part = f.get(Field::century) - 1;
  } else if (f.has(Field::decade)) {
    const int decade = f.get(Field::decade);
    p.grain = Grain::decade;
    p.part = (decade < 100 ? full_year(decade) : decade) / 10;
  } else if (f.has(Field::month)) {
    p.grain = f.has(Field::day) ? Grain::day : Grain::month;
    p.part = f.get(Field::month);
    p.day = f.get(Field::day);
  } else if (f.has(Field::season)) {
    p.grain = Grain::season;
    p.part = f.get(Field::season);
  } else if (f.has(Field::quarter)) {
    p.grain = Grain::quarter;
    p.part = f.get(Field::quarter);
  } else if (f.has(Field::half)) {
    p.grain = Grain::half;
    p.part = f.get(Field::half);
  } else if (f.has(Field::week)) {
    p.grain = Grain::week;
    p.part = f.get(Field::week);
  } else {
    p.grain = Grain::year;
  }
  return p;
}

/// The day that a clock time without one belongs to.
Point Resolver::clock_day(const Candidate& c) const {
  const bool here = told_ && told_->grain == Grain::day && told_sentence_ == atoms_[c.first].sentence;
  if ((here || setting_.narrative) && told_ && told_->grain == Grain::day) {
    Point p = *told_;
    p.of_day.reset();
    p.hour = p.minute = p.second = -1;
    return p;
  }
  if (setting_.published && !setting_.narrative) return point_of(*setting_.published);
  return {};
}

std::optional<Timex> Resolver::date(const Candidate& c) {
  const Fields& f = c.fields;
  const bool calendar = f.has(Field::year) || f.has(Field::year2) || f.has(Field::month) || f.has(Field::season) || f.has(Field::quarter) || f.has(Field::half) ||
                        f.has(Field::week) || f.has(Field::decade) || f.has(Field::century) || f.has(Field::day);
  Point p = calendar ? dated(c) : clock_day(c);
  if (f.has(Field::day) && !f.has(Field::month)) {
    // "on the 25th": in the month told of or of publication.
    const auto from = base(Anchor::told);
    p = Point{};
    if (from && (from->grain == Grain::month || from->grain == Grain::day)) p.year = from->year, p.part = from->part, p.bc = from->bc;
    p.day = f.get(Field::day);
  } else if (calendar && !p.known_year() && p.grain != Grain::century && p.grain != Grain::decade) {
    const bool by_month = p.grain == Grain::month || p.grain == Grain::day;
    const int month = by_month ? p.part : p.grain == Grain::season ? 3 + 3 * p.part : p.grain == Grain::quarter ? p.part * 3 - 2 : p.grain == Grain::half ? p.part * 6 - 5 : 0;
    p.year = year_for(c, std::min(month, 12), p.day);
    p.bc = told_ && setting_.narrative && told_->bc;
  }
  if (p.grain == Grain::day && p.known_year() && !p.bc && p.part > 0 && p.day > 0 && !day_of(p)) return std::nullopt;
  if (f.has(Field::unit)) p = truncated(p, grain_of(*f.as<Unit>(Field::unit)).value_or(p.grain)).value_or(p);
  clock_of(f, p);
  return made(c, p);
}

Day Resolver::weekday_day(int wanted, Day from, int direction) const {
  const int ahead = (wanted - static_cast<int>(chancery::weekday(from)) + 7) % 7;
  if (direction > 0) return from + days{ahead == 0 ? 7 : ahead};
  if (direction < 0) return from - days{ahead == 0 ? 7 : 7 - ahead};
  return from + days{ahead};
}

std::optional<Timex> Resolver::weekday(const Candidate& c) {
  const int wanted = c.fields.get(Field::weekday);
  const auto from = base(setting_.narrative ? Anchor::told : anchor_of(c, Anchor::published));
  Point p;
  p.grain = Grain::weekday;
  p.part = wanted;
  if (const auto day = from ? day_of(*from) : std::nullopt) {
    const bool same_day = static_cast<int>(chancery::weekday(*day)) == wanted;
    if (c.fields.has(Field::direction) && c.fields.get(Field::direction) != 0) {
      p = point_of(weekday_day(wanted, *day, c.fields.get(Field::direction)));
    } else if (same_day) {
      p = point_of(*day);
    } else if (c.fields.has(Field::direction)) {  // this Friday: of the current week
      p = point_of(*day + days{wanted - static_cast<int>(chancery::weekday(*day))});
    } else {
      const bool ahead = tense_.near(atoms_, c) == Tense::future;
      p = point_of(weekday_day(wanted, *day, ahead ? 1 : -1));
    }
  }
  clock_of(c.fields, p);
  return made(c, p);
}

std::optional<Timex> Resolver::relative(const Candidate& c) {
  const Fields& f = c.fields;
  if (f.has(Field::weekday)) return weekday(c);
  const int direction = f.get(Field::direction);
  if (direction == 0 && f.get(Field::sense) == 1 && means_nowadays(c)) return made(c, TimexType::date, std::string(ref_name(Ref::present)));
  const auto from = base(anchor_of(c, f.get(Field::sense) == 3 && setting_.narrative ? Anchor::told : Anchor::published));
  const bool of_month = f.has(Field::month), of_season = f.has(Field::season);
  const Unit unit = f.as<Unit>(Field::unit).value_or(of_month || of_season ? Unit::year : Unit::day);
  std::optional<Point> p = from ? shifted(*from, unit, direction) : std::nullopt;
  if (from && direction == 0) p = truncated(*from, grain_of(unit).value_or(Grain::day));
  // What was told last may be too coarse for "the end of the month".
  if (!p && direction == 0 && setting_.published && !setting_.narrative) p = truncated(point_of(*setting_.published), grain_of(unit).value_or(Grain::day));
  if (!p) {
    Point unknown;
    unknown.grain = grain_of(unit).value_or(Grain::day);
    if (unknown.grain == Grain::decade || unknown.grain == Grain::century) return made(c, TimexType::date, direction < 0 ? "PAST_REF" : direction > 0 ? "FUTURE_REF" : "PRESENT_REF");
    p = unknown;
  }
  if (of_month || of_season) {
    p = dated(c);
    const bool year_moves = f.has(Field::shift);
    const int part = of_month ? p->part : 3 + 3 * p->part;
    p->year = kNoYear;
    if (from && from->known_year()) {
      const int now = from->grain == Grain::month || from->grain == Grain::day ? from->part : 6;
      p->year = year_moves || direction == 0 ? from->year + direction : from->year + (direction < 0 ? (part < now ? 0 : -1) : (part > now ? 0 : 1));
    }
  }
  clock_of(f, *p);
  return made(c, *p);
}

std::optional<Timex> Resolver::moved(const Candidate& c, int sign, Anchor anchor) {
  if (c.fields.get(Field::sense) == 2 && !setting_.narrative) {
    if (quarter_ && length_sentence_ != atoms_[c.first].sentence) return year_before(c);
    anchor = Anchor::published;
  }
  Unit unit = c.fields.as<Unit>(Field::unit).value_or(Unit::day);
  auto count = count_of(c.fields);
  if (count && c.fields.has(Field::fraction)) refine(unit, *count);
  if (!count) {
    const bool to_come = sign > 0 && anchor == Anchor::published;
    return made(c, TimexType::date, std::string(ref_name(to_come || sign > 0 ? Ref::future : Ref::past)));
  }
  const auto from = base(anchor);
  const int whole = static_cast<int>(std::min(std::floor(*count), 1e8));
  std::optional<Point> p;
  if (from && !is_clock_unit(unit)) {
    p = shifted(*from, unit, sign * whole);
    // "ten years ago today" is a day.
    if (p && c.fields.has(Field::offset) && (p->grain == Grain::year || p->grain == Grain::month)) {
      p->part = p->grain == Grain::year ? from->part : p->part;
      p->day = from->day;
      p->grain = Grain::day;
      if (!day_of(*p)) p.reset();
    }
  }
  if (!p) {
    Point unknown;
    unknown.grain = grain_of(unit).value_or(Grain::day);
    if (unknown.grain == Grain::decade || unknown.grain == Grain::century) return made(c, TimexType::date, std::string(ref_name(sign > 0 ? Ref::future : Ref::past)));
    p = unknown;
  }
  clock_of(c.fields, *p);
  return made(c, *p);
}

/// "a year ago" in a report on a quarter is that quarter of the year before; else the year before publication.
std::optional<Timex> Resolver::year_before(const Candidate& c) {
  Point p = *quarter_;
  if (c.fields.has(Field::quarter)) p.part = c.fields.get(Field::quarter);
  --p.year;
  return made(c, p);
}

std::optional<Timex> Resolver::duration(const Candidate& c) {
  const Unit unit = c.fields.as<Unit>(Field::unit).value_or(Unit::unknown);
  if (unit == Unit::month || unit == Unit::year) length_sentence_ = atoms_[c.first].sentence;
  return made(c, TimexType::duration, duration_value(count_of(c.fields), unit));
}

std::optional<Timex> Resolver::set(const Candidate& c) {
  const Fields& f = c.fields;
  Point p;
  std::string value;
  if (f.has(Field::weekday)) {
    p.grain = Grain::weekday;
    p.part = f.get(Field::weekday);
    clock_of(f, p);
    value = value_of(p);
  } else if (f.has(Field::month) || f.has(Field::season) || f.has(Field::quarter)) {
    p = dated(c);
    value = value_of(p);
  } else if (f.has(Field::part)) {
    p.of_day = f.as<DayPart>(Field::part);
    value = value_of(p);
  } else {
    const auto count = f.has(Field::number) ? count_of(f) : 1.0;
    value = duration_value(count, f.as<Unit>(Field::unit).value_or(Unit::day));
  }
  Timex t = made(c, TimexType::set, value);
  if (f.has(Field::quant)) t.quant = f.get(Field::quant) == 1 ? "EACH" : f.get(Field::quant) == 2 ? "SOME" : "EVERY";
  if (f.has(Field::times)) t.freq = std::to_string(f.get(Field::times)) + "X";
  return t;
}

std::optional<Timex> Resolver::reference(const Candidate& c) {
  return made(c, TimexType::date, std::string(ref_name(c.fields.as<Ref>(Field::ref).value_or(Ref::present))));
}

std::optional<Timex> Resolver::same(const Candidate& c) {
  const Unit unit = c.fields.as<Unit>(Field::unit).value_or(Unit::unknown);
  std::optional<Point> p = base(Anchor::told);
  if (unit == Unit::unknown) {
    if (!told_) return std::nullopt;
  } else if (p) {
    const Grain grain = grain_of(unit).value_or(Grain::day);
    p = truncated(*p, grain);
    if (!p && grain == Grain::quarter && setting_.published) p = shifted(point_of(*setting_.published), Unit::quarter, -1);
  }
  if (!p) {
    Point unknown;
    unknown.grain = grain_of(unit).value_or(Grain::day);
    if (unknown.grain == Grain::decade || unknown.grain == Grain::century) return std::nullopt;
    p = unknown;
  }
  p->of_day.reset();
  p->hour = p->minute = p->second = -1;
  clock_of(c.fields, *p);
  return made(c, *p);
}

std::optional<Timex> Resolver::holiday_of(const Candidate& c) {
  const int code = c.fields.get(Field::holiday);
  const auto in_year = [&](int year) -> std::optional<Day> {
    if (code >= 100) return make_day(year, static_cast<unsigned>(code / 100), static_cast<unsigned>(code % 100));
    return holiday(code, year);
  };
  Point p;
  int year = c.fields.has(Field::year) ? c.fields.get(Field::year) : kNoYear;
  const auto from = base(setting_.narrative ? Anchor::told : Anchor::published);
  if (year == kNoYear && from && from->known_year() && !from->bc) {
    year = from->year + c.fields.get(Field::direction);
    const auto today = day_of(*from);
    const auto day = in_year(year);
    if (today && day && !setting_.narrative && !c.fields.has(Field::direction)) {
      const Tense tense = tense_.near(atoms_, c);
      if (*day > *today + days{tense == Tense::past ? 0 : 183}) --year;
      if (*day < *today - days{tense == Tense::future ? 0 : 183}) ++year;
    } else if (today && c.fields.get(Field::direction) != 0) {
      const bool back = c.fields.get(Field::direction) < 0;
      const auto this_year = in_year(from->year);
      const bool passed = this_year && *this_year < *today;
      year = from->year + (back ? (passed ? 0 : -1) : (passed ? 1 : 0));
    }
  }
  if (code >= 100) p.part = code / 100, p.day = code % 100;
  p.year = year;
  if (const auto day = year == kNoYear ? std::nullopt : in_year(year)) p = point_of(*day);
  clock_of(c.fields, p);
  return made(c, p);
}

bool Resolver::in_quotation(const Candidate& c) const {
  int marks = 0;
  const Index sentence = atoms_[c.first].sentence;
  const Index block = document_.sentences.empty() ? 0 : document_.sentences[sentence].block;
  for (size_t i = c.first; i-- > 0;) {
    const Index s = atoms_[i].sentence;
    if (!document_.sentences.empty() && document_.sentences[s].block != block) break;
    if (atoms_[i].lower == "\"") ++marks;
  }
  return marks % 2 == 1;
}

bool Resolver::in_speech(const Candidate& c) const {
  const Atom& first = atoms_[c.first];
  if (c.first > 0 && atoms_[c.first - 1].lower == "that" && atoms_[c.first - 1].sentence == first.sentence) return true;
  for (const TurnLabel& label : document_.labels) {
    if (label.content.contains(first.span)) return true;
  }
  return in_quotation(c);
}

/// "Today, Ukraine is fighting" in someone's words: nowadays, not the day of publication. What the speakers themselves
/// do is done on the day: "today we are signing".
bool Resolver::means_nowadays(const Candidate& c) const {
  constexpr size_t kAround = 7;  // words
  if (tense_.around(atoms_, c) != Tense::present || !in_speech(c)) return false;
  const Index sentence = atoms_[c.first].sentence;
  const size_t from = c.first > kAround ? c.first - kAround : 0, to = std::min(c.last + kAround, atoms_.size());
  for (size_t i = from; i < to; ++i) {
    if (atoms_[i].sentence == sentence && tense_.tells_of_the_day(atoms_[i])) return false;
  }
  return true;
}

}  // namespace chancery::times
