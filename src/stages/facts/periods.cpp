#include "stages/facts/periods.hpp"

#include <algorithm>

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

EventTime event_time(const Document& document, const Timex& time) {
  constexpr size_t year = 4;
  const bool absolute = time.value.size() >= year && document.of(time.span).find(time.value.substr(0, year)) != std::string_view::npos;
  return {time.value, time.from, time.to, absolute ? TimeBasis::stated : TimeBasis::relative, time.span};
}

}  // namespace chancery::facts
