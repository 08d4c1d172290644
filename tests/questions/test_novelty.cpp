#include <gtest/gtest.h>

#include <fmt/format.h>

#include "base/error.hpp"
#include "questions/novelty.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using questions::Novelty;

constexpr std::string_view kHabit = "The sides expressed mutual interest in further strengthening trade ties. It was agreed to maintain regular contact.";

/// A release of a publisher, one a day; participants of two countries.
Document release(int number, const std::string& words) {
  Document document = sample::call(number);
  document.info.id = fmt::format("habit-{}", number);
  document.info.url.clear();
  document.info.publisher = "Office of the Premier";
  document.info.kind = DocumentKind::readout;
  document.info.published = iso(*make_day(2024, 1, 1) + std::chrono::days{number});
  document.text += " " + words;
  return document;
}

class NoveltyTest : public testing::Test {
 protected:
  NoveltyTest() : record_(sample::create(folder_ / "a.db")) {}

  void add(int number, const std::string& words) {
    const Document document = release(number, words);
    record_.add(document, sample::original_of(document), sample::begin(record_));
  }
  void add_habits(int count) {
    // Each with words of its own, so that none is the text of another.
    const char* subjects[] = {"barley harvest in northern valleys", "copper mining along southern hills", "ferry timetables across inland lakes", "student exchanges between technical colleges",
                              "vaccine deliveries for rural clinics", "railway gauges near border towns", "fishing quotas inside coastal waters", "satellite launches under shared budgets"};
    for (int i = 1; i <= count; ++i) {
      std::string own;
      for (int k = 0; k < 3; ++k) own += fmt::format(" They weighed {} item{}word{} closely.", subjects[(i + k) % 8], i, k);
      add(i, std::string(kHabit) + own);
    }
  }
  Novelty of(int number) const { return questions::novelty(record_, fmt::format("habit-{}", number)); }

  sample::Folder folder_;
  record::Record record_;
};

TEST_F(NoveltyTest, SaysNothingWithTooFewReleases) {
  add_habits(3);
  const Novelty novelty = of(3);
  EXPECT_TRUE(novelty.references.empty());
  EXPECT_TRUE(novelty.usual.empty());
  EXPECT_TRUE(novelty.fresh.empty());
  EXPECT_TRUE(novelty.dropped.empty());
  EXPECT_FALSE(novelty.notes.empty());
}

TEST_F(NoveltyTest, CountsWhatComesAgainAndMarksWhatDoesNot) {
  add_habits(14);
  add(15, std::string(kHabit) + " Armed patrols seized seventeen smuggled antique manuscripts hidden beneath warehouse floors yesterday.");
  const Novelty novelty = of(15);
  const std::string text = record_.load("habit-15").document.text;
  const auto words = [&](const record::Range& span) { return text.substr(span.begin, span.end - span.begin); };
  ASSERT_FALSE(novelty.usual.empty());
  bool habit = false;
  for (const auto& one : novelty.usual) {
    if (words(one.span).find("strengthening trade ties") == std::string::npos) continue;
    habit = true;
    EXPECT_EQ(one.count, 14);
    EXPECT_EQ(one.of, 14);
    EXPECT_EQ(one.first_id, "habit-1");
    EXPECT_EQ(one.last_id, "habit-14");
    EXPECT_EQ(questions::formula_of(novelty, one.span), &one);
    EXPECT_FALSE(questions::is_new(novelty, one.span));
  }
  EXPECT_TRUE(habit);
  ASSERT_EQ(novelty.fresh.size(), 1U);
  EXPECT_NE(words(novelty.fresh.front().span).find("smuggled antique manuscripts"), std::string::npos);
}

TEST_F(NoveltyTest, LaterReleasesCountForNothing) {
  add_habits(14);
  const Novelty before = of(13);
  add(20, std::string(kHabit));
  const Novelty after = of(13);
  ASSERT_FALSE(before.references.empty());
  EXPECT_EQ(before.references.front().of, after.references.front().of);
  EXPECT_EQ(before.usual.size(), after.usual.size());
}

TEST_F(NoveltyTest, DroppedNeedsAHabitThatIsAbsent) {
  add_habits(12);
  add(13, "Heavy storms delayed everything; nobody offered further comment after lunch.");
  const Novelty without = of(13);
  ASSERT_FALSE(without.dropped.empty());
  EXPECT_EQ(without.dropped.front().of, 12);
  EXPECT_GE(without.dropped.front().count, 8);
  // The same in other words is not absent.
  add(14, "Both expressed their mutual interest: trade ties will be further strengthened. Regular contact, they agreed, is maintained.");
  for (const auto& one : of(14).dropped) EXPECT_EQ(one.words.find("trade ties"), std::string::npos) << one.words;
}

TEST_F(NoveltyTest, ATextThatNobodyKeptIsComparedToo) {
  add_habits(14);
  const Novelty novelty = questions::novelty(record_, {kHabit, {}, "Office of the Premier", "readout", {}, {}});
  EXPECT_FALSE(novelty.usual.empty());
  EXPECT_FALSE(questions::novelty(record_, {kHabit, {}, {}, {}, {}, {}}).notes.empty());
  EXPECT_TRUE(questions::novelty(record_, {{}, {}, "Office of the Premier", {}, {}, {}}).usual.empty());
}

TEST_F(NoveltyTest, UnknownIdsAreRefused) { EXPECT_THROW(questions::novelty(record_, "d-none"), Error); }

}  // namespace
}  // namespace chancery
