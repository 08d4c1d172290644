// The server as the program starts it: the page and the API over one record.
//
// Listening begins in the constructor, so that the address is known before run(). run() blocks; stop() may be called
// from any thread. Errors: Error(usage) for settings that are not safe, Error(io) for a port that is not to be had,
// Error(io) or Error(record) where the record cannot be opened.
#pragma once

#include <memory>
#include <string>

#include "server/api/program.hpp"
#include "server/options.hpp"

namespace chancery::server {

class Server {
 public:
  /// `program` is what the API says of the program itself: api::program_of(engine).
  Server(const ServerOptions& options, api::Program program);
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
