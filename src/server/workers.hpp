// A small pool of threads that run handlers, so that a slow question never holds up the connections.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace chancery::server {

class Workers {
 public:
  Workers(unsigned threads, size_t most_waiting);
  /// Finishes what is running, drops what waits.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False where as many jobs wait as may. A job must not throw.
  bool post(std::function<void()> job);
  /// For the next part of work begun: is never refused.
  void post_continuation(std::function<void()> job);

 private:
  void run();

  const size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace chancery::server
