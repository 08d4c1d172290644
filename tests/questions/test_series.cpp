#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/error.hpp"
#include "questions/follow_up.hpp"
#include "questions/series.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using questions::range_of;
using testing::ElementsAre;
using testing::HasSubstr;

record::FigureLine figure(double value, std::string comparison, std::optional<double> to = {}) {
  record::FigureLine line;
  line.value = value;
  line.value_to = to;
  line.comparison = std::move(comparison);
  return line;
}

TEST(RangeOfAFigure, IsWhatTheWordsLeaveOpen) {
  EXPECT_EQ(range_of(figure(60, "exact")).to, 60);
  EXPECT_TRUE(std::isinf(range_of(figure(60, "more_than")).to));
  EXPECT_EQ(range_of(figure(60, "more_than")).from, 60);
  EXPECT_TRUE(std::isinf(range_of(figure(60, "less_than")).from));
  const auto between = range_of(figure(5, "between", 4));
  EXPECT_EQ(between.from, 4);
  EXPECT_EQ(between.to, 5);
  const auto about = range_of(figure(30'000, "about"));
  EXPECT_EQ(about.from, 25'000);
  EXPECT_EQ(about.to, 35'000);
  EXPECT_EQ(range_of(figure(14'500, "about")).to, 14'550);
  EXPECT_EQ(range_of(figure(0, "about")).to, 0);
  record::FigureLine hedged = figure(700, "exact");
  hedged.hedge = "according to first estimates";
  EXPECT_EQ(range_of(hedged).basis, "rounding");
}

TEST(RangeOfAFigure, MeetsWhatItDoesNotExclude) {
  EXPECT_TRUE(range_of(figure(60, "more_than")).meets(range_of(figure(75, "exact"))));
  EXPECT_FALSE(range_of(figure(60, "more_than")).meets(range_of(figure(55, "exact"))));
  EXPECT_TRUE(range_of(figure(30'000, "about")).meets(range_of(figure(31'200, "exact"))));
}

/// One sentence in which somebody gives a figure.
struct Told {
  std::string id, day, publisher, speaker, country;
  double value = 0;
  std::string comparison = "exact", indicator = "bilateral trade", period = "2020";
  std::vector<std::string> about = {"KAZ", "UZB"};
};

class Figures : public testing::Test {
 protected:
  void tell(const Told& told) {
    Document document;
    document.info.id = told.id;
    document.info.published = told.day;
    document.info.publisher = told.publisher;
    document.title = "Talks on trade";
    document.text = told.speaker + " said that trade had come to so much.";
    Entity speaker;
    speaker.id = "e-" + told.id;
    speaker.type = MentionType::person;
    speaker.name = told.speaker;
    speaker.names = {told.speaker};
    speaker.country = told.country;
    document.entities.push_back(speaker);
    Figure one;
    one.id = "f-" + told.id;
    one.span = {0, 4};
    one.value = told.value;
    one.unit = "USD";
    one.comparison = *parse<Comparison>(told.comparison);
    one.indicator = told.indicator;
    one.about = told.about;
    if (!told.period.empty()) {
      one.time.value = told.period;
      one.time.from = parse_day(told.period + "-01-01");
      one.time.to = parse_day(told.period + "-12-31");
      one.time.basis = TimeBasis::stated;
    }
    if (!told.speaker.empty()) one.speaker = 0;
    document.figures.push_back(one);
    record_.add(document, sample::original_of(document), sample::begin(record_));
  }

  questions::Series ask() { return questions::series(record_, {}); }

  sample::Folder folder_;
  record::Record record_ = sample::create(folder_ / "a.db");
};

TEST_F(Figures, StandAtTheirPeriodAndByTheirVoice) {
  tell({.id = "a", .day = "2021-03-01", .publisher = "Akorda", .speaker = "Anna Berg", .country = "KAZ", .value = 2e9, .period = "2020"});
  tell({.id = "b", .day = "2021-04-01", .publisher = "Akorda", .speaker = "Anna Berg", .country = "KAZ", .value = 1e9, .period = "2019"});
  tell({.id = "c", .day = "2021-05-01", .publisher = "Akorda", .speaker = "Carl Dahl", .country = "UZB", .value = 3e9, .period = ""});
  const auto series = ask();
  ASSERT_EQ(series.points.size(), 3U);
  EXPECT_EQ(series.points[0].from, "2019-01-01");
  EXPECT_EQ(series.points[1].basis, "stated");
  EXPECT_EQ(series.points[2].basis, "published");
  ASSERT_EQ(series.voices.size(), 2U);
  EXPECT_EQ(series.voices[0].name, "Anna Berg");
  EXPECT_EQ(series.voices[0].figures, 2);
  EXPECT_TRUE(series.differently.empty());
}

TEST_F(Figures, GivenDifferentlyByTwoStandOut) {
  tell({.id = "a", .day = "2021-03-01", .publisher = "Akorda", .speaker = "Anna Berg", .country = "KAZ", .value = 2e9});
  tell({.id = "b", .day = "2021-06-01", .publisher = "Aqsaray", .speaker = "Carl Dahl", .country = "UZB", .value = 3e9});
  const auto series = ask();
  ASSERT_EQ(series.differently.size(), 1U);
  EXPECT_THAT(series.differently[0].reasons, ElementsAre("indicator", "countries", "period"));
}

TEST_F(Figures, AreNotGivenDifferentlyWhereSomethingElseTellsThemApart) {
  tell({.id = "a", .day = "2021-03-01", .publisher = "Akorda", .speaker = "Anna Berg", .country = "KAZ", .value = 2e9});
  // The same voice later, another year, other countries, another matter, and a hedge that holds the first value.
  tell({.id = "b", .day = "2021-06-01", .publisher = "Akorda", .speaker = "Anna Berg", .country = "KAZ", .value = 3e9});
  tell({.id = "c", .day = "2021-06-01", .publisher = "Aqsaray", .speaker = "Carl Dahl", .country = "UZB", .value = 3e9, .period = "2019"});
  tell({.id = "d", .day = "2021-06-01", .publisher = "Aqsaray", .speaker = "Carl Dahl", .country = "UZB", .value = 3e9, .about = {"UZB", "TJK"}});
  tell({.id = "e", .day = "2021-06-01", .publisher = "Aqsaray", .speaker = "Carl Dahl", .country = "UZB", .value = 3e9, .indicator = "mutual investment"});
  tell({.id = "f", .day = "2021-06-01", .publisher = "Aqsaray", .speaker = "Edda Falk", .country = "UZB", .value = 1e9, .comparison = "more_than"});
  EXPECT_TRUE(ask().differently.empty());
}

class Later : public testing::Test {
 protected:
  void tell(const std::string& id, const std::string& day, const std::string& text, size_t promised = 0) {
    Document document;
    document.info.id = id;
    document.info.published = day;
    document.info.publisher = "Akorda";
    document.title = "Release " + id;
    document.text = text;
    Entity who;
    who.id = "e-" + id;
    who.type = MentionType::person;
    who.name = "Anna Berg";
    who.names = {who.name};
    who.country = "KAZ";
    document.entities.push_back(who);
    Mention mention;
    mention.id = "m-" + id;
    mention.span = {0, 9};
    mention.entity = 0;
    document.mentions.push_back(mention);
    if (promised > 0) {
      Commitment commitment;
      commitment.id = "c-" + id;
      commitment.span = {0, static_cast<uint32_t>(promised)};
      commitment.by = 0;
      document.commitments.push_back(commitment);
    }
    record_.add(document, sample::original_of(document), sample::begin(record_));
  }

  sample::Folder folder_;
  record::Record record_ = sample::create(folder_ / "a.db");
};

TEST_F(Later, PassagesWithTheWordsOfACommitmentAreProposed) {
  const std::string promise = "Anna Berg will open the Kurgan railway tunnel for freight";
  sample::add_calls(record_, 30);
  tell("before", "2020-01-01", "Anna Berg spoke of the Kurgan railway tunnel for freight.");
  tell("promise", "2021-01-01", promise + ".", promise.size());
  tell("kept", "2022-01-01", "Anna Berg arrived. She opened the railway tunnel at Kurgan, and freight was let through. It rained.");
  tell("other", "2022-02-01", "Anna Berg praised a railway.");
  const auto later = questions::follow_ups(record_, "promise", "c-promise");
  ASSERT_EQ(later.passages.size(), 1U);
  EXPECT_EQ(later.passages[0].document.id, "kept");
  EXPECT_EQ(later.passages[0].passage, "She opened the railway tunnel at Kurgan, and freight was let through.");
  EXPECT_EQ(later.passages[0].days_after, 365);
  EXPECT_EQ(later.passages[0].span.begin, 19U);
  EXPECT_THAT(later.passages[0].shared, testing::Contains("kurgan"));
}

TEST_F(Later, NothingIsProposedForCommonWordsOrWithoutADay) {
  sample::add_calls(record_, 4);
  tell("a", "2021-01-01", "Anna Berg will.", 15);
  EXPECT_THAT(questions::follow_ups(record_, "a", "c-a").note, HasSubstr("too common"));
  tell("b", "", "Anna Berg will open the Kurgan railway tunnel.", 45);
  EXPECT_THAT(questions::follow_ups(record_, "b", "c-b").note, HasSubstr("no day"));
  EXPECT_THROW(questions::follow_ups(record_, "b", "c-none"), Error);
}

}  // namespace
}  // namespace chancery
