#include "stages/times/calendar.hpp"

#include <fmt/format.h>

#include <cmath>

namespace chancery::times {
namespace {

using std::chrono::days;

std::string year_value(const Point& p) {
  if (!p.known_year()) return "XXXX";
  return fmt::format("{}{:04}", p.bc ? "BC" : "", p.year);
}

std::string two(int value, bool known) { return known ? fmt::format("{:02}", value) : "XX"; }

std::string clock_value(const Point& p) {
  if (p.of_day) return fmt::format("T{}", part_name(*p.of_day));
  std::string value = fmt::format("T{:02}", p.hour);
  if (p.minute >= 0) value += fmt::format(":{:02}", p.minute);
  if (p.second >= 0) value += fmt::format(":{:02}", p.second);
  return value;
}

std::string date_value(const Point& p) {
  switch (p.grain) {
    case Grain::century:
      return fmt::format("{}{:02}", p.bc ? "BC" : "", p.part);
    case Grain::decade:
      return fmt::format("{}{:03}", p.bc ? "BC" : "", p.part);
    case Grain::year:
      return year_value(p);
    case Grain::half:
      return p.part ? fmt::format("{}-H{}", year_value(p), p.part) : year_value(p) + "-HX";
    case Grain::quarter:
      return p.part ? fmt::format("{}-Q{}", year_value(p), p.part) : year_value(p) + "-QX";
    case Grain::season:
      return fmt::format("{}-{}", year_value(p), season_name(static_cast<Season>(p.part)));
    case Grain::month:
      return fmt::format("{}-{}", year_value(p), two(p.part, p.part > 0));
    case Grain::week:
      return fmt::format("{}-W{}", year_value(p), two(p.part, p.part > 0));
    case Grain::weekend:
      return fmt::format("{}-W{}-WE", year_value(p), two(p.part, p.part > 0));
    case Grain::weekday:
      return p.part ? fmt::format("XXXX-WXX-{}", p.part) : "XXXX-WXX";
    case Grain::day:
      return fmt::format("{}-{}-{}", year_value(p), two(p.part, p.part > 0), two(p.day, p.day > 0));
  }
  return "XXXX";
}

std::optional<std::pair<Day, Day>> months(int year, int first, int count) {
  const auto from = make_day(year, static_cast<unsigned>(first), 1);
  const int last = first + count - 1;
  const int last_year = year + (last - 1) / 12, last_month = (last - 1) % 12 + 1;
  if (!from || last_year > 9999) return std::nullopt;
  const auto to = make_day(last_year, static_cast<unsigned>(last_month),
                           last_of_month(last_year, static_cast<unsigned>(last_month)));
  return to ? std::optional(std::pair(*from, *to)) : std::nullopt;
}

std::optional<std::pair<Day, Day>> years(int first, int last) {
  const auto from = make_day(std::max(first, 1), 1, 1), to = make_day(last, 12, 31);
  return from && to ? std::optional(std::pair(*from, *to)) : std::nullopt;
}

int floor_div(int a, int b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

std::optional<Point> shifted_months(const Point& p, int count) {
  if (!p.known_year() || p.part < 1 || (p.grain != Grain::month && p.grain != Grain::day)) return std::nullopt;
  const int index = p.year * 12 + p.part - 1 + count;
  Point moved;
  moved.grain = Grain::month;
  moved.year = floor_div(index, 12);
  moved.part = index - moved.year * 12 + 1;
  moved.bc = p.bc;
  return moved;
}

/// Years before our era count down towards it.
void move_years(Point& p, int count) {
  p.year += p.bc ? -count : count;
  if (p.year > 0) return;
  p.year = 1 - p.year;  // there is no year 0
  p.bc = !p.bc;
}

std::optional<Point> shifted_parts(const Point& p, Grain grain, int per_year, int count) {
  auto at = truncated(p, grain);
  if (!at || at->part < 1) return std::nullopt;
  const int index = at->year * per_year + at->part - 1 + count;
  at->year = floor_div(index, per_year);
  at->part = index - at->year * per_year + 1;
  return at;
}

}  // namespace

Point point_of(Day day) {
  const YearMonthDay c = civil(day);
  Point p;
  p.year = c.year;
  p.part = static_cast<int>(c.month);
  p.day = static_cast<int>(c.day);
  return p;
}

Point point_of(Day day, Grain grain) { return truncated(point_of(day), grain).value_or(point_of(day)); }

std::optional<Day> day_of(const Point& p) {
  if (p.grain != Grain::day || !p.known_year() || p.bc || p.part < 1 || p.day < 1) return std::nullopt;
  return make_day(p.year, static_cast<unsigned>(p.part), static_cast<unsigned>(p.day));
}

std::string value_of(const Point& p) { return date_value(p) + (p.has_clock() ? clock_value(p) : std::string()); }

std::optional<std::pair<Day, Day>> interval_of(const Point& p) {
  if (p.bc) return std::nullopt;
  if (p.grain == Grain::century) return years(p.part * 100, p.part * 100 + 99);
  if (p.grain == Grain::decade) return years(p.part * 10, p.part * 10 + 9);
  if (!p.known_year() || p.year < 1 || p.year > 9999) return std::nullopt;
  switch (p.grain) {
    case Grain::year:
      return years(p.year, p.year);
    case Grain::half:
      return p.part ? months(p.year, p.part * 6 - 5, 6) : std::nullopt;
    case Grain::quarter:
      return p.part ? months(p.year, p.part * 3 - 2, 3) : std::nullopt;
    // Meteorological seasons; a winter runs into the next year.
    case Grain::season:
      return months(p.year, 3 + 3 * p.part, 3);
    case Grain::month:
      return p.part ? months(p.year, p.part, 1) : std::nullopt;
    case Grain::week:
    case Grain::weekend: {
      if (p.part < 1) return std::nullopt;
      const Day monday = monday_of({p.year, static_cast<unsigned>(p.part)});
      return std::pair(p.grain == Grain::week ? monday : monday + days{5}, monday + days{6});
    }
    case Grain::day: {
      const auto day = day_of(p);
      return day ? std::optional(std::pair(*day, *day)) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

std::optional<Grain> grain_of(Unit unit) {
  switch (unit) {
    case Unit::day:
    case Unit::night:
      return Grain::day;
    case Unit::weekend:
      return Grain::weekend;
    case Unit::week:
      return Grain::week;
    case Unit::month:
      return Grain::month;
    case Unit::season:
      return Grain::season;
    case Unit::quarter:
      return Grain::quarter;
    case Unit::half:
      return Grain::half;
    case Unit::year:
      return Grain::year;
    case Unit::decade:
      return Grain::decade;
    case Unit::century:
      return Grain::century;
    default:
      return std::nullopt;
  }
}

std::optional<Point> truncated(const Point& p, Grain grain) {
  if (p.grain == grain) return p;
  if (!p.known_year() || static_cast<int>(p.grain) < static_cast<int>(grain)) return std::nullopt;
  Point t;
  t.grain = grain;
  t.year = p.year;
  t.bc = p.bc;
  const bool month_known = (p.grain == Grain::month || p.grain == Grain::day) && p.part > 0;
  switch (grain) {
    case Grain::century:
      t.part = p.year / 100;
      return t;
    case Grain::decade:
      t.part = p.year / 10;
      return t;
    case Grain::year:
      return t;
    case Grain::half:
      t.part = (p.part - 1) / 6 + 1;
      break;
    case Grain::quarter:
      t.part = (p.part - 1) / 3 + 1;
      break;
    case Grain::season:
      t.part = (p.part + 9) / 3 % 4;
      t.year -= p.part < 3;
      break;
    case Grain::month:
      t.part = p.part;
      break;
    case Grain::week:
    case Grain::weekend: {
      const auto day = day_of(p);
      if (!day) return std::nullopt;
      const IsoWeek week = iso_week(*day);
      t.year = week.year;
      t.part = static_cast<int>(week.week);
      return t;
    }
    default:
      return std::nullopt;
  }
  return month_known ? std::optional(t) : std::nullopt;
}

std::optional<Point> shifted(const Point& p, Unit unit, int count) {
  if (std::abs(count) > 20000000) return std::nullopt;
  std::optional<Point> moved;
  switch (unit) {
    case Unit::day:
    case Unit::night:
    case Unit::week:
    case Unit::weekend: {
      const auto day = day_of(p);
      const bool by_day = unit == Unit::day || unit == Unit::night;
      if (day && std::abs(count) < 3000000) {
        moved = point_of(*day + days{by_day ? count : 7 * count});
        if (moved && !by_day) moved = truncated(*moved, unit == Unit::week ? Grain::week : Grain::weekend);
      } else if (!by_day && (p.grain == Grain::week || p.grain == Grain::weekend) && interval_of(p)) {
        moved = truncated(point_of(interval_of(p)->first + days{7 * count}),
                          unit == Unit::week ? Grain::week : Grain::weekend);
      }
      break;
    }
    case Unit::month:
      moved = shifted_months(p, count);
      break;
    case Unit::quarter:
      moved = shifted_parts(p, Grain::quarter, 4, count);
      break;
    case Unit::half:
      moved = shifted_parts(p, Grain::half, 2, count);
      break;
    case Unit::season:
      moved = truncated(p, Grain::season);
      if (moved) move_years(*moved, count);
      break;
    case Unit::year:
      moved = truncated(p, Grain::year);
      if (moved) move_years(*moved, count);
      break;
    case Unit::decade:
      moved = truncated(p, Grain::decade);
      if (moved) moved->part += p.bc ? -count : count;
      break;
    case Unit::century:
      moved = truncated(p, Grain::century);
      if (moved) moved->part += p.bc ? -count : count;
      break;
    default:
      return std::nullopt;
  }
  if (moved && moved->known_year() && (moved->year < 1 || moved->year > 9999)) return std::nullopt;
  if (moved && moved->part < 0) return std::nullopt;
  return moved;
}

std::string duration_value(std::optional<double> count, Unit unit) {
  struct Letter {
    const char* prefix;
    const char* letter;
  };
  static constexpr Letter kLetters[] = {{"PT", "S"}, {"PT", "M"}, {"PT", "H"}, {"P", "D"}, {"P", "D"}, {"P", "WE"},
                                        {"P", "W"},  {"P", "M"},  {"P", "S"},  {"P", "Q"}, {"P", "H"}, {"P", "Y"},
                                        {"P", "E"},  {"P", "C"},  {"P", "L"},  {"P", "X"}};
  const Letter& l = kLetters[static_cast<size_t>(unit)];
  std::string n = "X";
  const bool half = count && *count - std::floor(*count) == 0.5;
  if (half && unit == Unit::year && *count < 1) return "P6M";
  if (half && unit == Unit::year) return fmt::format("P{:.0f}Y6M", std::floor(*count));
  if (half && unit == Unit::minute) return fmt::format("PT{:.0f}M30S", std::floor(*count));
  if (count)
    n = *count == std::floor(*count) && *count < 1e15 ? fmt::format("{:.0f}", *count) : fmt::format("{:g}", *count);
  return fmt::format("{}{}{}", l.prefix, n, l.letter);
}

}  // namespace chancery::times
