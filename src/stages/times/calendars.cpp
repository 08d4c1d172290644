#include "stages/times/calendars.hpp"

#include <unicode/calendar.h>

#include <array>
#include <cmath>
#include <memory>

namespace chancery::times {
namespace {

constexpr std::array<const char*, 3> kLocales = {"@calendar=chinese", "@calendar=hebrew", "@calendar=persian"};
constexpr double kDay = 86'400'000.0;  // milliseconds

std::unique_ptr<icu::Calendar> make(OtherCalendar calendar) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> made(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale(kLocales[static_cast<size_t>(calendar)]), error));
  return U_SUCCESS(error) ? std::move(made) : nullptr;
}

}  // namespace

std::optional<Day> day_in_year(OtherCalendar which, int month, int day, int gregorian_year) {
  const auto begin = make_day(gregorian_year, 1, 1);
  const auto calendar = begin ? make(which) : nullptr;
  if (!calendar) return std::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  calendar->setTime(static_cast<double>(begin->time_since_epoch().count()) * kDay, error);
  const int32_t year = calendar->get(UCAL_EXTENDED_YEAR, error);
  for (int32_t y = year; y <= year + 1 && U_SUCCESS(error); ++y) {
    calendar->clear();
    calendar->set(UCAL_EXTENDED_YEAR, y);
    calendar->set(UCAL_MONTH, month - 1);
    calendar->set(UCAL_DATE, day);
    const double time = calendar->getTime(error);
    if (U_FAILURE(error)) break;
    const Day found{std::chrono::days{static_cast<int>(std::floor(time / kDay))}};
    if (civil(found).year == gregorian_year) return found;
  }
  return std::nullopt;
}

}  // namespace chancery::times
