// Problem documents (RFC 9457): what failed, where, and what to do next.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "server/message.hpp"

namespace chancery::server {

struct Problem {
  int status = 500;
  std::string title;      ///< the kind of failure, the same for every case of it
  std::string detail;     ///< this case, as a sentence
  std::string next;       ///< what the person or program can do; may be empty
  std::string parameter;  ///< the query parameter or member of the body that is wrong; may be empty
  std::string more = {};  ///< a JSON object whose members the document has as well; may be empty
};

/// application/problem+json, never cached.
Response to_response(const Problem& problem);

/// Thrown by handlers; the site turns it into a response.
struct ProblemError {
  Problem problem;
};

/// An error of the parts below, as the client should see it. Paths and reasons of internal failures are kept for the log.
Problem to_problem(const Error& error);

}  // namespace chancery::server
