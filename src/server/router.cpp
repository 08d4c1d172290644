#include "server/router.hpp"

#include <optional>
#include <set>

#include "server/problem.hpp"
#include "server/target.hpp"

namespace chancery::server {
namespace {

bool is_name(std::string_view segment) { return segment.starts_with('{'); }

std::optional<PathParameters> match(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  if (pattern.size() != path.size()) return std::nullopt;
  PathParameters parameters;
  for (size_t i = 0; i < path.size(); ++i) {
    if (is_name(pattern[i])) {
      if (path[i].empty()) return std::nullopt;
      parameters.emplace(pattern[i].substr(1, pattern[i].size() - 2), path[i]);
    } else if (pattern[i] != path[i]) {
      return std::nullopt;
    }
  }
  return parameters;
}

bool reads(std::string_view method) { return method == "GET" || method == "HEAD"; }

}  // namespace

void Router::add(std::string method, std::string pattern, RouteHandler handler) {
  RouteRules rules = method == "GET" ? for_readers() : RouteRules();
  add(std::move(method), std::move(pattern), std::move(handler), std::move(rules));
}

void Router::add(std::string method, std::string pattern, RouteHandler handler, RouteRules rules) {
  routes_.push_back({std::move(method), parse_target(pattern).segments, std::move(handler), std::move(rules)});
}

const Router::Route* Router::find(const Request& request, PathParameters& parameters) const {
  const std::string_view method = request.method == "HEAD" ? std::string_view("GET") : std::string_view(request.method);
  for (const Route& route : routes_) {
    if (route.method != method) continue;
    if (auto matched = match(route.segments, request.target.segments)) {
      parameters = std::move(*matched);
      return &route;
    }
  }
  return nullptr;
}

const RouteRules* Router::rules_for(const Request& request) const {
  PathParameters ignored;
  const Route* route = find(request, ignored);
  return route == nullptr ? nullptr : &route->rules;
}

std::string Router::allowed(const std::vector<std::string>& path) const {
  std::set<std::string> methods;
  for (const Route& route : routes_) {
    if (match(route.segments, path)) methods.insert(route.method);
  }
  if (methods.empty() && fallback_ && path.front() != "api") methods.insert("GET");
  if (methods.empty()) return {};
  if (methods.count("GET") != 0) methods.insert("HEAD");
  methods.insert("OPTIONS");
  std::string list;
  for (const std::string& method : methods) list += (list.empty() ? "" : ", ") + method;
  return list;
}

Response Router::refuse(const Request& request, const std::string& allow) const {
  if (allow.empty()) {
    return to_response({404, "", "There is nothing at \"" + request.target.path + "\".",
                        "The paths of the API are listed in api/openapi.yaml.", ""});
  }
  Response response;
  if (request.method == "OPTIONS") {
    response.status = 204;
  } else {
    response = to_response({405, "", "\"" + request.target.path + "\" cannot be asked with " + request.method + ".", "Use one of " + allow + ".", ""});
  }
  response.headers.set("Allow", allow);
  return response;
}

Response Router::route(const Request& request) const {
  if (request.target.path == "*") return refuse(request, request.method == "OPTIONS" ? "GET, HEAD, OPTIONS" : "");
  PathParameters parameters;
  if (const Route* route = find(request, parameters)) return route->handler(request, parameters);
  const std::vector<std::string>& path = request.target.segments;
  const std::string allow = allowed(path);
  const bool page = fallback_ && path.front() != "api" && reads(request.method) && allow.find("GET") != std::string::npos;
  return page ? fallback_(request, {}) : refuse(request, allow);
}

}  // namespace chancery::server
