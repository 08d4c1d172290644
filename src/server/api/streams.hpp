// Turns something that writes a long text piece by piece into a body that a slow client takes part by part.
//
// The writer runs on a thread of its own and waits while a few parts are ready and not taken, so memory does not grow
// and no thread that answers requests is held up. Thread-safe.
#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>

#include "server/message.hpp"

namespace chancery::server::api {

class Streams {
 public:
  /// Returns false where nobody reads any more.
  using Sink = std::function<bool(std::string_view)>;
  using Writer = std::function<void(const Sink&)>;

  explicit Streams(size_t most) : most_(most) {}
  /// Ends writers that are still running.
  ~Streams();
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;

  /// Starts the writer and waits for its first part, so that what fails at once is thrown here. Throws ProblemError
  /// (503) where as many run as may. What fails later is thrown by the source.
  BodySource start(Writer writer);

 private:
  class Channel;
  struct Running {
    std::shared_ptr<Channel> channel;
    std::thread thread;
  };
  void reap();

  const size_t most_;
  std::mutex mutex_;
  std::list<Running> running_;
};

}  // namespace chancery::server::api
