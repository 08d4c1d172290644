// Publication days and times: as fields give them and as date lines in a text show them.
// Pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"

namespace chancery::readers {

/// "2017-11-19T19:23", "19 november 2017, 19:23", "November 19, 2017", "24 июня 2022 года", "Sat, 19 Nov 2017 19:23:00
/// +0400", "19.11.2017" => ISO 8601 with what is stated: "2017-11-19" or "2017-11-19T19:23". The whole of `text` must
/// be the date, with at most a label ("Published:"), a weekday, an hour, a zone and a place of up to four words around
/// it. Nothing where it is not, where the day does not exist, or where month and day could be exchanged (03/04/2017).
std::optional<std::string> read_date_line(std::string_view text);

/// A date field: ISO 8601 stays as given, other plain forms become ISO. Throws Error(input) that names the field and
/// says what is wrong: no date, a day that does not exist, or one that lies too far ahead to be a publication day.
std::string checked_published(std::string_view value, std::string_view field);

/// The first date line near the head of a text (12 lines), if there is one.
std::optional<std::string> find_date_line(std::string_view text);

/// Not before printing and not more than a year after today.
bool is_plausible(Day day);

}  // namespace chancery::readers
