// A listener at a free port of the loopback address, running in a thread until the object ends.
#pragma once

#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "client.hpp"
#include "server/listener.hpp"

namespace chancery::server::testing {

class RunningListener {
 public:
  /// `answer` as given; Limits may be tightened first.
  RunningListener(std::function<Response(const Request&)> answer, Limits limits, unsigned threads = 2,
                  std::function<std::optional<Response>(Request&)> screen = {}, std::function<size_t(const Request&)> body_limit = {})
      : listener_(options(std::move(answer), limits, threads, std::move(screen), std::move(body_limit))), ended_(promise_.get_future()), thread_([this] {
          listener_.run();
          promise_.set_value();
        }) {}
  ~RunningListener() {
    listener_.stop();
    thread_.join();
  }

  uint16_t port() const { return listener_.port(); }
  void stop() { listener_.stop(); }
  bool ended_within(std::chrono::milliseconds time) { return ended_.wait_for(time) == std::future_status::ready; }
  std::vector<Access> log() {
    const std::lock_guard lock(mutex_);
    return log_;
  }

 private:
  ListenerOptions options(std::function<Response(const Request&)> answer, Limits limits, unsigned threads,
                          std::function<std::optional<Response>(Request&)> screen, std::function<size_t(const Request&)> body_limit) {
    ListenerOptions made;
    made.threads = threads;
    made.limits = limits;
    made.body_limit = std::move(body_limit);
    made.screen = std::move(screen);
    made.answer = std::move(answer);
    made.log = [this](const Access& access) {
      const std::lock_guard lock(mutex_);
      log_.push_back(access);
    };
    return made;
  }

  std::mutex mutex_;
  std::vector<Access> log_;
  std::promise<void> promise_;
  Listener listener_;
  std::future<void> ended_;
  std::thread thread_;
};

}  // namespace chancery::server::testing
