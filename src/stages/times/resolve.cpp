#include "stages/times/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "stages/times/holidays.hpp"
#include "stages/times/read_fields.hpp"

namespace chancery::times {
namespace {

using std::chrono::days;

constexpr int kHalfAYear = 183;  // days
constexpr int kEve = 21;         // greetings for a holiday are sent, and told of, before it

/// Codes from 100 are month and day; those below are rules.
std::optional<Day> day_named(int code, int year) {
  if (code < 100) return holiday(code, year);
  return make_day(year, static_cast<unsigned>(code / 100), static_cast<unsigned>(code % 100));
}

/// "EDT", "UTC+05:30".
std::string zone_of(const Fields& f) {
  std::string out(zone_name(f.get(Field::zone)));
  if (!f.has(Field::zone_hours)) return out;
  return out + fmt::format("{}{:02}:{:02}", f.get(Field::zone_sign) < 0 ? '-' : '+', f.get(Field::zone_hours), f.get(Field::zone_minutes));
}

}  // namespace

std::vector<Timex> Resolver::resolve(std::vector<Candidate>& candidates) {
  carry_years(candidates, atoms_);
  frames_first(candidates);
  std::vector<Timex> found;
  for (const Candidate& c : candidates) {
    if (auto timex = one(c)) found.push_back(std::move(*timex));
  }
  return found;
}

/// Words in quotation marks count from the day that their sentence gives for them, which may stand after them.
void Resolver::frames_first(std::vector<Candidate>& candidates) {
  const auto sentence = [&](const Candidate& c) { return atoms_[c.first].sentence; };
  for (auto begin = candidates.begin(); begin != candidates.end();) {
    const auto end = std::find_if(begin, candidates.end(), [&](const Candidate& c) { return sentence(c) != sentence(*begin); });
    if (end - begin > 1) std::stable_partition(begin, end, [&](const Candidate& c) { return !spoken_.quoted(c.first); });
    begin = end;
  }
}

std::optional<Point> Resolver::spoken_on(const Candidate& c) {
  if (frames_.empty() || !spoken_.quoted(c.first)) return std::nullopt;
  size_t start = c.first;
  while (start > 0 && spoken_.quoted(start - 1)) --start;
  for (const Index sentence : {atoms_[c.first].sentence, atoms_[start].sentence}) {
    const auto frame = std::find_if(frames_.rbegin(), frames_.rend(), [&](const auto& f) { return f.first == sentence; });
    if (frame != frames_.rend()) return frame->second;
  }
  return std::nullopt;
}

std::optional<Timex> Resolver::one(const Candidate& c) {
  switch (c.rule->op) {
    case Op::none:
      return std::nullopt;
    case Op::date:
      return date(c);
    case Op::weekday:
      return weekday(c);
    case Op::relative:
      return relative(c);
    case Op::ago:
      return moved(c, -1, anchor_of(c, Anchor::published));
    case Op::later:
      return moved(c, c.fields.get(Field::direction, 1), anchor_of(c, Anchor::told));
    case Op::same:
      return same(c);
    case Op::holiday:
      return named_day(c);
    case Op::duration:
      return duration(c);
    case Op::set:
      return set(c);
    case Op::reference:
      return reference(c, c.fields.as<Ref>(Field::ref).value_or(Ref::present));
  }
  return std::nullopt;
}

Timex Resolver::made(const Candidate& c, TimexType type, std::string value) const {
  Timex t;
  t.span = joined(atoms_[c.first].span, atoms_[c.last - 1].span);
  t.type = type;
  t.value = std::move(value);
  if (const auto mod = c.fields.as<Mod>(Field::mod)) t.mod = mod_name(*mod);
  if (c.fields.has(Field::zone)) t.zone = zone_of(c.fields);
  if (c.fields.has(Field::calendar)) t.calendar = calendar_name(c.fields.get(Field::calendar));
  return t;
}

Timex Resolver::made(const Candidate& c, const Point& point) {
  Timex t = made(c, point.has_clock() ? TimexType::time : TimexType::date, value_of(point));
  if (const auto covered = interval_of(point)) {
    t.from = covered->first;
    t.to = covered->second;
    if (c.rule->op == Op::date) set_days(c.fields, point, t);
  }
  const auto day = point.has_clock() || point.grain != Grain::day ? std::nullopt : day_of(point);
  const bool over = day && (!setting_.published || *day <= *setting_.published);
  if (over && !spoken_.quoted(c.first)) frames_.emplace_back(atoms_[c.first].sentence, point);
  story_.tell(c, point);
  return t;
}

Timex Resolver::reference(const Candidate& c, Ref ref) const {
  return made(c, TimexType::date, std::string(ref_name(ref)));
}

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

std::optional<Point> Resolver::base(const Candidate& c, Anchor anchor) {
  if (anchor == Anchor::published) {
    if (const auto day = spoken_on(c)) return day;
  }
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

/// In this sentence, or as the day that the paragraph tells of.
bool Resolver::told_close_by(const Candidate& c) const {
  if (story_.told_in_sentence(c)) return true;
  const auto block = [&](Index sentence) { return sentence < document_.sentences.size() ? document_.sentences[sentence].block : kNone; };
  const auto day = day_of(*story_.told());
  const bool over = day && setting_.published && *day <= *setting_.published;
  return over && block(story_.told_sentence()) == block(atoms_[c.first].sentence);
}

/// The day that a clock time without one belongs to.
Point Resolver::day_of_clock(const Candidate& c) const {
  const auto& told = story_.told();
  if (told && told->grain == Grain::day && (setting_.history || told_close_by(c))) return *told;
  return setting_.history ? Point{} : published().value_or(Point{});
}

/// "on the 25th": in the month told of or of publication.
Point Resolver::day_of_month(const Candidate& c) {
  Point p = base(c, Anchor::told).value_or(Point{});
  if (p.grain != Grain::month && p.grain != Grain::day) p = Point{};
  p.grain = Grain::day;
  p.day = c.fields.get(Field::day);
  return p;
}

std::optional<Timex> Resolver::date(const Candidate& c) {
  const Fields& f = c.fields;
  if (f.has(Field::calendar)) return made(c, TimexType::date, {});
  Point p = !names_a_date(f)                            ? day_of_clock(c)
            : f.has(Field::day) && !f.has(Field::month) ? day_of_month(c)
                                                        : absolute(c);
  const bool complete = p.grain == Grain::day && p.known_year() && !p.bc && p.part > 0 && p.day > 0;
  if (complete && !day_of(p)) return std::nullopt;
  if (const auto unit = f.as<Unit>(Field::unit)) p = truncated(p, day_or_coarser(*unit)).value_or(p);
  set_clock(f, p);
  return made(c, p);
}

/// The year of a holiday that does not say it: nearest to the publication day by tense, or as "last" and "next" say.
int Resolver::year_of_named_day(const Candidate& c) {
  const auto from = base(c, setting_.history ? Anchor::told : Anchor::published);
  if (!from || !from->known_year() || from->bc) return kNoYear;
  const auto today = day_of(*from);
  const auto day = day_named(c.fields.get(Field::holiday), from->year);
  if (!today || !day || setting_.history) return from->year;
  if (const int direction = c.fields.get(Field::direction); direction != 0) {
    const bool in_this_year = direction < 0 ? *day < *today : *day > *today;
    return from->year + (in_this_year ? 0 : direction);
  }
  if (c.fields.has(Field::direction)) return from->year;
  const Tense tense = tense_.near(c);
  if (*day > *today + days{tense == Tense::past ? kEve : kHalfAYear}) return from->year - 1;
  if (*day < *today - days{tense == Tense::future ? kEve : kHalfAYear}) return from->year + 1;
  return from->year;
}

/// "Easter" around the Easter of the eastern churches is that one.
int Resolver::holiday_of(const Candidate& c) const {
  constexpr days kNear{3};
  const int code = c.fields.get(Field::holiday);
  if (code != kEaster || !setting_.published || c.fields.has(Field::year) || c.fields.has(Field::direction)) return code;
  const int year = civil(*setting_.published).year;
  const auto western = holiday(kEaster, year), eastern = holiday(kOrthodoxEaster, year);
  const auto near = [&](const std::optional<Day>& day) { return day && std::chrono::abs(*day - *setting_.published) <= kNear; };
  return near(eastern) && !near(western) ? kOrthodoxEaster : code;
}

std::optional<Timex> Resolver::named_day(const Candidate& c) {
  const int code = holiday_of(c);
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
  Timex t = made(c, TimexType::set,
                 placed ? value_of(p) : duration_value(count, f.as<Unit>(Field::unit).value_or(Unit::day)));
  if (f.has(Field::quant)) t.quant = quant_name(*f.as<Quant>(Field::quant));
  if (f.has(Field::times)) t.freq = std::to_string(f.get(Field::times)) + "X";
  return t;
}

}  // namespace chancery::times
