#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "base/error.hpp"
#include "record/coverage.hpp"
#include "sample.hpp"

namespace chancery::record {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

Extent days(const std::string& from, const std::string& to, const std::string& extent = "complete") { return {0, from, to, extent, "counted by hand"}; }

std::string refusal(const std::function<void()>& attempt) {
  try {
    attempt();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  ADD_FAILURE() << "it was not refused";
  return {};
}

class Coverage : public testing::Test {
 protected:
  const sample::Folder folder;
  Record record = sample::create(folder / "r.db");
  const std::string publisher = sample::call(0).info.publisher;
  void SetUp() override { sample::add_calls(record, 1); }
  std::vector<Extent> stated() { return publishers_on_record(record).at(0).extents; }
};

TEST_F(Coverage, WhatIsStatedOfAPublisherStandsWithItsReleases) {
  const int64_t number = state_extent(record, publisher, "", days("2019-01-01", "2019-12-31"));
  state_extent(record, publisher, sample::call(0).info.country, days("2018-01-01", "2018-12-31", "sample"));
  const auto all = publishers_on_record(record);
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].publisher, publisher);
  EXPECT_EQ(all[0].documents, 1);
  ASSERT_THAT(all[0].extents, SizeIs(2));
  EXPECT_EQ(all[0].extents[0].extent, "sample");
  EXPECT_EQ(all[0].extents[1].number, number);
  EXPECT_EQ(all[0].extents[1].why, "counted by hand");
  remove_extent(record, number);
  EXPECT_THAT(stated(), SizeIs(1));
  EXPECT_THAT(refusal([&] { remove_extent(record, number); }), HasSubstr("chancery coverage"));
}

TEST_F(Coverage, OfNoDayTwoThingsAreStated) {
  state_extent(record, publisher, "", days("2019-01-01", "2019-12-31"));
  const auto again = [&](const std::string& from, const std::string& to) { return refusal([&] { state_extent(record, publisher, "", days(from, to, "sample")); }); };
  EXPECT_THAT(again("2019-12-31", "2020-06-30"), HasSubstr("complete from 2019-01-01 to 2019-12-31"));
  EXPECT_THAT(again("", ""), HasSubstr("already stated"));
  EXPECT_THAT(again("2018-01-01", ""), HasSubstr("already stated"));
  state_extent(record, publisher, "", days("2020-01-01", "", "sample"));
  state_extent(record, publisher, "", days("", "2018-12-31", "sample"));
  EXPECT_THAT(stated(), SizeIs(3));
  EXPECT_THAT(again("2021-01-01", "2021-01-02"), HasSubstr("to now"));
}

TEST_F(Coverage, RefusesWhatNobodyCanKnow) {
  EXPECT_THAT(refusal([&] { state_extent(record, "Office of Nobody", "", days("", "")); }), HasSubstr(publisher));
  EXPECT_THAT(refusal([&] { state_extent(record, publisher, "ZZZ", days("", "")); }), HasSubstr("of ZZZ"));
  EXPECT_THAT(refusal([&] { state_extent(record, publisher, "", days("2020-01-01", "2019-01-01")); }), HasSubstr("ends before it begins"));
  EXPECT_THAT(refusal([&] { state_extent(record, publisher, "", days("", "9999-12-31")); }), HasSubstr("has not come yet"));
  EXPECT_TRUE(stated().empty());
}

TEST_F(Coverage, APublisherWhoseReleasesAreGoneIsListedWhileSomethingIsStatedOfIt) {
  const int64_t number = state_extent(record, publisher, "", days("", ""));
  for (const std::string& id : record.documents()) record.remove(id, "a test");
  const auto all = publishers_on_record(record);
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].documents, 0);
  remove_extent(record, number);
  EXPECT_TRUE(publishers_on_record(record).empty());
}

}  // namespace
}  // namespace chancery::record
