#include "stages/facts/periods.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "document/word.hpp"

namespace chancery::facts {

std::span<const Timex> times_in(const Document& document, const Span& span) {
  const auto begins_before = [](const Timex& time, const Span& at) {
    return time.span.part != at.part ? time.span.part < at.part : time.span.begin < at.begin;
  };
  const auto first = std::lower_bound(document.times.begin(), document.times.end(), span, begins_before);
  auto last = first;
  while (last != document.times.end() && span.contains(last->span)) ++last;
  return {first, last};
}

namespace {

/// The year that stands in the expression or begins within a few bytes after it; else that of publication.
std::optional<int> year_of(const Document& document, const Timex& time) {
  const auto as_year = [](std::string_view text) -> std::optional<int> {
    int year = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
    const bool plausible = failure == std::errc() && year > 1000 && year < 3000;
    return plausible ? std::optional(year) : std::nullopt;
  };
  constexpr uint32_t reach = 12;  // " of this year"
  const std::string_view words = document.of(time.span);
  for (size_t at = words.find_first_of("12"); at != std::string_view::npos; at = words.find_first_of("12", at + 1)) {
    if (words.size() - at < 4) break;
    if (const auto year = as_year(words.substr(at, 4))) return year;
  }
  const Span near{time.span.end, time.span.end + reach, time.span.part};
  for (const Timex& other : document.times) {
    if (other.span.part == near.part && other.span.begin >= near.begin && other.span.begin < near.end && other.value.size() == 4) {
      return as_year(other.value);
    }
  }
  return as_year(std::string_view(document.info.published).substr(0, 4));
}

}  // namespace

std::optional<EventTime> opening_months(const Document& document, const Timex& time) {
  const bool months = time.type == TimexType::duration && time.value.size() > 2 && time.value.front() == 'P' && time.value.back() == 'M';
  if (!months || plain_lower(document.of(time.span)).find("first") == std::string::npos) return std::nullopt;
  unsigned count = 0;
  std::from_chars(time.value.data() + 1, time.value.data() + time.value.size() - 1, count);
  const std::optional<int> year = year_of(document, time);
  if (!year || count == 0 || count > 12) return std::nullopt;
  const std::string from = std::to_string(*year) + "-01";
  const std::string to = std::to_string(*year) + (count < 10 ? "-0" : "-") + std::to_string(count);
  const bool stated = document.of(time.span).find(std::to_string(*year)) != std::string_view::npos;
  return EventTime{from + "/" + to, make_day(*year, 1, 1), make_day(*year, count, last_of_month(*year, count)),
                   stated ? TimeBasis::stated : TimeBasis::relative, time.span};
}

EventTime event_time(const Document& document, const Timex& time) {
  constexpr size_t year = 4;
  const bool absolute = time.value.size() >= year && document.of(time.span).find(time.value.substr(0, year)) != std::string_view::npos;
  return {time.value, time.from, time.to, absolute ? TimeBasis::stated : TimeBasis::relative, time.span};
}

}  // namespace chancery::facts
