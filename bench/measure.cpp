#include "measure.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace chancery::bench {
namespace {

Seconds seconds(const timeval& time) { return Seconds(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6); }

ChildUse waited(pid_t child, const Stopwatch& watch) {
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) throw std::runtime_error("the child went away");
  return {watch.elapsed(), seconds(usage.ru_utime) + seconds(usage.ru_stime), int64_t{usage.ru_maxrss} * 1024, WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

}  // namespace

Seconds processor_time() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

ChildUse in_child(const std::function<int()>& work) {
  const Stopwatch watch;
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("no child process is to be had");
  if (child == 0) {
    int code = 70;
    try {
      code = work();
    } catch (const std::exception& error) {
      static_cast<void>(write(STDERR_FILENO, error.what(), std::char_traits<char>::length(error.what())));
    }
    _exit(code);
  }
  return waited(child, watch);
}

ChildUse run_program(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const Stopwatch watch;
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("no child process is to be had");
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO}) dup2(nowhere, fd);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  return waited(child, watch);
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[std::clamp<size_t>(rank, 1, values.size()) - 1];
}

}  // namespace chancery::bench
