#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "questions/timeline_gaps.hpp"

namespace chancery::questions {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

Day day(const char* iso) { return *parse_day(iso); }

/// A release on the 10th of every month from one to another, both "2019-03".
record::PublisherDays monthly(const std::string& publisher, const std::string& country, int first_year, unsigned first_month, int months) {
  record::PublisherDays out{publisher, country, {}, 0, {}};
  for (int i = 0; i < months; ++i) {
    const unsigned month = (first_month - 1 + static_cast<unsigned>(i)) % 12 + 1;
    out.days.push_back({iso(*make_day(first_year + static_cast<int>(first_month - 1 + static_cast<unsigned>(i)) / 12, month, 10)), 2});
    out.documents += 2;
  }
  return out;
}

TEST(TimelineGaps, NamesTheMonthsBetweenTwoMeetingsAndTheReleasesOnRecordInThem) {
  const std::vector publishers{monthly("North House", "NOR", 2018, 1, 36)};
  const Coverage coverage = coverage_of(publishers, {"NOR", "SUR"}, {}, {});
  const auto gaps = gaps_between(GapOf::meeting, {{day("2020-05-20"), day("2020-05-20")}, {day("2019-03-10"), day("2019-03-12")}}, coverage, publishers);
  ASSERT_THAT(gaps, SizeIs(3));
  EXPECT_EQ(gaps[0].says, "no meeting on record for 14 months (2019-03 to 2020-05)");
  EXPECT_FALSE(gaps[0].open_before || gaps[0].open_after);
  ASSERT_THAT(gaps[0].releases, SizeIs(1));
  EXPECT_EQ(gaps[0].releases[0].value, "North House");
  EXPECT_EQ(gaps[0].releases[0].count, 2 * 14);
  EXPECT_EQ(gaps[1].says, "no meeting on record for 14 months (2018-01 to 2019-03, from the beginning of what is covered)");
  EXPECT_EQ(gaps[2].says, "no meeting on record for 6 months (2020-05 to 2020-12, to the end of what is covered)");
}

TEST(TimelineGaps, AShortStretchIsNone) {
  const std::vector publishers{monthly("North House", "NOR", 2018, 1, 5)};
  const Coverage coverage = coverage_of(publishers, {"NOR"}, {}, {});
  EXPECT_THAT(gaps_between(GapOf::call, {{day("2018-03-01"), day("2018-03-01")}}, coverage, publishers), IsEmpty());
}

TEST(TimelineGaps, MonthsWithoutAnyReleaseAreNotCoveredAndPartAGap) {
  auto publisher = monthly("North House", "NOR", 2018, 1, 6);
  const auto later = monthly("North House", "NOR", 2019, 1, 6);
  publisher.days.insert(publisher.days.end(), later.days.begin(), later.days.end());
  const std::vector publishers{publisher};
  const Coverage coverage = coverage_of(publishers, {"NOR"}, {}, {});
  ASSERT_THAT(coverage.stretches, SizeIs(2));
  EXPECT_EQ(coverage.stretches[0].to, day("2018-06-10"));
  EXPECT_EQ(coverage.stretches[1].from, day("2019-01-10"));
  const auto gaps = gaps_between(GapOf::any, {}, coverage, publishers);
  ASSERT_THAT(gaps, SizeIs(2));
  for (const Gap& gap : gaps) {
    EXPECT_EQ(gap.months, 5);
    EXPECT_TRUE(gap.open_before && gap.open_after);
  }
  EXPECT_EQ(gaps[0].says, "no encounter on record for 5 months (2018-01 to 2018-06, all that is covered)");
}

TEST(TimelineGaps, WhatIsKnownOnlyToAYearMayLieAnywhereInIt) {
  const std::vector publishers{monthly("North House", "NOR", 2018, 1, 36)};
  const Coverage coverage = coverage_of(publishers, {"NOR"}, {}, {});
  const auto gaps = gaps_between(GapOf::meeting, {{day("2019-01-01"), day("2019-12-31")}}, coverage, publishers);
  ASSERT_THAT(gaps, SizeIs(2));
  EXPECT_EQ(gaps[0].to, day("2019-01-01"));
  EXPECT_EQ(gaps[1].from, day("2019-12-31"));
}

TEST(TimelineGaps, CountsThePublishersOfTheSidesAndWhereThereAreNoneAll) {
  const std::vector publishers{monthly("North House", "NOR", 2018, 1, 3), monthly("West Palace", "WES", 2017, 1, 3)};
  const Coverage own = coverage_of(publishers, {"NOR", "SUR"}, {}, {});
  EXPECT_TRUE(own.of_sides);
  EXPECT_EQ(own.others, 6);
  EXPECT_THAT(own.publishers, ElementsAre(Field(&PublisherCover::publisher, "North House")));
  const Coverage all = coverage_of(publishers, {"EAS"}, {}, {});
  EXPECT_FALSE(all.of_sides);
  EXPECT_THAT(all.publishers, SizeIs(2));
}

TEST(TimelineGaps, SaysOfAPeriodWhatItHoldsAndWhatWasStatedOfIt) {
  auto publisher = monthly("North House", "NOR", 2018, 1, 24);
  publisher.extents = {{1, "2018-01-01", "2018-12-31", "complete", "counted on the site"}};
  const std::vector publishers{publisher};
  const Coverage part = coverage_of(publishers, {"NOR"}, day("2018-03-01"), day("2018-11-30"));
  EXPECT_EQ(part.publishers[0].documents, 18);
  EXPECT_EQ(part.publishers[0].first_day, "2018-03-10");
  EXPECT_EQ(part.publishers[0].extent, "complete");
  EXPECT_EQ(coverage_of(publishers, {"NOR"}, {}, {}).publishers[0].extent, "unknown");
  const Coverage none = coverage_of(publishers, {"NOR"}, day("2030-01-01"), {});
  EXPECT_EQ(none.publishers[0].documents, 0);
  EXPECT_THAT(none.stretches, IsEmpty());
  EXPECT_THAT(gaps_between(GapOf::any, {}, none, publishers), IsEmpty());
}

}  // namespace
}  // namespace chancery::questions
