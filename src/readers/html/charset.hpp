// The charset of a page: mark, then what it declares, then the look of its bytes (as the HTML standard orders them).
#pragma once

#include <string_view>

#include "readers/charset.hpp"

namespace chancery::readers::html {

/// Reads <meta charset>, <meta http-equiv=content-type> and the XML declaration in the first 4 KiB. A page that says
/// it is UTF-8 and is, or says something else and is valid UTF-8 with letters beyond ASCII, is UTF-8.
Charset page_charset(std::string_view bytes);

}  // namespace chancery::readers::html
