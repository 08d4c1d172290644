// A time by which a socket's operation must have ended, for connection.cpp alone: passing it cancels what waits.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>

namespace chancery::server {

/// Used on the executor's thread. `owner` keeps timer and socket alive while the wait is under way.
class Deadline {
 public:
  explicit Deadline(boost::asio::ip::tcp::socket& socket) : socket_(socket), timer_(socket.get_executor()) {}

  /// Moves the deadline; forgets that an earlier one has passed.
  void set(std::chrono::milliseconds time, const std::shared_ptr<void>& owner) {
    passed_ = false;
    timer_.expires_after(time);
    timer_.async_wait([this, owner](const boost::system::error_code& code) {
      // A wait that was already due when the deadline was moved still arrives, without an error.
      if (code || timer_.expiry() > std::chrono::steady_clock::now()) return;
      passed_ = true;
      boost::system::error_code ignored;
      socket_.cancel(ignored);
    });
  }
  void lift() { timer_.cancel(); }
  bool passed() const { return passed_; }

 private:
  boost::asio::ip::tcp::socket& socket_;
  boost::asio::steady_timer timer_;
  bool passed_ = false;
};

}  // namespace chancery::server
