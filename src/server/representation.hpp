// What is done to every response before it is sent, whoever made it: entity tags and conditional requests
// (RFC 9110 section 13), content coding, and headers that make a browser careful.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "server/message.hpp"

namespace chancery::server {

/// Gives 200 responses with a body an ETag (by content, weak, so that it holds for each coding) and answers 304 where
/// the client has it; packs what may be packed.
void finish(const Request& request, Response& response);

/// Headers that stand on everything, errors of the connection too.
void add_safe_headers(Response& response);

/// IMF-fixdate: "Sun, 19 Nov 2017 08:49:37 GMT".
std::string http_date(std::chrono::system_clock::time_point time);

/// Weak comparison with a list of tags: matches("W/\"b\", \"a\"", "\"a\"") => true; "*" matches all.
bool matches(std::string_view if_none_match, std::string_view etag);

}  // namespace chancery::server
