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

class Router {
 public:
  /// Pattern: "/api/v1/documents/{id}/text"; a name in braces takes one segment.
  void add(std::string method, std::string pattern, RouteHandler handler);
  /// For GET and HEAD of every path outside /api that no pattern has.
  void set_fallback(RouteHandler handler) { fallback_ = std::move(handler); }

  /// Answers HEAD by GET (the listener leaves the body away), OPTIONS by a list of methods, and else 404 or 405.
  Response route(const Request& request) const;

 private:
  struct Route {
    std::string method;
    std::vector<std::string> segments;
    RouteHandler handler;
  };
  std::string allowed(const std::vector<std::string>& path) const;
  Response refuse(const Request& request, const std::string& allow) const;

  std::vector<Route> routes_;
  RouteHandler fallback_;
};

}  // namespace chancery::server
