#include "server/api/streams.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "base/error.hpp"
#include "server/problem.hpp"

namespace chancery::server::api {
namespace {

using namespace std::chrono_literals;

std::string all_of(const BodySource& source) {
  std::string all;
  bool more = true;
  while (more) {
    std::string part;
    more = source(part);
    all += part;
  }
  return all;
}

TEST(Streams, GivesAllThatIsWritten) {
  Streams streams(2);
  for (const int rows : {0, 1, 1000, 100'000}) {
    std::string expected;
    for (int i = 0; i < rows; ++i) expected += "row " + std::to_string(i) + "\n";
    const BodySource source = streams.start([rows](const Streams::Sink& sink) {
      for (int i = 0; i < rows; ++i) ASSERT_TRUE(sink("row " + std::to_string(i) + "\n"));
    });
    EXPECT_EQ(all_of(source), expected) << rows;
  }
}

TEST(Streams, WritesNoFurtherThanIsRead) {
  std::atomic<size_t> written = 0;
  Streams streams(1);
  const BodySource source = streams.start([&](const Streams::Sink& sink) {
    while (sink(std::string(1000, 'x')) && written < 100'000'000) written += 1000;
  });
  std::this_thread::sleep_for(50ms);
  EXPECT_LT(written, 300'000U);
  std::string part;
  EXPECT_TRUE(source(part));
  EXPECT_GE(part.size(), 64'000U);
}

TEST(Streams, ThrowsAtOnceWhatFailsAtOnce) {
  Streams streams(1);
  EXPECT_THROW(streams.start([](const Streams::Sink&) { throw Error(ErrorKind::record, "gone"); }), Error);
  const BodySource source = streams.start([](const Streams::Sink& sink) {
    sink(std::string(200'000, 'x'));
    throw Error(ErrorKind::record, "gone");
  });
  EXPECT_THROW(all_of(source), Error);
}

TEST(Streams, EndsAWriterNobodyReads) {
  Streams streams(1);
  std::atomic<bool> ended = false;
  {
    const BodySource source = streams.start([&](const Streams::Sink& sink) {
      while (sink(std::string(1000, 'x'))) {
      }
      ended = true;
    });
  }
  for (int i = 0; i < 200 && !ended; ++i) std::this_thread::sleep_for(10ms);
  EXPECT_TRUE(ended);
}

TEST(Streams, BoundsHowManyRun) {
  const auto endless = [](const Streams::Sink& sink) {
    while (sink(std::string(1000, 'x'))) {
    }
  };
  Streams streams(2);
  BodySource first = streams.start(endless);
  const BodySource second = streams.start(endless);
  try {
    streams.start(endless);
    FAIL() << "a third was started";
  } catch (const ProblemError& error) {
    EXPECT_EQ(error.problem.status, 503);
  }
  first = nullptr;
  bool started = false;
  for (int i = 0; i < 200 && !started; ++i) {
    try {
      first = streams.start(endless);
      started = true;
    } catch (const ProblemError&) {
      std::this_thread::sleep_for(10ms);
    }
  }
  EXPECT_TRUE(started);
}

}  // namespace
}  // namespace chancery::server::api
