// Names of months in the languages in which governments publish, taken from ICU (CLDR).
#pragma once

#include <optional>
#include <string_view>

namespace chancery::readers {

/// "november", "ноября", "noyabr", "nov" => 11, in any case. Nothing for other words and for names that mean
/// different months in different languages. Safe to call from any thread; the first call builds the table (1 ms).
std::optional<unsigned> month_of(std::string_view word);

/// Names of weekdays, whole and short.
bool is_weekday(std::string_view word);

}  // namespace chancery::readers
