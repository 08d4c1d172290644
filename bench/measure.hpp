// Clocks and memory, measured; and results that are checked against what is asked for.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace chancery::bench {

using Seconds = std::chrono::duration<double>;

class Stopwatch {
 public:
  Seconds elapsed() const { return std::chrono::steady_clock::now() - start_; }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Of this process so far, user and system.
Seconds processor_time();

struct ChildUse {
  Seconds wall{};
  Seconds processor{};   ///< user and system
  int64_t peak_bytes = 0;
  int exit = 0;
};

/// Runs `work` in a child of its own, so that its peak memory is its own. Call it before threads are made.
ChildUse in_child(const std::function<int()>& work);
/// Runs a program with its output thrown away.
ChildUse run_program(const std::vector<std::string>& command);

/// The value below which `share` of the values lie: 0.95 for the 95th percentile.
double percentile(std::vector<double> values, double share);

/// What was measured beside what is asked for.
struct Target {
  std::string what;
  double value = 0;
  double limit = 0;
  std::string unit;
  bool met() const { return value <= limit; }
};

}  // namespace chancery::bench
