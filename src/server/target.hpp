// Takes request targets apart (RFC 9112 section 3.2, RFC 3986; queries as application/x-www-form-urlencoded).
#pragma once

#include <string>
#include <string_view>

#include "server/message.hpp"

namespace chancery::server {

/// Why a target was refused, as a sentence for the problem document.
struct BadTarget {
  std::string why;
};

/// Throws BadTarget for anything that is no clean path: dot segments (behind encoded slashes too), backslashes, NUL,
/// broken percent signs, bytes that are no UTF-8. What passes can be compared with routes and asset names as it is.
Target parse_target(std::string_view raw);

}  // namespace chancery::server
