// schema.org statements in a page's JSON-LD blocks.
#pragma once

#include <string>

#include "readers/html/page.hpp"

namespace chancery::readers::html {

struct LinkedData {
  std::string headline, published, publisher, language, url, place;  ///< of the article
  std::string site;                                           ///< name of the site or of the organisation behind it
};

/// Blocks that are not valid JSON are passed over: the page has other ways to say it.
LinkedData read_linked_data(const Page& page);

}  // namespace chancery::readers::html
