#include "cli/interrupt.hpp"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "base/error.hpp"

namespace chancery::cli {
namespace {

sigset_t stopping_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

Interrupt::Interrupt(std::function<void()> on_first) : on_first_(std::move(on_first)) {
  const sigset_t set = stopping_signals();
  if (pipe(end_) != 0) throw Error(ErrorKind::io, "no pipe is to be had: too many open files");
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  thread_ = std::thread([this] { wait(); });
}

Interrupt::~Interrupt() {
  close(end_[1]);
  thread_.join();
  close(end_[0]);
  const sigset_t set = stopping_signals();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void Interrupt::wait() {
  const sigset_t set = stopping_signals();
  const int signals = signalfd(-1, &set, SFD_CLOEXEC);
  pollfd watched[] = {{signals, POLLIN, 0}, {end_[0], POLLIN, 0}};
  while (poll(watched, 2, -1) >= 0 || errno == EINTR) {
    if (watched[1].revents != 0) break;
    signalfd_siginfo signal{};
    if (watched[0].revents == 0 || read(signals, &signal, sizeof signal) != sizeof signal) continue;
    if (source_.stop_requested()) std::_Exit(static_cast<int>(ErrorKind::interrupted));
    source_.request_stop();
    on_first_();
  }
  close(signals);
}

}  // namespace chancery::cli
