// Tells who a request is from: by its bearer token, or by its coming from this very machine. Thread-safe after
// construction.
//
// At the loopback address, and only without a token of the server's own, whoever asks from this machine is its one
// local editor. A proxy on this machine speaks for others: what it forwards, or asks under another name, only reads.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "server/message.hpp"

namespace chancery::server {

struct CallerOptions {
  std::string token;       ///< the server's own: who shows it reads; empty: none
  bool loopback = false;   ///< the server can be reached from this machine alone
  std::string local_user;  ///< what the local editor is called in the log
  /// Whom the record knows by that token; called on the thread that reads requests. May be empty.
  std::function<std::optional<Session>(std::string_view token)> user_of;
};

class Callers {
 public:
  explicit Callers(CallerOptions options) : options_(std::move(options)) {}

  /// Nothing where a token is wrong, or needed and not shown.
  std::optional<Session> session_of(const Request& request) const;

 private:
  CallerOptions options_;
};

/// 401, with what to send.
Response token_needed();

}  // namespace chancery::server
