// The head of a release at a terminal: its title, and by whom and when it was published. Pure functions.
#pragma once

#include <string>

#include "writers/text.hpp"

namespace chancery::writers {

/// Lines that end in a line feed, none wider than `width`.
std::string heading(const Document& document, size_t width, bool colour);

/// A line over the whole width, without a line feed.
std::string rule(size_t width);

/// Columns of a line that is pleasant to read.
inline constexpr size_t kPleasantLine = 76;
/// Narrower terminals are written to as if they had as many columns.
inline constexpr size_t kNarrowest = 24;

}  // namespace chancery::writers
