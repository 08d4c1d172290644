// Time expressions of a stretch of text, and the time of a fact made of one.
#pragma once

#include <span>

#include "document/document.hpp"

namespace chancery::facts {

/// The time expressions inside `span`, in their order.
std::span<const Timex> times_in(const Document& document, const Span& span);

/// A time expression as the time of a fact: stated where it gives its year, else relative.
EventTime event_time(const Document& document, const Timex& time);

}  // namespace chancery::facts
