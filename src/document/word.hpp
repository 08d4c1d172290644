// What can be said of a word by its characters alone. Pure functions, thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

namespace chancery {

/// "Putin" => capitalised, "NATO" => upper, "25th" => number, "%" => symbol, "," => punctuation. Not for empty words.
Shape shape_of(std::string_view word);

/// Lower case with plain apostrophes, dashes and quotation marks, without soft hyphens and direction marks:
/// "Minister’s" => "minister's".
std::string plain_lower(std::string_view word);

/// Characters that no reader sees: soft hyphen, zero-width joiners, direction marks.
bool is_invisible(char32_t c);

}  // namespace chancery
