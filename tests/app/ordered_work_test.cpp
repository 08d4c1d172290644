#include "app/ordered_work.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace chancery::app {
namespace {

using Work = OrderedWork<int, int>;

/// Later items are quicker, so that without order they would come out reversed.
int slowly(int i) {
  std::this_thread::sleep_for(std::chrono::microseconds(500 - (i % 50) * 10));
  return i * 2;
}

class OrderedWorkTest : public testing::TestWithParam<unsigned> {};

TEST_P(OrderedWorkTest, ResultsComeInTheOrderOfItems) {
  std::vector<int> out;
  Work work({.threads = GetParam(), .items = 8}, slowly, [&](int&& i) { out.push_back(i); });
  for (int i = 0; i < 200; ++i) work.put(int(i), 1);
  work.finish();
  ASSERT_EQ(out.size(), 200u);
  for (int i = 0; i < 200; ++i) EXPECT_EQ(out[static_cast<size_t>(i)], 2 * i);
}

TEST_P(OrderedWorkTest, AFailureOfTheSinkReachesTheOneWhoPuts) {
  size_t taken = 0;
  Work work({.threads = GetParam(), .items = 4}, [](int&& i) { return i; },
            [&](int&&) {
              if (++taken == 3) throw std::runtime_error("full");
            });
  EXPECT_THROW(
      {
        for (int i = 0; i < 1000; ++i) work.put(int(i), 1);
        work.finish();
      },
      std::runtime_error);
  EXPECT_EQ(taken, 3u);
}

TEST_P(OrderedWorkTest, AFailureOfTheWorkReachesTheOneWhoPuts) {
  const auto work_on = [](int&& i) {
    if (i == 5) throw std::invalid_argument("five");
    return i;
  };
  Work work({.threads = GetParam(), .items = 4}, work_on, [](int&&) {});
  EXPECT_THROW(
      {
        for (int i = 0; i < 1000; ++i) work.put(int(i), 1);
        work.finish();
      },
      std::invalid_argument);
}

TEST_P(OrderedWorkTest, LeavingEarlyEndsTheThreads) {
  std::atomic<int> done = 0;
  {
    Work work({.threads = GetParam(), .items = 4}, slowly, [&](int&&) { ++done; });
    for (int i = 0; i < 10; ++i) work.put(int(i), 1);
  }
  EXPECT_LE(done, 10);
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedWorkTest, testing::Values(1u, 2u, 5u));

TEST(OrderedWork, NoMoreThanTheBoundIsUnderWay) {
  std::atomic<int> under_way = 0, most = 0;
  Work work({.threads = 4, .items = 3}, slowly, [&](int&&) { --under_way; });
  for (int i = 0; i < 100; ++i) {
    work.put(int(i), 1);
    most = std::max<int>(most, ++under_way);
  }
  work.finish();
  EXPECT_LE(most, 4);  // three, and the one just put whose predecessor is being taken
}

TEST(OrderedWork, WeightBoundsMemoryButAHeavyItemPassesAlone) {
  std::atomic<size_t> weight = 0, most = 0;
  OrderedWork<size_t, size_t> work({.threads = 3, .items = 100, .weight = 10}, [](size_t&& w) { return w; }, [&](size_t&& w) { weight -= w; });
  for (const size_t w : {4u, 4u, 4u, 50u, 3u, 3u, 3u, 3u}) {
    work.put(size_t(w), w);
    most = std::max<size_t>(most, weight += w);
  }
  work.finish();
  EXPECT_EQ(weight, 0u);
  EXPECT_LE(most, 64u);
}

}  // namespace
}  // namespace chancery::app
