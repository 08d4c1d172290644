// All that is answered at one address, between the listener and the handlers: who may ask, which handler answers,
// what becomes of errors. Immutable after construction; called by many threads.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "server/assets.hpp"
#include "server/callers.hpp"
#include "server/guard.hpp"
#include "server/router.hpp"

namespace chancery::server {

class Site {
 public:
  /// `report` hears of failures of the server's own, which the client is told of only in general. May be empty.
  Site(GuardOptions guard, CallerOptions callers, Assets assets, Router router, std::function<void(std::string_view)> report);
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  /// Tells from the head alone whether to refuse, and writes down who asks.
  std::optional<Response> screen(Request& request) const noexcept;

  /// Bytes that the body of such a request may have.
  size_t body_limit(const Request& request) const;

  /// Never throws.
  Response answer(const Request& request) const noexcept;

 private:
  std::optional<Response> refuse(Request& request) const;
  Response routed(const Request& request) const;

  Guard guard_;
  Callers callers_;
  Assets assets_;
  Router router_;
  std::function<void(std::string_view)> report_;
};

}  // namespace chancery::server
