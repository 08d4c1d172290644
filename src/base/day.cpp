#include "base/day.hpp"

#include <fmt/format.h>

#include <charconv>

namespace chancery {
namespace {

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!ymd.ok()) return std::nullopt;
  return Day{ymd};
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_day(static_cast<int>(*year), *month, *day);
}

YearMonthDay civil(Day day) {
  const std::chrono::year_month_day ymd{day};
  return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())};
}

std::string iso(Day day) {
  const YearMonthDay c = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day);
}

unsigned weekday(Day day) { return std::chrono::weekday{day}.iso_encoding(); }

unsigned last_of_month(int year, unsigned month) {
  const std::chrono::year_month_day_last last{std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{month}}};
  return static_cast<unsigned>(last.day());
}

IsoWeek iso_week(Day day) {
  // The week belongs to the year of its Thursday (ISO 8601).
  const Day thursday = day + std::chrono::days{4 - static_cast<int>(weekday(day))};
  const int year = civil(thursday).year;
  const Day first = *make_day(year, 1, 1);
  return {year, static_cast<unsigned>((thursday - first).count() / 7 + 1)};
}

Day monday_of(IsoWeek week) {
  const Day fourth = *make_day(week.year, 1, 4);
  return fourth - std::chrono::days{static_cast<int>(weekday(fourth)) - 1} + std::chrono::days{7 * (static_cast<int>(week.week) - 1)};
}

}  // namespace chancery
