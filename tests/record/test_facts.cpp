// The questions about figures, commitments, courtesies and points: what each filter lets through, and the lines.
#include "record/query_facts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/identify.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr record::Page kAll{0, 100};

/// A promise of aid to a country named nowhere in it, made at a meeting with its president.
Document promise() {
  Document d;
  d.title = "Visit to Westland";
  d.text = "President Ada North met President Wim West. Ada North will send two ferries by the end of May.";
  d.info.id = "promise";
  d.info.published = "2023-03-02";
  d.info.publisher = "North House";
  for (const auto& [name, country] : {std::pair{"Ada North", "NOR"}, {"Wim West", "WSM"}}) {
    Entity e;
    e.name = name;
    e.names = {name};
    e.country = country;
    d.entities.push_back(e);
  }
  Event e;
  e.main = true;
  e.participants = {{0, Role::guest, "", {}}, {1, Role::host, "", {}}};
  e.evidence = {sample::span_of(d, "met")};
  d.events = {e};
  Commitment c;
  c.span = sample::span_of(d, "will send two ferries by the end of May");
  c.by = 0;
  c.due = {"2023-05-31", parse_day("2023-05-31"), parse_day("2023-05-31"), TimeBasis::relative, {}};
  d.commitments = {c};
  Figure f;
  f.span = sample::span_of(d, "two");
  f.value = 2;
  f.unit = "ferries";
  f.indicator = "Ferry trade";
  f.about = {"NOR"};
  d.figures = {f};
  identify(d);
  return d;
}

class FactQueries : public testing::Test {
 protected:
  FactQueries() : record_(sample::create(folder_ / "a.db")) {
    const auto run = sample::begin(record_);
    for (const Document& document : {sample::reception(), promise()}) record_.add(document, sample::original_of(document), run);
  }

  std::vector<std::string> quotes(const record::CommitmentFilters& filters) const {
    std::vector<std::string> all;
    for (const auto& line : find_commitments(record_, filters, kAll)) all.push_back(line.quote);
    EXPECT_EQ(static_cast<size_t>(count_commitments(record_, filters)), all.size());
    return all;
  }

  std::vector<double> values(const record::FigureFilters& filters) const {
    std::vector<double> all;
    for (const auto& line : find_figures(record_, filters, kAll)) all.push_back(line.value);
    EXPECT_EQ(static_cast<size_t>(count_figures(record_, filters)), all.size());
    return all;
  }

  static constexpr const char* kFerries = "will send two ferries by the end of May";
  static constexpr const char* kGrowth = "will grow";

  sample::Folder folder_;
  record::Record record_;
};

TEST_F(FactQueries, AFigureTellsAllThatIsKnown) {
  record::FigureFilters filters;
  filters.country = "CZE";
  const auto lines = find_figures(record_, filters, kAll);
  ASSERT_EQ(lines.size(), 1U);
  const record::FigureLine& line = lines[0];
  EXPECT_EQ(line.value, 60);
  EXPECT_EQ(line.value_to, 65.5);
  EXPECT_EQ(line.unit, "percent");
  EXPECT_EQ(line.comparison, "more_than");
  EXPECT_EQ(line.direction, "up");
  EXPECT_EQ(line.indicator, "trade");
  EXPECT_EQ(line.time.from, "2019-01-01");
  EXPECT_EQ(line.time.basis, "stated");
  EXPECT_THAT(line.about, ElementsAre("AZE", "CZE"));
  EXPECT_EQ(line.speaker.value().name, "Jiří Čapek");
  EXPECT_EQ(line.hedge, "if funds allow");
  EXPECT_EQ(line.quote, "more than 60 per cent");
  EXPECT_THAT(line.before, testing::EndsWith("“Trade grew by "));
  EXPECT_THAT(line.after, testing::StartsWith(",” he said"));
  EXPECT_EQ(line.document.publisher, "The Presidency");
}

TEST_F(FactQueries, FiguresByEachFilter) {
  EXPECT_THAT(values({}), ElementsAre(2, 60)) << "latest publication first";
  record::FigureFilters filters;
  filters.indicators = {"TRADE"};
  EXPECT_THAT(values(filters), ElementsAre(2, 60));
  filters.indicators = {"ferr trade", "nothing"};
  EXPECT_THAT(values(filters), ElementsAre(2));
  filters = {};
  filters.units = {"Percent"};
  EXPECT_THAT(values(filters), ElementsAre(60));
  filters = {};
  filters.person = "capek";
  EXPECT_THAT(values(filters), ElementsAre(60));
  filters = {};
  filters.country = "AZE";
  filters.with = "CZE";
  EXPECT_THAT(values(filters), ElementsAre(60));
  filters.with = "NOR";
  EXPECT_THAT(values(filters), IsEmpty());
  filters = {};
  filters.publishers = {"North House"};
  filters.from = parse_day("2023-01-01");
  EXPECT_THAT(values(filters), ElementsAre(2));
  filters.to = parse_day("2023-01-31");
  EXPECT_THAT(values(filters), IsEmpty());
}

TEST_F(FactQueries, IndicatorsAreCountedWithoutTheirOwnFilter) {
  record::FigureFilters filters;
  filters.indicators = {"ferry"};
  const auto indicators = figure_indicators(record_, filters, 10);
  ASSERT_EQ(indicators.size(), 2U);
  EXPECT_EQ(indicators[0].value, "Ferry trade");
  EXPECT_EQ(indicators[1].value, "trade");
  EXPECT_EQ(indicators[1].count, 1);
  EXPECT_EQ(figure_units(record_, filters, 10).at(0).value, "ferries");
}

TEST_F(FactQueries, ACommitmentTellsAllThatIsKnown) {
  record::CommitmentFilters filters;
  filters.country = "CZE";
  filters.on = parse_day("2021-12-31");
  const auto lines = find_commitments(record_, filters, kAll);
  ASSERT_EQ(lines.size(), 1U);
  const record::CommitmentLine& line = lines[0];
  EXPECT_EQ(line.by.value().name, "the two sides");
  EXPECT_EQ(line.to.value().name, "Sevda Əliyeva");
  ASSERT_EQ(line.parties.size(), 2U);
  EXPECT_EQ(line.parties[1].name, "Jiří Čapek");
  EXPECT_EQ(line.due.to, "2021-12-31");
  EXPECT_EQ(line.strength, "agreed");
  EXPECT_EQ(line.kind, "promise");
  EXPECT_EQ(line.condition, "if funds allow");
  EXPECT_TRUE(line.open) << "its last day counts";
  filters.on = parse_day("2022-01-01");
  EXPECT_FALSE(find_commitments(record_, filters, kAll).at(0).open);
}

TEST_F(FactQueries, CommitmentsByWhoMakesThemAndWhoIsThere) {
  EXPECT_THAT(quotes({}), ElementsAre(kFerries, kGrowth));
  record::CommitmentFilters filters;
  filters.by = "capek";
  EXPECT_THAT(quotes(filters), ElementsAre(kGrowth)) << "one of the two sides";
  filters.by = "WSM";
  EXPECT_THAT(quotes(filters), IsEmpty());
  filters = {};
  filters.country = "WSM";
  EXPECT_THAT(quotes(filters), IsEmpty()) << "it makes none and none names it";
  filters.with = "NOR";
  EXPECT_THAT(quotes(filters), ElementsAre(kFerries)) << "but it was there";
  std::swap(filters.country, filters.with);
  EXPECT_THAT(quotes(filters), ElementsAre(kFerries));
  filters = {};
  filters.with = "wim west";
  EXPECT_THAT(quotes(filters), ElementsAre(kFerries));
  filters = {};
  filters.person = "North";
  filters.with = "CZE";
  EXPECT_THAT(quotes(filters), IsEmpty());
}

TEST_F(FactQueries, CommitmentsByTheirDueDayAndWords) {
  record::CommitmentFilters filters;
  filters.on = parse_day("2023-06-01");
  filters.state = record::DueState::overdue;
  EXPECT_THAT(quotes(filters), ElementsAre(kFerries, kGrowth));
  filters.on = parse_day("2023-05-31");
  EXPECT_THAT(quotes(filters), ElementsAre(kGrowth));
  filters.state = record::DueState::open;
  EXPECT_THAT(quotes(filters), ElementsAre(kFerries));
  filters.state = record::DueState::due;
  EXPECT_THAT(quotes(filters), ElementsAre(kFerries)) << "today is within the days in which it comes";
  filters.on = parse_day("2023-04-30");
  EXPECT_THAT(quotes(filters), IsEmpty()) << "31 days before";
  filters = {};
  filters.due_from = parse_day("2021-06-01");
  filters.due_to = parse_day("2022-12-31");
  EXPECT_THAT(quotes(filters), ElementsAre(kGrowth)) << "part of its time lies there";
  filters = {};
  filters.words = "FERR send";
  EXPECT_THAT(quotes(filters), ElementsAre(kFerries));
  filters.words = "end erries";
  EXPECT_THAT(quotes(filters), IsEmpty()) << "words begin where words begin";
  filters = {};
  filters.classes = {CommitmentClass::promise};
  EXPECT_THAT(quotes(filters), ElementsAre(kGrowth));
  filters = {};
  filters.strengths = {Strength::will};
  EXPECT_THAT(quotes(filters), ElementsAre(kFerries));
}

TEST_F(FactQueries, APageIsAPartOfTheWhole) {
  EXPECT_EQ(find_commitments(record_, {}, {1, 1}).at(0).quote, kGrowth);
  EXPECT_THAT(find_figures(record_, {}, {2, 1}), IsEmpty());
}

TEST_F(FactQueries, CourtesiesAndPointsByWhoHasToDoWithThem) {
  const auto courtesies = [&](const record::CourtesyFilters& filters) {
    std::vector<std::string> all;
    each_courtesy(record_, filters, [&](const record::CourtesyLine& line) {
      all.push_back(line.kind + " " + line.from.value().name + " " + line.to.value().name + " " + line.via.value().name);
      return true;
    });
    return all;
  };
  EXPECT_THAT(courtesies({}), ElementsAre("greetings Sevda Əliyeva Jiří Čapek the two sides"));
  record::CourtesyFilters greeted;
  greeted.country = "AZE";
  greeted.with = "CZE";
  EXPECT_EQ(courtesies(greeted).size(), 1U);
  greeted.kinds = {CourtesyKind::gift};
  EXPECT_THAT(courtesies(greeted), IsEmpty());
  const auto points = [&](const record::PointFilters& filters) {
    std::vector<record::PointLine> all;
    each_point(record_, filters, [&](const record::PointLine& line) {
      all.push_back(line);
      return true;
    });
    return all;
  };
  record::PointFilters discussed;
  discussed.acts = {PointAct::discussed};
  discussed.person = "capek";
  const auto found = points(discussed);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].topic, "railway");
  EXPECT_EQ(found[0].topic_label, "transport");
  EXPECT_EQ(found[0].condition, "if funds allow");
  EXPECT_EQ(found[0].holders.size(), 2U);
  discussed.with = "NOR";
  EXPECT_THAT(points(discussed), IsEmpty());
}

TEST_F(FactQueries, WhatAPersonRejectedIsNotListed) {
  const auto line = find_commitments(record_, {}, kAll).at(0);
  record::Correction reject;
  reject.document = line.document.id;
  reject.fact = line.id;
  reject.action = "reject";
  reject.who = "a tester";
  record_.correct(reject);
  EXPECT_THAT(quotes({}), ElementsAre(kGrowth));
}

TEST_F(FactQueries, OfficesMergeTheirForms) {
  const auto run = sample::begin(record_);
  int day = 1;
  for (const char* title : {"President of Norland", "Norland President", "PRESIDENT", "President of Norland", "Prime Minister"}) {
    Document d;
    d.text = std::string("Ada Nord, ") + title + " of Norland.";
    d.info.id = "office-" + std::to_string(day);
    d.info.published = "2022-01-0" + std::to_string(day++);
    Entity country;
    country.type = MentionType::country;
    country.name = "Norland";
    country.names = {"Norland"};
    country.country = "NRL";
    Entity person;
    person.name = "Ada Nord";
    person.names = {"Ada Nord"};
    person.offices = {{title, std::string(title) == "PRESIDENT" ? "" : "NRL", ""}};
    d.entities = {country, person};
    identify(d);
    record_.add(d, sample::original_of(d), run);
  }
  const auto offices = offices_of(record_, "ada nord");
  ASSERT_EQ(offices.size(), 2U);
  EXPECT_EQ(offices[0].title, "President of Norland");
  EXPECT_EQ(offices[0].country, "NRL");
  EXPECT_EQ(offices[0].first_day, "2022-01-01");
  EXPECT_EQ(offices[0].last_day, "2022-01-04");
  EXPECT_EQ(offices[0].documents, 4);
  EXPECT_EQ(offices[0].forms.size(), 3U);
  EXPECT_EQ(offices[1].title, "Prime Minister");
}

}  // namespace
}  // namespace chancery
