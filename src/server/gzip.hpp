// Content coding "gzip" (RFC 9110 section 8.4.1.3) for whole bodies and for streams.
#pragma once

#include <string>
#include <string_view>

#include "server/message.hpp"

namespace chancery::server {

/// Whether an Accept-Encoding header takes gzip: "gzip, br" yes; "gzip;q=0" no; "*" yes; absent no.
bool accepts_gzip(std::string_view accept_encoding);

/// Types that shrink: text, JSON, JavaScript, SVG. Pictures and fonts are compressed already.
bool is_compressible(std::string_view content_type);

std::string gzip(std::string_view body);

/// The same parts, compressed as they come; each part can be unpacked on arrival.
BodySource gzip(BodySource source);

}  // namespace chancery::server
