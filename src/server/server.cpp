#include "server/server.hpp"

#include <fmt/format.h>

#include "server/access_log.hpp"
#include "server/api/api.hpp"
#include "server/listener.hpp"
#include "server/site.hpp"

namespace chancery::server {
namespace {

Assets assets_for(const ServerOptions& options) { return options.assets ? Assets(*options.assets) : Assets(); }

GuardOptions guard_for(const ServerOptions& options) {
  GuardOptions guard{options.host_names, is_wildcard(options.address)};
  guard.host_names.push_back(options.address);
  return guard;
}

CallerOptions callers_for(const ServerOptions& options, api::Api& api) {
  check_reach(options, api.has_users());
  return {options.token, is_loopback(options.address), options.local_user, [&api](std::string_view token) { return api.user_of(token); }};
}

Router routes(api::Api& api) {
  Router router;
  api.add_routes(router);
  return router;
}

}  // namespace

class Server::Parts {
 public:
  Parts(const ServerOptions& options, api::Program program)
      : options_(options),
        api_(options.record, std::move(program)),
        site_(guard_for(options), callers_for(options, api_), assets_for(options), routes(api_), options.access_log),
        listener_(listener_options()) {}

  Listener& listener() { return listener_; }
  const ServerOptions& options() const { return options_; }

 private:
  ListenerOptions listener_options() {
    ListenerOptions listener;
    listener.address = options_.address;
    listener.port = options_.port;
    listener.threads = options_.threads;
    listener.limits = options_.limits;
    listener.handle_signals = options_.handle_signals;
    listener.screen = [this](Request& request) { return site_.screen(request); };
    listener.body_limit = [this](const Request& request) { return site_.body_limit(request); };
    listener.answer = [this](const Request& request) { return site_.answer(request); };
    if (options_.access_log) {
      listener.log = [this](const Access& access) { options_.access_log(access_line(access, std::chrono::system_clock::now())); };
    }
    return listener;
  }

  const ServerOptions options_;
  api::Api api_;
  Site site_;
  Listener listener_;
};

Server::Server(const ServerOptions& options, api::Program program) {
  check(options);
  parts_ = std::make_unique<Parts>(options, std::move(program));
}
Server::~Server() = default;

uint16_t Server::port() const { return parts_->listener().port(); }

std::string Server::address() const {
  const std::string& bound = parts_->options().address;
  const bool six = bound.find(':') != std::string::npos;
  const std::string host = !is_wildcard(bound) ? bound : six ? "::1" : "127.0.0.1";
  return fmt::format("http://{}{}{}:{}/", six ? "[" : "", host, six ? "]" : "", port());
}

void Server::run() { parts_->listener().run(); }
void Server::stop() { parts_->listener().stop(); }

}  // namespace chancery::server
