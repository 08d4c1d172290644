// What a page says of itself: schema.org in JSON-LD and microdata, microformats, Open Graph, Dublin Core,
// HTML's own elements.
#pragma once

#include <optional>
#include <string>

#include "readers/html/main_text.hpp"

namespace chancery::readers::html {

/// Empty where the page does not say.
struct About {
  std::string title, published, publisher, language, url, dateline;
  bool title_is_stated = false;  ///< by a heading or as data, not only by the page's <title>
};

About about(const Page& page, const MainText& main);

/// Lower case letters and digits alone: for comparing a headline with its repetition.
std::string folded(std::string_view text);

}  // namespace chancery::readers::html
