// One client's connection, for listener.cpp alone. Everything happens on the thread that runs the executor, but for
// the handlers, which run on the workers. A connection keeps itself alive while something is under way.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <memory>

#include "server/listener.hpp"
#include "server/workers.hpp"

namespace chancery::server {

class Connection {
 public:
  virtual ~Connection() = default;
  virtual void start() = 0;
  /// Ends after the request at hand; at once where there is none.
  virtual void drain() = 0;
  virtual void abort() = 0;
  /// Since when it has sent no whole request; nothing while one is being answered.
  virtual std::optional<std::chrono::steady_clock::time_point> waiting_since() const = 0;
};

/// What connections share. `ended` is called once for each, on the executor's thread.
struct ConnectionContext {
  const ListenerOptions& options;
  Workers& workers;
  std::function<void(Connection*)> ended;
};

std::shared_ptr<Connection> make_connection(boost::asio::ip::tcp::socket socket, ConnectionContext& context);

}  // namespace chancery::server
