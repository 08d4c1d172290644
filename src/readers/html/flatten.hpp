// For pages nested beyond reason: the same page with hardly any nesting.
#pragma once

#include <string>
#include <string_view>

namespace chancery::readers::html {

/// Keeps the head's statements (title, meta, link, scripts), paragraphs, headings and line breaks; every other tag goes:
/// a block's becomes a line end, an inline one's nothing. One pass, linear.
std::string flattened(std::string_view text);

}  // namespace chancery::readers::html
