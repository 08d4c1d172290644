#include "server/api/streams.hpp"

#include <condition_variable>
#include <exception>

#include "server/problem.hpp"

namespace chancery::server::api {
namespace {

constexpr size_t kPart = 64 * 1024;

}  // namespace

/// Holds the part being filled and the part ready to be taken.
class Streams::Channel {
 public:
  bool write(std::string_view text) {
    filling_.append(text);
    return filling_.size() < kPart || hand_over();
  }

  void finish(std::exception_ptr error) {
    if (!error) hand_over();
    const std::lock_guard lock(mutex_);
    error_ = error;
    finished_ = true;
    changed_.notify_all();
  }

  /// Takes the next part; false where it was the last.
  bool take(std::string& part) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return has_ready_ || finished_; });
    if (!has_ready_ && error_) std::rethrow_exception(error_);
    if (has_ready_) part += ready_;
    ready_.clear();
    has_ready_ = false;
    changed_.notify_all();
    return !finished_ || error_;
  }

  void wait_for_first() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return has_ready_ || finished_; });
    if (!has_ready_ && error_) std::rethrow_exception(error_);
  }

  void cancel() {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    changed_.notify_all();
  }

  bool finished() {
    const std::lock_guard lock(mutex_);
    return finished_;
  }

 private:
  bool hand_over() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !has_ready_ || cancelled_; });
    if (cancelled_) return false;
    ready_.swap(filling_);
    filling_.clear();
    has_ready_ = true;
    changed_.notify_all();
    return true;
  }

  std::string filling_;  // of the writer's thread alone
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string ready_;
  bool has_ready_ = false;
  bool finished_ = false;
  bool cancelled_ = false;
  std::exception_ptr error_;
};

Streams::~Streams() {
  for (Running& running : running_) running.channel->cancel();
  for (Running& running : running_) running.thread.join();
}

void Streams::reap() {
  running_.remove_if([](Running& running) {
    if (!running.channel->finished()) return false;
    running.thread.join();
    return true;
  });
}

BodySource Streams::start(Writer writer) {
  auto channel = std::make_shared<Channel>();
  {
    const std::lock_guard lock(mutex_);
    reap();
    if (running_.size() >= most_) {
      throw ProblemError{{503, "Too many downloads", "As many downloads are running as the server allows.", "Try again when one has ended.", ""}};
    }
    std::thread thread([channel, writer = std::move(writer)] {
      std::exception_ptr error;
      try {
        writer([&](std::string_view text) { return channel->write(text); });
      } catch (...) {
        error = std::current_exception();
      }
      channel->finish(error);
    });
    running_.push_back({channel, std::move(thread)});
  }
  // The source is copied with its function; the last copy to go tells the writer that nobody reads any more.
  const std::shared_ptr<Channel> reader(channel.get(), [channel](Channel* ended) { ended->cancel(); });
  reader->wait_for_first();
  return [reader](std::string& part) { return reader->take(part); };
}

}  // namespace chancery::server::api
