#include "server/listener.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <algorithm>
#include <csignal>
#include <unordered_map>

#include "base/error.hpp"
#include "server/connection.hpp"

namespace chancery::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using Code = boost::system::error_code;

namespace {

/// The record's files and the log need descriptors too, so connections may not take all that the system allows.
size_t connections_within(size_t wanted) {
  constexpr size_t kForOthers = 128;
  rlimit allowed{};
  if (::getrlimit(RLIMIT_NOFILE, &allowed) != 0 || allowed.rlim_cur == RLIM_INFINITY) return wanted;
  return std::clamp<size_t>(allowed.rlim_cur, kForOthers + 16, kForOthers + wanted) - kForOthers;
}

}  // namespace

class Listener::House {
 public:
  explicit House(ListenerOptions options);
  ~House();

  uint16_t port() const { return port_; }
  void run();
  void stop() {
    asio::post(io_, [this] { drain(); });
  }

 private:
  void bind();
  void accept();
  void accepted(Code code, tcp::socket socket);
  void wait_for_signal();
  void drain();
  void abort_all();
  void release_when_empty();
  /// Closes the connection that has waited longest; false where all are being answered.
  bool make_room();

  ListenerOptions options_;
  asio::io_context io_{1};
  asio::executor_work_guard<asio::io_context::executor_type> keep_running_{io_.get_executor()};
  tcp::acceptor acceptor_{io_};
  asio::steady_timer retry_{io_};
  asio::steady_timer drained_{io_};
  asio::signal_set signals_{io_};
  uint16_t port_ = 0;
  bool stopping_ = false;
  std::unordered_map<Connection*, std::weak_ptr<Connection>> connections_;
  // After what its jobs refer to, so that it is destroyed before.
  std::unique_ptr<Workers> workers_;
  std::unique_ptr<ConnectionContext> context_;
};

Listener::House::House(ListenerOptions options) : options_(std::move(options)) {
  options_.limits.connections = connections_within(options_.limits.connections);
  bind();
  workers_ = std::make_unique<Workers>(options_.threads, options_.limits.waiting_requests);
  context_ = std::make_unique<ConnectionContext>(ConnectionContext{options_, *workers_, [this](Connection* connection) {
    connections_.erase(connection);
    release_when_empty();
  }});
}

Listener::House::~House() {
  // Handlers may still run on the workers; let them end before what they refer to goes.
  workers_.reset();
  abort_all();
  io_.restart();
  io_.poll();
}

void Listener::House::bind() {
  Code code;
  const auto address = asio::ip::make_address(options_.address, code);
  if (code) {
    throw Error(ErrorKind::usage, fmt::format("\"{}\" is no IP address; give one such as 127.0.0.1 or ::1", options_.address));
  }
  const tcp::endpoint endpoint(address, options_.port);
  const auto check = [&] {
    if (!code) return;
    const std::string where = fmt::format("{}:{}", options_.address, options_.port);
    if (code == asio::error::address_in_use) {
      throw Error(ErrorKind::io, fmt::format("port {} is in use at {}; stop the program that listens there, or choose another port (0 takes any free one)", options_.port, options_.address));
    }
    if (code == asio::error::access_denied) {
      throw Error(ErrorKind::io, fmt::format("not allowed to listen at {}; ports below 1024 need privileges, choose a higher one", where));
    }
    throw Error(ErrorKind::io, fmt::format("cannot listen at {}: {}", where, code.message()));
  };
  acceptor_.open(endpoint.protocol(), code), check();
  acceptor_.set_option(tcp::acceptor::reuse_address(true), code), check();
  acceptor_.bind(endpoint, code), check();
  acceptor_.listen(asio::socket_base::max_listen_connections, code), check();
  port_ = acceptor_.local_endpoint().port();
}

void Listener::House::run() {
  if (options_.handle_signals) {
    signals_.add(SIGINT);
    signals_.add(SIGTERM);
    wait_for_signal();
  }
  accept();
  io_.run();
}

void Listener::House::wait_for_signal() {
  signals_.async_wait([this](Code code, int) {
    if (code) return;
    if (stopping_) return abort_all();
    wait_for_signal();
    drain();
  });
}

void Listener::House::accept() {
  if (stopping_) return;
  acceptor_.async_accept([this](Code code, tcp::socket socket) { accepted(code, std::move(socket)); });
}

void Listener::House::accepted(Code code, tcp::socket socket) {
  if (stopping_ || code == asio::error::operation_aborted) return;
  if (code) {
    // Out of descriptors or memory: close one that does nothing, and try again a little later.
    make_room();
    retry_.expires_after(std::chrono::milliseconds(50));
    retry_.async_wait([this](Code cancelled) {
      if (!cancelled) accept();
    });
    return;
  }
  if (connections_.size() < options_.limits.connections || make_room()) {
    const auto connection = make_connection(std::move(socket), *context_);
    connections_.emplace(connection.get(), connection);
    connection->start();
  }
  accept();
}

bool Listener::House::make_room() {
  std::shared_ptr<Connection> longest;
  for (const auto& [key, weak] : connections_) {
    const auto connection = weak.lock();
    if (!connection || !connection->waiting_since()) continue;
    if (!longest || *connection->waiting_since() < *longest->waiting_since()) longest = connection;
  }
  if (!longest) return false;
  connections_.erase(longest.get());
  longest->abort();
  return true;
}

void Listener::House::drain() {
  if (stopping_) return;
  stopping_ = true;
  Code ignored;
  acceptor_.close(ignored);
  retry_.cancel();
  const auto open = connections_;
  for (const auto& [key, weak] : open) {
    if (const auto connection = weak.lock()) connection->drain();
  }
  drained_.expires_after(options_.limits.drain_time);
  drained_.async_wait([this](Code code) {
    if (!code) abort_all();
  });
  release_when_empty();
}

void Listener::House::abort_all() {
  const auto open = connections_;
  for (const auto& [key, weak] : open) {
    if (const auto connection = weak.lock()) connection->abort();
  }
  connections_.clear();
  release_when_empty();
}

void Listener::House::release_when_empty() {
  if (!stopping_ || !connections_.empty()) return;
  drained_.cancel();
  Code ignored;
  signals_.cancel(ignored);
  keep_running_.reset();
}

Listener::Listener(ListenerOptions options) : house_(std::make_unique<House>(std::move(options))) {}
Listener::~Listener() = default;
uint16_t Listener::port() const { return house_->port(); }
void Listener::run() { house_->run(); }
void Listener::stop() { house_->stop(); }

}  // namespace chancery::server
