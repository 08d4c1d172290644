#include "server/callers.hpp"

#include <algorithm>

#include "server/guard.hpp"
#include "server/problem.hpp"

namespace chancery::server {
namespace {

/// Nothing where there is no Authorization header; empty where it is none that we know.
std::optional<std::string_view> bearer_token(const Request& request) {
  const size_t count = request.headers.count("Authorization");
  if (count == 0) return std::nullopt;
  const std::string_view value = *request.headers.find("Authorization");
  const size_t space = std::min(value.find(' '), value.size());
  if (count > 1 || !same_name(value.substr(0, space), "Bearer")) return std::string_view();
  return value.substr(std::min(value.find_first_not_of(' ', space), value.size()));
}

bool forwarded(const Request& request) {
  for (const char* name : {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"}) {
    if (request.headers.find(name)) return true;
  }
  return false;
}

bool asks_itself(const Request& request) {
  const auto host = host_of(request.headers.find("Host").value_or(std::string_view()));
  return host && is_loopback(*host) && is_loopback(request.peer) && !forwarded(request);
}

}  // namespace

std::optional<Session> Callers::session_of(const Request& request) const {
  if (const auto token = bearer_token(request)) {
    if (token->empty()) return std::nullopt;
    if (!options_.token.empty() && equal_in_constant_time(*token, options_.token)) return Session{};
    return options_.user_of ? options_.user_of(*token) : std::nullopt;
  }
  if (!options_.loopback || !options_.token.empty()) return std::nullopt;
  if (!asks_itself(request)) return Session{};
  return Session{options_.local_user, Role::editor, true};
}

Response token_needed() {
  Response response = to_response({401, "A token is needed", "This server answers only requests that carry a token it knows.",
                                   "Send the header \"Authorization: Bearer TOKEN\" with your own token (`chancery users add` makes one) or that of the server.", ""});
  response.headers.set("WWW-Authenticate", "Bearer realm=\"chancery\"");
  return response;
}

}  // namespace chancery::server
