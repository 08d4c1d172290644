// Time expressions of a stretch of text, and the time of a fact made of one.
#pragma once

#include <optional>
#include <span>

#include "document/document.hpp"

namespace chancery::facts {

/// The time expressions inside `span`, in their order.
std::span<const Timex> times_in(const Document& document, const Span& span);

/// The months that "the first nine months" and "the first quarter" cover, as "2017-01/2017-09" (EDTF): of the year named
/// right after them, else of the year of publication. Nothing for other expressions.
std::optional<EventTime> opening_months(const Document& document, const Timex& time);

/// A time expression as the time of a fact: stated where it gives its year, else relative.
EventTime event_time(const Document& document, const Timex& time);

}  // namespace chancery::facts
