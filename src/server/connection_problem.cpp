#include "server/connection_problem.hpp"

#include <boost/beast/http/error.hpp>

#include "server/problem.hpp"

namespace chancery::server {

namespace http = boost::beast::http;

Response connection_problem(int status, std::string detail, std::string next) {
  return to_response({status, "", std::move(detail), std::move(next), ""});
}

std::optional<Response> problem_of_reading(const boost::system::error_code& code, const Limits& limits, size_t body_limit) {
  if (code == http::error::header_limit || code == http::error::buffer_overflow) {
    return connection_problem(431, "The request line and headers are larger than " + std::to_string(limits.header_bytes) + " bytes.",
                              "Send a shorter address, or fewer cookies.");
  }
  if (code == http::error::body_limit) return too_large(body_limit);
  if (code == http::error::bad_version) return connection_problem(505, "The request is not HTTP/1.0 or HTTP/1.1.", "");
  if (code == http::error::end_of_stream || code == http::error::partial_message) return std::nullopt;
  if (code.category() == http::make_error_code(http::error::bad_method).category()) {
    return connection_problem(400, "The request is no valid HTTP: " + code.message() + ".", "");
  }
  return std::nullopt;
}

Response too_large(size_t body_limit) {
  return connection_problem(413, "The body is larger than the " + std::to_string(body_limit) + " bytes that are taken here.",
                            "Send it in parts; documents are added with \"chancery add\", not over HTTP.");
}

Response took_too_long(const Limits& limits) {
  return connection_problem(408, "The request was not complete after " + std::to_string(limits.request_time.count()) + " ms.", "Send it again, faster.");
}

Response too_busy() {
  Response response = connection_problem(503, "More requests are waiting than the server takes on.", "Try again in a moment.");
  response.headers.set("Retry-After", "1");
  return response;
}

}  // namespace chancery::server
