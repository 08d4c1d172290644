// Where a fact stands in its document.
#pragma once

#include <optional>
#include <string>

#include "document/document.hpp"

namespace chancery::questions {

/// The span of the fact with that id, an event's or courtesy's first evidence; nothing where there is no such fact.
/// Empty where the fact has no words of its own (an entity).
std::optional<Span> place_of(const Document& document, const std::string& id);

}  // namespace chancery::questions
