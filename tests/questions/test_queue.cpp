// The order in which people are asked: by what was measured of each kind, and by what they say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "questions/queue.hpp"
#include "record/correction_log.hpp"
#include "sample.hpp"

namespace chancery::questions {
namespace {

using testing::ElementsAre;

class QueueTest : public testing::Test {
 protected:
  /// Of which no stage says how sure it is.
  QueueTest() {
    Document document = sample::reception();
    for (auto& one : document.statements) one.confidence.reset();
    for (auto& one : document.points) one.confidence.reset();
    for (auto& one : document.figures) one.confidence.reset();
    for (auto& one : document.commitments) one.confidence.reset();
    for (auto& one : document.courtesies) one.confidence.reset();
    for (auto& one : document.events) one.confidence.reset();
    document_ = document.info.id;
    record_.add(document, sample::original_of(document), sample::begin(record_));
  }

  double certainty(std::string_view kind, const record::Queue& queue) {
    const auto found = std::find_if(queue.facts.begin(), queue.facts.end(), [&](const auto& fact) { return fact.kind == kind; });
    return found == queue.facts.end() ? 1 : found->sure;
  }

  record::Queue asked(std::vector<record::Prior> priors) { return record::queue(record_, priors, {}, {0, 100}); }

  sample::Folder folder_;
  record::Record record_ = sample::create(folder_ / "a.db");
  std::string document_;
};

TEST(Measured, EveryKindIsWithinReasonAndSaysItsSource) {
  std::vector<std::string_view> kinds;
  for (const Measured& one : measured_on_gold()) {
    kinds.push_back(one.kind);
    EXPECT_LE(one.right, one.given) << one.kind;
    EXPECT_FALSE(one.source.empty()) << one.kind;
    EXPECT_GT(expected_right(one), 0.5) << one.kind;
    EXPECT_LT(expected_right(one), 1) << one.kind << ": no count makes certain";
  }
  EXPECT_THAT(kinds, ElementsAre("statement", "event", "point", "figure", "commitment", "courtesy"));
  EXPECT_DOUBLE_EQ(expected_right({"figure", 13, 13, ""}), 14.0 / 15);
}

TEST_F(QueueTest, ThePriorsOrderTheKinds) {
  const auto one = asked({{"commitment", 0.3}, {"courtesy", 0.6}}), other = asked({{"commitment", 0.6}, {"courtesy", 0.3}});
  EXPECT_LT(certainty("commitment", one), certainty("courtesy", one));
  EXPECT_GT(certainty("commitment", other), certainty("courtesy", other));
  EXPECT_NEAR(certainty("commitment", other), 2 * certainty("commitment", one), 1e-3) << "doubts take the same from both";
}

TEST_F(QueueTest, OfWhatNothingIsKnownAsManyAreRightAsWrong) {
  EXPECT_DOUBLE_EQ(certainty("commitment", asked({})), certainty("commitment", asked({{"commitment", 0.5}})));
}

TEST_F(QueueTest, WhatIsNearlyAlwaysRightIsNotQueuedAndTheReasonIsTold) {
  EXPECT_TRUE(asked({{"statement", 1}, {"event", 1}, {"point", 1}, {"figure", 1}, {"commitment", 1}, {"courtesy", 1}}).total < asked({}).total);
  bool told = false;
  for (const auto& fact : asked({}).facts) {
    for (const auto& doubt : fact.doubts) told = told || doubt.find("about 50 in 100 of its kind are right") != std::string::npos;
  }
  EXPECT_TRUE(told);
}

TEST_F(QueueTest, WhatPeopleRejectMovesUp) {
  const std::vector<record::Prior> priors{{"point", 0.7}};
  const auto before = asked(priors);
  const auto first = std::find_if(before.facts.begin(), before.facts.end(), [](const auto& fact) { return fact.kind == "point"; });
  ASSERT_NE(first, before.facts.end());
  const auto rest = std::count_if(before.facts.begin(), before.facts.end(), [](const auto& fact) { return fact.kind == "point"; });
  record::Wish wish;
  wish.action = "reject";
  wish.document = document_;
  wish.fact = first->id;
  record::correct(record_, {wish}, "ana");
  const auto after = asked(priors);
  if (rest > 1) {
    EXPECT_LT(certainty("point", after), certainty("point", before));
  }
  EXPECT_EQ(std::count_if(after.facts.begin(), after.facts.end(), [](const auto& fact) { return fact.kind == "point"; }), rest - 1);
}

TEST_F(QueueTest, AsksWithWhatWasMeasured) {
  const auto found = queue(record_, {"commitment", ""}, {0, 10});
  std::vector<record::Prior> priors;
  for (const Measured& one : measured_on_gold()) priors.push_back({one.kind, expected_right(one)});
  const auto same = record::queue(record_, priors, {"commitment", ""}, {0, 10});
  ASSERT_EQ(found.facts.size(), same.facts.size());
  ASSERT_FALSE(found.facts.empty()) << "promises are queued: two in three are right";
  EXPECT_DOUBLE_EQ(found.facts[0].sure, same.facts[0].sure);
}

}  // namespace
}  // namespace chancery::questions
