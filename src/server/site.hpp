// All that is answered at one address, between the listener and the handlers: who may ask, which handler answers,
// what becomes of errors. Immutable after construction; called by many threads.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "server/assets.hpp"
#include "server/guard.hpp"
#include "server/router.hpp"

namespace chancery::server {

class Site {
 public:
  /// `report` hears of failures of the server's own, which the client is told of only in general. May be empty.
  Site(GuardOptions guard, Assets assets, Router router, std::function<void(std::string_view)> report);
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  std::optional<Response> screen(const Request& request) const { return guard_.refuse(request); }

  /// Never throws.
  Response answer(const Request& request) const noexcept;

 private:
  Response routed(const Request& request) const;

  Guard guard_;
  Assets assets_;
  Router router_;
  std::function<void(std::string_view)> report_;
};

}  // namespace chancery::server
