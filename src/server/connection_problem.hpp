// What the server answers where a request could not even be read, for connection.cpp alone.
#pragma once

#include <boost/system/error_code.hpp>
#include <optional>
#include <string>

#include "server/limits.hpp"
#include "server/message.hpp"

namespace chancery::server {

Response connection_problem(int status, std::string detail, std::string next);

/// For an error of reading; nothing where the client is gone or never spoke.
std::optional<Response> problem_of_reading(const boost::system::error_code& code, const Limits& limits, size_t body_limit);

Response too_large(size_t body_limit);

Response took_too_long(const Limits& limits);

/// The handlers have more to do than they take on.
Response too_busy();

}  // namespace chancery::server
