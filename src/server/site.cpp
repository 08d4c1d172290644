#include "server/site.hpp"

#include <exception>

#include "server/problem.hpp"
#include "server/representation.hpp"

namespace chancery::server {

namespace {

/// The page itself is no secret, and it asks for a token where it has none.
bool is_secret(const Request& request) { return request.target.path == "/api" || request.target.path.starts_with("/api/"); }

bool has_body(const Request& request) {
  const auto length = request.headers.find("Content-Length");
  return (length && *length != "0") || request.headers.find("Transfer-Encoding");
}

/// A page of another site can send forms and plain text unasked, but none of the types named by a route.
std::optional<Problem> check_media_type(const Request& request, const RouteRules& rules) {
  if (!has_body(request)) return std::nullopt;
  const std::string_view given = request.headers.find("Content-Type").value_or(std::string_view());
  std::string_view type = given.substr(0, given.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  std::string list;
  for (const std::string& allowed : rules.media_types) {
    if (same_name(type, allowed)) return std::nullopt;
    list += (list.empty() ? "" : " or ") + allowed;
  }
  return Problem{415, "", "The body is not of a media type that is taken here.", "Send it with \"Content-Type: " + list + "\".", ""};
}

std::optional<Problem> check_role(const Session& session, const RouteRules& rules) {
  if (rules.role == Role::reader || session.role == Role::editor) return std::nullopt;
  const std::string who = session.user.empty() ? "Whoever asks without a user's token" : session.user;
  return Problem{403, "Readers may not change the record", who + " may read, but not change the record.",
                 "Show the token of an editor: `chancery users add NAME --role editor` on the machine of the record makes one.", ""};
}

bool asks_only(const Request& request) { return request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS"; }

}  // namespace

Site::Site(GuardOptions guard, CallerOptions callers, Assets assets, Router router, std::function<void(std::string_view)> report)
    : guard_(std::move(guard)), callers_(std::move(callers)), assets_(std::move(assets)), router_(std::move(router)), report_(std::move(report)) {
  router_.set_fallback([this](const Request& request, const PathParameters&) { return assets_.get(request); });
}

std::optional<Response> Site::refuse(Request& request) const {
  if (auto refused = guard_.refuse(request)) return refused;
  if (!is_secret(request)) return std::nullopt;
  const auto session = callers_.session_of(request);
  if (!session) return token_needed();
  request.session = *session;
  const RouteRules* rules = router_.rules_for(request);
  if (rules == nullptr || asks_only(request)) return std::nullopt;
  if (const auto problem = check_role(*session, *rules)) return to_response(*problem);
  if (const auto problem = check_media_type(request, *rules)) return to_response(*problem);
  return std::nullopt;
}

std::optional<Response> Site::screen(Request& request) const noexcept {
  try {
    return refuse(request);
  } catch (const Error& error) {
    return to_response(to_problem(error));
  } catch (const std::exception& error) {
    return to_response(to_problem(Error(ErrorKind::internal, error.what())));
  }
}

size_t Site::body_limit(const Request& request) const {
  const RouteRules* rules = router_.rules_for(request);
  return rules == nullptr ? RouteRules().body_bytes : rules->body_bytes;
}

Response Site::routed(const Request& request) const {
  try {
    return router_.route(request);
  } catch (const ProblemError& error) {
    return to_response(error.problem);
  } catch (const Error& error) {
    const Problem problem = to_problem(error);
    if (problem.status >= 500 && report_) report_(request.raw_target + ": " + error.what());
    return to_response(problem);
  } catch (const std::exception& error) {
    if (report_) report_(request.raw_target + ": " + error.what());
    return to_response(to_problem(Error(ErrorKind::internal, error.what())));
  }
}

Response Site::answer(const Request& request) const noexcept {
  Response response = routed(request);
  finish(request, response);
  return response;
}

}  // namespace chancery::server
