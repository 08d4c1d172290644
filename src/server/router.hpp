// Which handler answers which path and method. Built once, then read by many threads; handlers must be thread-safe.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/message.hpp"

namespace chancery::server {

/// What stood in the place of "{id}" in the pattern, by name.
using PathParameters = std::map<std::string, std::string, std::less<>>;
using RouteHandler = std::function<Response(const Request&, const PathParameters&)>;

/// What a route asks of a request, checked before its body is read.
struct RouteRules {
  Role role = Role::editor;                                 ///< the least one must be
  size_t body_bytes = 64 * 1024;                            ///< 413
  std::vector<std::string> media_types{"application/json"}; ///< of the body, where there is one: 415
};
/// For asking: GET, and POST where the question is too long for an address.
inline RouteRules for_readers(size_t body_bytes = 64 * 1024) { return {Role::reader, body_bytes, {"application/json"}}; }

class Router {
 public:
  /// Pattern: "/api/v1/documents/{id}/text"; a name in braces takes one segment.
  /// What is read (GET) is open to readers, all else to editors, unless `rules` says otherwise.
  void add(std::string method, std::string pattern, RouteHandler handler);
  void add(std::string method, std::string pattern, RouteHandler handler, RouteRules rules);
  /// For GET and HEAD of every path outside /api that no pattern has.
  void set_fallback(RouteHandler handler) { fallback_ = std::move(handler); }

  /// Answers HEAD by GET (the listener leaves the body away), OPTIONS by a list of methods, and else 404 or 405.
  Response route(const Request& request) const;

  /// Of the route that would answer; null where none would.
  const RouteRules* rules_for(const Request& request) const;

 private:
  struct Route {
    std::string method;
    std::vector<std::string> segments;
    RouteHandler handler;
    RouteRules rules;
  };
  const Route* find(const Request& request, PathParameters& parameters) const;
  std::string allowed(const std::vector<std::string>& path) const;
  Response refuse(const Request& request, const std::string& allow) const;

  std::vector<Route> routes_;
  RouteHandler fallback_;
};

}  // namespace chancery::server
