// Colours of a terminal: the few that the program uses, each with one meaning. Pure.
#pragma once

#include <string>
#include <string_view>

namespace chancery::writers {

enum class Style { plain, bold, dim, underline, red, green, yellow, blue, magenta, cyan };

/// `text` between the codes of the style; unchanged without colour.
std::string painted(std::string_view text, Style style, bool colour);

}  // namespace chancery::writers
