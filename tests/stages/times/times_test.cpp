#include "stages/times/times.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>

#include "base/error.hpp"
#include "golden.hpp"
#include "stages/segment/segment.hpp"

namespace chancery {
namespace {

const std::filesystem::path kSource = CHANCERY_SOURCE_DIR;

const Stage& segment() {
  static const SegmentStage stage(kSource / "data");
  return stage;
}
const Stage& times() {
  static const TimesStage stage(kSource / "data" / "times");
  return stage;
}

std::string read(const std::string& text, const std::string& published = "2017-11-19") {
  return test::marked(segment(), times(), text, published);
}

class GoldenList : public testing::TestWithParam<std::string> {};

TEST_P(GoldenList, ComesOutAsWritten) {
  const auto lines = test::run_golden(kSource / "tests/stages/times/golden" / GetParam(), segment(), times());
  EXPECT_FALSE(lines.empty());
  for (const auto& line : lines) EXPECT_EQ(line.actual, line.expected) << GetParam() << ":" << line.number;
}

std::vector<std::string> golden_lists() {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(kSource / "tests/stages/times/golden"))
    names.push_back(file.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Times, GoldenList, testing::ValuesIn(golden_lists()), [](const auto& list) {
  std::string name = list.param.substr(0, list.param.find('.'));
  return name;
});

TEST(Times, ATextCountsFromTheDayOnWhichItWasWritten) {
  EXPECT_EQ(read("Great Hall\n\n(November 17, 2017)\n\nTHE PRESIDENT: Today we met here."),
            "Great Hall\n\n([[November 17, 2017|DATE 2017-11-17]])\n\nTHE PRESIDENT: [[Today|DATE 2017-11-17]] we met here.");
  // Weeks before it is another day's affair, and a headline names any day.
  EXPECT_EQ(read("Great Hall\n\n(September 17, 2017)\n\nTHE PRESIDENT: Today we met here."),
            "Great Hall\n\n([[September 17, 2017|DATE 2017-09-17]])\n\nTHE PRESIDENT: [[Today|DATE 2017-11-19]] we met here.");
}

TEST(Times, AClockTimeIsOfTheDayThatItsParagraphTellsOf) {
  EXPECT_EQ(read("The ministers met on 16 November. The talks began at 11:30."),
            "The ministers met on [[16 November|DATE 2017-11-16]]. The talks began at [[11:30|TIME 2017-11-16T11:30]].");
  EXPECT_EQ(read("The ministers met on 16 November.\n\nThe talks began at 11:30."),
            "The ministers met on [[16 November|DATE 2017-11-16]].\n\nThe talks began at [[11:30|TIME 2017-11-19T11:30]].");
}

TEST(Times, EveryRuleFileHasItsGoldenList) {
  for (const auto& file : std::filesystem::directory_iterator(kSource / "data/times/en")) {
    if (file.path().extension() != ".rules") continue;
    const auto list = kSource / "tests/stages/times/golden" / (file.path().stem().string() + ".txt");
    EXPECT_TRUE(std::filesystem::exists(list)) << list;
  }
}

TEST(Times, TitleIsReadToo) {
  Document document;
  document.title = "Visit of 19 November 2017";
  document.text = "Nothing here.";
  segment().run(document);
  times().run(document);
  ASSERT_EQ(document.times.size(), 1u);
  EXPECT_EQ(document.times[0].span.part, Part::title);
  EXPECT_EQ(document.times[0].value, "2017-11-19");
  EXPECT_EQ(document.times[0].from, make_day(2017, 11, 19));
}

TEST(Times, WithoutPublicationDayNothingIsInvented) {
  EXPECT_EQ(read("They met yesterday.", ""), "They met [[yesterday|DATE XXXX-XX-XX]].");
  EXPECT_EQ(read("They met yesterday.", "31 February"), "They met [[yesterday|DATE XXXX-XX-XX]].");
}

TEST(Times, AHeadingsDateStandsInForAMissingPublicationDay) {
  EXPECT_EQ(read("19 november 2017, 19:23\n\nThe President will meet the Minister tomorrow.", ""),
            "[[19 november 2017, 19:23|TIME 2017-11-19T19:23]]\n\nThe President will meet the Minister [[tomorrow|DATE "
            "2017-11-20]].");
}

TEST(Times, AMalformedPublicationDayIsNoted) {
  Document document;
  document.text = "Tomorrow.";
  document.info.published = "2017-02-31";
  segment().run(document);
  times().run(document);
  ASSERT_EQ(document.notes.size(), 1u);
  EXPECT_THAT(document.notes[0], testing::HasSubstr("publication day '2017-02-31'"));
}

double seconds_for(const std::string& text) {
  Document document;
  document.text = text;
  segment().run(document);
  const auto begin = std::chrono::steady_clock::now();
  times().run(document);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST(Times, CostGrowsWithTheTextAndNotFaster) {
  std::string some;
  for (int i = 0; i < 10000; ++i)
    some += "the first two or three days of the last week of May 1 1 1 \"today is bad\" \"";
  const double once = seconds_for(some);
  const double fourfold = seconds_for(some + some + some + some);
  EXPECT_LT(fourfold, 12 * once + 0.2);
}

TEST(Times, AMillionDigitsAreNoTime) { EXPECT_EQ(read(std::string(1000000, '7')), std::string(1000000, '7')); }

class RuleFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("chancery-times-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()));
    std::filesystem::create_directories(folder_ / "en");
    write("words.txt", "class MONTH month\nmay = 5\n");
    write("rules.txt", "a.rules\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& content) { std::ofstream(folder_ / "en" / name) << content; }
  std::string failure() {
    try {
      TimesStage stage(folder_);
    } catch (const Error& e) {
      return e.what();
    }
    return "";
  }
  std::filesystem::path folder_;
};

TEST_F(RuleFiles, SayFileAndLineOfAMistake) {
  write("a.rules", "# fine\nm: [ MONTH ] => date\nbad: [ ( MONTH ] => date\n");
  EXPECT_THAT(failure(), testing::HasSubstr("a.rules:3"));
  write("a.rules", "m: [ NOSUCH ] => date\n");
  EXPECT_THAT(failure(), testing::HasSubstr("no class NOSUCH"));
  write("a.rules", "m: [ MONTH ] => leap\n");
  EXPECT_THAT(failure(), testing::HasSubstr("no operation"));
  write("a.rules", "m: [ MONTH ] => date unit=fortnight\n");
  EXPECT_THAT(failure(), testing::HasSubstr("unit=fortnight"));
  write("a.rules", "@x = @x\nm: @x => date\n");
  EXPECT_THAT(failure(), testing::HasSubstr("macros refer to each other"));
}

TEST_F(RuleFiles, AnotherLanguageIsOnlyData) {
  write("a.rules", "m: [ MONTH ] => date\n");
  TimesStage stage(folder_);
  EXPECT_EQ(test::marked(segment(), stage, "in may", "2017-11-19"), "in [[may|DATE 2017-05 2017-05-01..2017-05-31]]");
}

}  // namespace
}  // namespace chancery
