// HTTP/1.1 over TCP: accepts connections, reads requests under limits, hands them to a handler, writes responses.
//
// One thread does all reading and writing, so that slow clients cost memory but no thread; handlers run on the
// workers. Errors of the connection itself (too large, too slow, malformed) are answered here with problem documents.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/limits.hpp"
#include "server/message.hpp"

namespace chancery::server {

/// One answered request, for the access log.
struct Access {
  std::string peer, method, target;
  int status = 0;
  uint64_t bytes = 0;  ///< of the body as sent
  std::chrono::microseconds took{0};
};

struct ListenerOptions {
  std::string address = "127.0.0.1";
  uint16_t port = 0;       ///< 0: any free one
  unsigned threads = 2;    ///< that run handlers
  Limits limits;
  bool handle_signals = false;  ///< SIGINT and SIGTERM stop it; a second one stops it at once
  /// Called with the head alone, on the thread that reads; must be quick. A response refuses the request.
  std::function<std::optional<Response>(Request&)> screen;
  /// Bytes that the body of a request may have, by its head; Limits::body_bytes where empty.
  std::function<size_t(const Request&)> body_limit;
  /// Called on the workers, several at a time; must not throw.
  std::function<Response(const Request&)> answer;
  /// Called on the thread that reads and writes. May be empty.
  std::function<void(const Access&)> log;
};

class Listener {
 public:
  /// Binds and listens. Throws Error(io) with what to do where the address or port is not to be had, Error(usage)
  /// where the address is no IP address.
  explicit Listener(ListenerOptions options);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  uint16_t port() const;

  /// Serves until stop() or a signal; returns when the last response is sent or the time to drain is over.
  void run();

  /// Takes no new connections, lets requests that are running end. May be called from any thread, and before run().
  void stop();

 private:
  class House;
  std::unique_ptr<House> house_;
};

}  // namespace chancery::server
