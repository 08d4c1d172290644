// Text from a document on its way to a terminal: made harmless, measured and wrapped. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chancery::writers {

/// Control characters become their pictures (ESC => U+241B), other controls and bidi overrides U+FFFD. Line feeds
/// stay; a tab becomes a space; CR before LF is dropped. What is left cannot move a cursor, set a colour or reverse a line.
std::string safe(std::string_view text);

/// `safe` for one line: line feeds become spaces too.
std::string safe_line(std::string_view text);

/// The same protection for a line of JSON: such characters become \uXXXX and the value stays the same.
std::string safe_json(std::string_view line);

/// Columns the text takes on a terminal: wide characters two, combining ones none. ANSI colours are not counted.
size_t columns(std::string_view text);

/// Breaks at spaces into lines of at most `width` columns; a longer word stands alone on its line, never cut.
std::vector<std::string> wrapped(std::string_view text, size_t width);

/// Cut to `width` columns with an ellipsis where something was left out.
std::string cut(std::string_view text, size_t width);

/// Filled with spaces to `width` columns.
std::string padded(std::string_view text, size_t width);

}  // namespace chancery::writers
