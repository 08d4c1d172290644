// A progress bar with rate, time left and failures on a terminal; nothing where standard error is none.
//
// Lines printed while the bar stands go through `line`, which lifts it out of the way. Thread-safe.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "cli/console.hpp"

namespace chancery::cli {

struct Counted {
  uint64_t done = 0;       ///< of `total`, in any unit: bytes
  size_t items = 0;        ///< for people: documents
  size_t failed = 0;
};

/// One line for `width` columns: "1,234 documents  ━━━━━───  33 %  0:06 left  412/s  2 failed".
std::string progress_line(const Counted& counted, uint64_t total, std::string_view unit, std::chrono::duration<double> spent, size_t width, bool colour,
                          bool unicode);

/// "0:06", "12:30", "3:05:00"
std::string clock_time(std::chrono::seconds seconds);
/// "1,234"
std::string grouped(uint64_t number);

class Progress {
 public:
  Progress(Console& console, uint64_t total, std::string unit, bool wanted = true);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(const Counted& counted);
  /// To standard error, above the bar.
  void line(std::string_view text);
  /// Takes the bar away for good.
  void end();

 private:
  void draw();
  void lift();

  Console& console_;
  const uint64_t total_;
  const std::string unit_;
  const bool shown_;
  const std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_{};
  std::mutex mutex_;
  Counted counted_;
  bool drawn_ = false, ended_ = false;
};

}  // namespace chancery::cli
