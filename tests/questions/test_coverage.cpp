#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "questions/coverage.hpp"
#include "questions/datapackage.hpp"
#include "questions/timeline_gaps.hpp"
#include "sample.hpp"

namespace chancery::questions {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

Day day(const char* iso) { return *parse_day(iso); }

record::Extent stated(const std::string& from, const std::string& to, const std::string& extent = "complete") { return {1, from, to, extent, "counted"}; }

record::PublisherDays publisher(std::vector<record::Count> days, std::vector<record::Extent> extents = {}) {
  record::PublisherDays out{"North House", "NOR", std::move(days), 0, std::move(extents)};
  for (const auto& one : out.days) out.documents += one.count;
  return out;
}

TEST(Coverage, CountsByMonthAndNamesTheMonthsWithoutARelease) {
  auto house = publisher({{"2019-11-30", 2}, {"2019-12-01", 1}, {"2020-02-01", 1}, {"2020-03-05", 4}, {"2020-05-01", 1}});
  house.documents += 3;  // without a day
  const PublisherCoverage cover = coverage_of(house);
  EXPECT_EQ(cover.documents, 12);
  EXPECT_EQ(cover.undated, 3);
  EXPECT_EQ(cover.first_day, "2019-11-30");
  EXPECT_EQ(cover.last_day, "2020-05-01");
  ASSERT_THAT(cover.months, SizeIs(5));
  EXPECT_EQ(cover.months[0].value, "2019-11");
  ASSERT_THAT(cover.gaps, SizeIs(2));
  EXPECT_EQ(cover.gaps[0].from, "2020-01");
  EXPECT_EQ(cover.gaps[0].months, 1);
  EXPECT_EQ(cover.gaps[1].from, "2020-04");
  EXPECT_FALSE(cover.gaps[1].complete);
  EXPECT_EQ(cover.extent, "unknown");
}

TEST(Coverage, WhereItIsCompleteSilentMonthsAreThePublishers) {
  const PublisherCoverage cover = coverage_of(publisher({{"2020-02-10", 1}, {"2020-12-24", 1}}, {stated("2019-12-01", "2020-06-30")}));
  ASSERT_THAT(cover.gaps, SizeIs(3));
  EXPECT_EQ(cover.gaps[0].from, "2019-12");
  EXPECT_EQ(cover.gaps[0].to, "2020-01");
  EXPECT_TRUE(cover.gaps[0].complete);
  EXPECT_EQ(cover.gaps[1].to, "2020-06");
  EXPECT_TRUE(cover.gaps[1].complete);
  EXPECT_EQ(cover.gaps[2].from, "2020-07");
  EXPECT_FALSE(cover.gaps[2].complete);
}

TEST(Coverage, NothingOnRecordCoversNothing) {
  const PublisherCoverage cover = coverage_of(publisher({}));
  EXPECT_THAT(cover.months, IsEmpty());
  EXPECT_THAT(cover.gaps, IsEmpty());
  EXPECT_EQ(extent_in_words({}, "", ""), "how complete is unknown");
}

TEST(Coverage, StatementsThatMeetAreOne) {
  const std::vector both{stated("2019-01-01", "2019-12-31"), stated("2020-01-01", "")};
  EXPECT_THAT(days_stated(both, "complete", day("2019-02-01"), day("2020-02-01")), SizeIs(1));
  EXPECT_EQ(extent_of(both, "2019-02-01", "2020-02-01"), "complete");
  EXPECT_EQ(extent_of(both, "2018-12-31", "2020-02-01"), "unknown");
  EXPECT_EQ(extent_in_words(both, "2018-12-31", "2020-02-01"), "complete from 2019-01-01, of the rest unknown");
  const std::vector mixed{stated("", "2019-06-30", "sample"), stated("2019-09-01", "2019-10-31")};
  EXPECT_EQ(extent_in_words(mixed, "2019-01-01", "2019-12-31"), "complete from 2019-09-01 to 2019-10-31, a sample up to 2019-06-30, of the rest unknown");
  EXPECT_EQ(extent_in_words(mixed, "2019-01-01", "2019-06-30"), "a sample");
  const std::vector halves{stated("", "2019-06-30", "sample"), stated("2019-07-01", "")};
  EXPECT_EQ(extent_in_words(halves, "2019-01-01", "2019-12-31"), "complete from 2019-07-01, a sample up to 2019-06-30");
}

TEST(Coverage, AGapWithinWhatIsCompleteComesFirstAndOneWithinASampleLast) {
  auto house = publisher({{"2017-01-01", 1}, {"2021-12-31", 1}}, {stated("2019-01-01", "2019-12-31"), stated("2020-01-01", "2021-12-31", "sample")});
  for (int month = 0; month < 60; ++month) house.days.push_back({iso(*make_day(2017 + month / 12, static_cast<unsigned>(month % 12 + 1), 15)), 1});
  std::sort(house.days.begin(), house.days.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
  const std::vector publishers{house};
  const questions::Coverage cover = coverage_of(publishers, {"NOR"}, {}, {});
  const auto on = [](const char* iso) { return Period{day(iso), day(iso)}; };
  const std::vector met{on("2017-01-01"), on("2018-06-01"), on("2018-12-10"), on("2019-05-01"), on("2019-12-31"), on("2021-12-30")};
  const auto gaps = gaps_between(GapOf::any, met, cover, publishers);
  ASSERT_THAT(gaps, SizeIs(5));
  EXPECT_EQ(gaps[0].says, "no encounter on record for 7 months (2019-05 to 2019-12), for which the record of North House is complete");
  EXPECT_EQ(gaps[0].extent, "complete");
  EXPECT_EQ(gaps[1].says, "no encounter on record for 4 months (2018-12 to 2019-05), for 3 of which the record of North House is complete");
  EXPECT_EQ(gaps[1].extent, "unknown");
  EXPECT_EQ(gaps[2].says, "no encounter on record for 17 months (2017-01 to 2018-06)");
  EXPECT_EQ(gaps[3].complete_months, 0);
  EXPECT_EQ(gaps[4].says, "no encounter on record for 23 months (2019-12 to 2021-12), for which the record is a sample");
}

TEST(Coverage, MonthsThatAreCompleteAreCoveredAlthoughNothingWasPublished) {
  const auto silent = publisher({{"2018-01-10", 1}, {"2019-12-10", 1}});
  const auto known = publisher({{"2018-01-10", 1}, {"2019-12-10", 1}}, {stated("", "")});
  EXPECT_THAT(gaps_between(GapOf::any, {}, coverage_of({silent}, {"NOR"}, {}, {}), {silent}), IsEmpty());
  const auto cover = coverage_of({known}, {"NOR"}, {}, {});
  ASSERT_THAT(cover.stretches, SizeIs(1));
  const auto gaps = gaps_between(GapOf::any, {}, cover, {known});
  ASSERT_THAT(gaps, SizeIs(1));
  EXPECT_EQ(gaps[0].months, 23);
  EXPECT_EQ(gaps[0].complete_months, 23);
  const auto asked = coverage_of({known}, {"NOR"}, day("2018-03-01"), day("2018-05-31"));
  EXPECT_EQ(asked.publishers[0].documents, 0);
  EXPECT_EQ(asked.publishers[0].extent, "complete");
  ASSERT_THAT(asked.stretches, SizeIs(1));
  EXPECT_EQ(asked.stretches[0].from, day("2018-03-01"));
  EXPECT_EQ(asked.stretches[0].to, day("2018-05-31"));
}

TEST(Coverage, TheDataPackageSaysWhatWasStated) {
  const sample::Folder folder;
  record::Record record = sample::create(folder / "r.db");
  sample::add_calls(record, 1);
  const auto info = sample::call(0).info;
  record::state_extent(record, info.publisher, info.country, {0, "", "", "sample", "every tenth"});
  const Json json = datapackage_json(record, std::vector<int64_t>(kRowNames.size(), 1));
  const Json& one = json["coverage"]["publishers"][0];
  EXPECT_EQ(one["publisher"], info.publisher);
  EXPECT_EQ(one["extent"], "sample");
  EXPECT_EQ(one["stated"][0]["why"], "every tenth");
  const Json all = to_json(coverage(record));
  EXPECT_EQ(all["documents"], 1);
  EXPECT_EQ(all["publishers"][0]["stated"][0]["from"], nullptr);
  EXPECT_THAT(to_json(coverage(record, "Nobody"))["publishers"], IsEmpty());
}

}  // namespace
}  // namespace chancery::questions
