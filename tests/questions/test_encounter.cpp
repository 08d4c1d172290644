// An encounter with what its accounts tell, and two countries.
#include "questions/encounter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "document/identify.hpp"
#include "questions/json.hpp"
#include "questions/ledger.hpp"
#include "questions/pair.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// One release about two calls, each with its point and its figure, and a visit that the second refers to.
Document two_calls() {
  Document d;
  d.title = "Calls of the President";
  d.text =
      "Ada North called Omar South. They discussed fish, 40 tons of it.\n"
      "Ada North then called Wim West. They discussed timber, 70 tons of it, and his visit to Northtown in May.";
  d.info.id = "calls";
  d.info.published = "2023-03-02";
  d.info.publisher = "North House";
  for (const auto& [name, country] : {std::pair{"Ada North", "NOR"}, {"Omar South", "SUR"}, {"Wim West", "WSM"}}) {
    Entity e;
    e.name = name;
    e.names = {name};
    e.country = country;
    d.entities.push_back(e);
  }
  for (const auto& [words, other, main] : {std::tuple{"called Omar South", 1U, true}, {"called Wim West", 2U, true}, {"his visit to Northtown", 2U, false}}) {
    Event e;
    e.type = main ? EventType::phone_call : EventType::visit;
    e.main = main;
    e.time = {"2023-03-01", parse_day("2023-03-01"), parse_day("2023-03-01"), TimeBasis::stated, sample::span_of(d, "May")};
    e.participants = {{0, Role::party, "", {}}, {other, Role::party, "", {}}};
    e.evidence = {sample::span_of(d, words)};
    d.events.push_back(e);
  }
  d.events[2].part_of = 1;
  d.events[1].initiator = 0;
  for (const auto& [words, topic] : {std::pair{"discussed fish", "fish"}, {"discussed timber", "timber"}, {"visit to Northtown in May", "visit"}}) {
    Point p;
    p.span = sample::span_of(d, words);
    p.topic = sample::span_of(d, topic);
    d.points.push_back(p);
  }
  for (const char* words : {"40 tons", "70 tons"}) {
    Figure f;
    f.span = sample::span_of(d, words);
    f.value = words[0] == '4' ? 40 : 70;
    f.about = {"NOR", "WSM"};
    d.figures.push_back(f);
  }
  identify(d);
  return d;
}

std::vector<std::string> topics(const questions::AccountView& view) {
  std::vector<std::string> all;
  for (const auto& point : view.facts.points) all.push_back(point.topic);
  return all;
}

class Encounters : public testing::Test {
 protected:
  Encounters() : record_(sample::create(folder_ / "a.db")) {
    sample::add_calls(record_, 6);
    const auto run = sample::begin(record_);
    for (const Document& document : {calls_, reception_}) record_.add(document, sample::original_of(document), run);
  }

  questions::AccountView account(const Document& document, size_t event) const {
    auto view = questions::show_encounter(record_, "n-" + document.events[event].id.substr(2));
    EXPECT_EQ(view.accounts.size(), 1U);
    return view.accounts.at(0);
  }

  sample::Folder folder_;
  record::Record record_;
  Document calls_ = two_calls(), reception_ = sample::reception();
};

TEST_F(Encounters, AReleaseAboutOneEncounterTellsAllOfIt) {
  const auto view = account(reception_, 0);
  EXPECT_EQ(view.share, questions::Share::document);
  EXPECT_EQ(view.facts.points.size(), 1U);
  EXPECT_EQ(view.facts.statements.size(), 2U);
  EXPECT_EQ(view.facts.figures.size(), 1U);
  EXPECT_EQ(view.facts.commitments.size(), 1U);
  EXPECT_EQ(view.facts.courtesies.size(), 1U);
  ASSERT_EQ(view.others.size(), 1U);
  EXPECT_EQ(view.others[0].status, "planned");
  EXPECT_EQ(view.line.initiator.value().name, "Jiří Čapek");
  EXPECT_EQ(view.line.duration, "PT1H");
  EXPECT_EQ(view.line.plover, "CONSULT");
  EXPECT_EQ(view.line.participants.at(1).side, "source");
  EXPECT_EQ(view.line.at.time_span.value().begin, 14U) << "code points";
}

TEST_F(Encounters, EachOfSeveralHasItsSection) {
  const auto first = account(calls_, 0), second = account(calls_, 1), visit = account(calls_, 2);
  EXPECT_EQ(first.share, questions::Share::section);
  EXPECT_THAT(topics(first), ElementsAre("fish"));
  EXPECT_EQ(first.facts.figures.at(0).value, 40);
  EXPECT_THAT(topics(second), ElementsAre("timber", "visit"));
  EXPECT_EQ(second.facts.figures.at(0).value, 70);
  EXPECT_EQ(visit.share, questions::Share::evidence);
  EXPECT_THAT(topics(visit), ElementsAre("visit"));
  EXPECT_THAT(visit.facts.figures, IsEmpty());
  EXPECT_EQ(visit.line.part_of, second.line.id);
  EXPECT_EQ(visit.others.size(), 2U);
}

TEST_F(Encounters, TheAnswerAsJson) {
  const auto json = questions::to_json(questions::show_encounter(record_, "n-" + reception_.events[0].id.substr(2)));
  const auto& account = json.at("all_accounts").at(0);
  EXPECT_EQ(account.at("facts_of"), "document");
  EXPECT_EQ(account.at("points").at(0).at("topic").at("words"), "railway");
  EXPECT_FALSE(account.at("points").at(0).contains("document"));
  EXPECT_EQ(account.at("commitments").at(0).at("class"), "promise");
  EXPECT_EQ(account.at("also_told").size(), 1U);
  EXPECT_EQ(account.at("initiator").at("country"), "CZE");
  EXPECT_EQ(account.at("time").at("begin"), 14);
  EXPECT_EQ(account.at("participants").at(0).at("side"), "target");
  EXPECT_EQ(json.at("part_of"), nullptr);
}

TEST_F(Encounters, AnUnknownOneIsAnError) { EXPECT_THROW(questions::show_encounter(record_, "n-nothing"), Error); }

TEST_F(Encounters, TwoCountries) {
  questions::PairQuery query;
  query.a = "WSM";
  query.b = "NOR";
  query.page = {0, 1};
  const auto view = questions::pair(record_, query);
  EXPECT_EQ(view.encounters_total, 2);
  EXPECT_EQ(view.encounters.size(), 1U);
  ASSERT_EQ(view.years.size(), 1U);
  EXPECT_EQ(view.years[0].value, "2023");
  EXPECT_EQ(view.years[0].count, 2);
  EXPECT_EQ(view.types.size(), 2U);
  EXPECT_EQ(view.figures_total, 2);
  query.encounters.main_only = true;
  EXPECT_EQ(questions::pair(record_, query).encounters_total, 1);
  query = {"AZE", "CZE", {}, {0, 20}, parse_day("2021-01-01")};
  EXPECT_EQ(questions::pair(record_, query).commitments_total, 1);
  query.on = parse_day("2022-01-01");
  EXPECT_EQ(questions::pair(record_, query).commitments_total, 0) << "its day is past";
}

TEST_F(Encounters, TheMatrixCountsWhatTheLedgerLists) {
  const auto matrix = questions::matrix(record_, {});
  ASSERT_GE(matrix.countries.size(), 4U);
  EXPECT_EQ(matrix.countries[0].value, "NOR");
  EXPECT_EQ(matrix.countries[0].count, 9);
  ASSERT_EQ(matrix.cells.size(), 3U);
  EXPECT_EQ(matrix.cells[0].encounters, 7);
  for (const auto& cell : matrix.cells) {
    record::EncounterFilters filters;
    filters.country = cell.a;
    filters.with = cell.b;
    EXPECT_EQ(questions::ledger(record_, {filters, {0, 1}}).total, cell.encounters) << cell.a << " " << cell.b;
  }
  record::EncounterFilters early;
  early.to = parse_day("2020-12-31");
  EXPECT_EQ(questions::matrix(record_, {early, 12}).cells.size(), 1U);
  EXPECT_EQ(questions::matrix(record_, {{}, 2}).cells.size(), 1U) << "only pairs of the countries listed";
}

TEST(PairOfCodes, IsTwoDifferentCodes) {
  EXPECT_EQ(questions::pair_of_codes("KAZ-UZB").value().second, "UZB");
  for (const char* text : {"KAZ-KAZ", "kaz-uzb", "KAZUZB", "KAZ-UZBE", "KA-UZB", "", "KAZ-"}) EXPECT_FALSE(questions::pair_of_codes(text)) << text;
}

}  // namespace
}  // namespace chancery
