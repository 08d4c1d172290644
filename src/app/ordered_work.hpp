// Work done by several threads whose results come out in the order in which it was put in.
//
// One thread calls `put` and `finish`; `work` runs on several threads at once; `sink` runs on one thread of its own,
// never twice at a time. `put` waits while too much is under way, so memory is bounded by `Bounds` and not by the
// number of items. With one thread everything happens inside `put`. An exception of `work` or `sink` stops the rest
// and is thrown again from the next `put` or from `finish`; the destructor waits for what is under way.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace chancery::app {

struct Bounds {
  unsigned threads = 1;
  size_t items = 32;          ///< under way at most
  size_t weight = 64u << 20;  ///< bytes under way at most; a single item may be heavier
};

template <typename In, typename Out>
class OrderedWork {
 public:
  using Work = std::function<Out(In&&)>;
  using Sink = std::function<void(Out&&)>;

  OrderedWork(Bounds bounds, Work work, Sink sink) : bounds_(bounds), work_(std::move(work)), sink_(std::move(sink)) {
    if (bounds_.threads <= 1) return;
    for (unsigned i = 0; i < bounds_.threads; ++i) threads_.emplace_back([this] { work_on(); });
    threads_.emplace_back([this] { drain(); });
  }

  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;

  ~OrderedWork() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    wake_all();
    join();
  }

  void put(In&& item, size_t weight) {
    if (bounds_.threads <= 1) {
      sink_(work_(std::move(item)));
      return;
    }
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return failure_ || cells_.empty() || (cells_.size() < bounds_.items && weight_ + weight <= bounds_.weight); });
    if (failure_) std::rethrow_exception(failure_);
    weight_ += weight;
    cells_.push_back(Cell{std::move(item), std::nullopt, weight});
    lock.unlock();
    todo_.notify_one();
  }

  /// Waits until every result has gone through `sink`.
  void finish() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    wake_all();
    join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Cell {
    std::optional<In> in;
    std::optional<Out> out;
    size_t weight = 0;
  };

  void work_on() {
    std::unique_lock lock(mutex_);
    for (;;) {
      todo_.wait(lock, [&] { return failure_ || closed_ || next_ < first_ + cells_.size(); });
      if (failure_ || next_ >= first_ + cells_.size()) return;
      const size_t number = next_++;
      In item = std::move(*cells_[number - first_].in);
      lock.unlock();
      std::optional<Out> result;
      std::exception_ptr failure;
      try {
        result.emplace(work_(std::move(item)));
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      if (failure) return fail(failure);
      cells_[number - first_].out = std::move(result);
      if (number == first_) ready_.notify_one();
    }
  }

  void drain() {
    std::unique_lock lock(mutex_);
    for (;;) {
      ready_.wait(lock, [&] { return failure_ || (closed_ && cells_.empty()) || (!cells_.empty() && cells_.front().out); });
      if (failure_ || cells_.empty()) return;
      Out result = std::move(*cells_.front().out);
      const size_t weight = cells_.front().weight;
      lock.unlock();
      std::exception_ptr failure;
      try {
        sink_(std::move(result));
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      if (failure) return fail(failure);
      cells_.pop_front();
      ++first_;
      weight_ -= weight;
      room_.notify_one();
    }
  }

  /// The mutex is held.
  void fail(std::exception_ptr failure) {
    if (!failure_) failure_ = std::move(failure);
    wake_all();
  }

  void wake_all() {
    todo_.notify_all();
    ready_.notify_all();
    room_.notify_all();
  }

  void join() {
    for (auto& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

  const Bounds bounds_;
  const Work work_;
  const Sink sink_;
  std::mutex mutex_;
  std::condition_variable todo_, ready_, room_;
  std::deque<Cell> cells_;  ///< under way, in order; cells_[0] is number first_
  size_t first_ = 0;        ///< number of the oldest item under way
  size_t next_ = 0;         ///< number of the next item to work on
  size_t weight_ = 0;
  bool closed_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace chancery::app
