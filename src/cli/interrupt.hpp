// Ctrl-C (SIGINT) and SIGTERM as a wish to stop, so that the work under way can be finished. A second one ends at once.
//
// Make it before any other thread: threads made later leave the two signals to it. One object at a time.
#pragma once

#include <functional>
#include <stop_token>
#include <thread>

namespace chancery::cli {

class Interrupt {
 public:
  /// `on_first` is called once, on a thread of its own.
  explicit Interrupt(std::function<void()> on_first);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  std::stop_token token() const { return source_.get_token(); }

 private:
  void wait();

  std::function<void()> on_first_;
  std::stop_source source_;
  int end_[2] = {-1, -1};  ///< a pipe that the destructor closes
  std::thread thread_;
};

}  // namespace chancery::cli
