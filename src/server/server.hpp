// The server as the program starts it: the page and the API over one record.
//
// Listening begins in the constructor, so that the address is known before run(). run() blocks; stop() may be called
// from any thread. Errors: Error(usage) for settings that are not safe, Error(io) for a port that is not to be had,
// Error(io) or Error(record) where the record cannot be opened.
#pragma once

#include <memory>
#include <string>

#include "server/options.hpp"

namespace chancery::app {
class Engine;
}

namespace chancery::server {

class Server {
 public:
  /// The engine is asked at once for what the API says of the program; it is not kept.
  Server(const ServerOptions& options, const app::Engine& engine);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  uint16_t port() const;
  /// "http://127.0.0.1:8417/", for people to open on this machine.
  std::string address() const;

  void run();
  void stop();

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace chancery::server
