#include "server/api/queries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/problem.hpp"
#include "server/target.hpp"

namespace chancery::server::api {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Request asking(const std::string& target) {
  Request request;
  request.method = "GET";
  request.target = parse_target(target);
  return request;
}

Problem problem_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const ProblemError& error) {
    return error.problem;
  }
  return {200, "", "", "", ""};
}

TEST(Queries, ReadsASearch) {
  const auto query = search_query(asking(
      "/s?q=%22non-aligned+movement%22&speaker=Lavrov&speaker=Aliyev&topic=energy&about=AZE&country=AZE&country=RUS&publisher=A%26B&kind=readout"
      "&kind=letter&year=2017&year=2018&from=2017-01-01&to=2018-12-31&scope=statements&typing=true&page=3&limit=50"));
  EXPECT_EQ(query.words, "\"non-aligned movement\"");
  EXPECT_THAT(query.filters.speakers, ElementsAre("Lavrov", "Aliyev"));
  EXPECT_THAT(query.filters.topics, ElementsAre("energy"));
  EXPECT_THAT(query.filters.about, ElementsAre("AZE"));
  EXPECT_THAT(query.filters.countries, ElementsAre("AZE", "RUS"));
  EXPECT_THAT(query.filters.publishers, ElementsAre("A&B"));
  EXPECT_THAT(query.filters.kinds, ElementsAre("readout", "letter"));
  EXPECT_THAT(query.filters.years, ElementsAre("2017", "2018"));
  EXPECT_EQ(iso(query.filters.from.value()), "2017-01-01");
  EXPECT_EQ(iso(query.filters.to.value()), "2018-12-31");
  EXPECT_TRUE(query.statements);
  EXPECT_TRUE(query.typing);
  EXPECT_EQ(query.page.offset, 100U);
  EXPECT_EQ(query.page.limit, 50U);
}

TEST(Queries, HasDefaultsAndTakesEmptyFieldsForNone) {
  const auto query = search_query(asking("/s?q=&from=&kind=&page="));
  EXPECT_EQ(query.words, "");
  EXPECT_FALSE(query.filters.from);
  EXPECT_TRUE(query.filters.kinds.empty());
  EXPECT_FALSE(query.statements);
  EXPECT_EQ(query.page.offset, 0U);
  EXPECT_EQ(query.page.limit, 20U);
  EXPECT_TRUE(ledger_query(asking("/e")).filters.main_only);
}

TEST(Queries, ReadsTheLedger) {
  const auto query = ledger_query(asking("/e?person=Aliyev&country=AZE&with=RUS&type=phone_call&type=visit&status=planned&told=all&from=2017-11-19"));
  EXPECT_EQ(query.filters.person, "Aliyev");
  EXPECT_EQ(query.filters.country, "AZE");
  EXPECT_EQ(query.filters.with, "RUS");
  EXPECT_THAT(query.filters.types, ElementsAre(EventType::phone_call, EventType::visit));
  EXPECT_THAT(query.filters.statuses, ElementsAre(Status::planned));
  EXPECT_FALSE(query.filters.main_only);
}

TEST(Queries, ReadsAnExport) {
  const auto statements = export_query(asking("/x?what=statements&format=jsonl&q=gas")).value();
  EXPECT_EQ(statements.rows, questions::Rows::statements);
  EXPECT_EQ(statements.format, questions::Format::jsonl);
  EXPECT_EQ(statements.search.words, "gas");
  EXPECT_TRUE(statements.search.statements);
  const auto encounters = export_query(asking("/x?what=encounters&person=Aliyev")).value();
  EXPECT_EQ(encounters.rows, questions::Rows::encounters);
  EXPECT_EQ(encounters.format, questions::Format::csv);
  EXPECT_EQ(encounters.encounters.person, "Aliyev");
}

TEST(Queries, ReadsFiguresAndCommitments) {
  const auto figures = figures_query(asking("/f?indicator=trade&indicator=gas&unit=USD&speaker=Aliyev&country=AZE&with=RUS&publisher=A&from=2017-01-01&page=2&limit=5"));
  EXPECT_THAT(figures.filters.indicators, ElementsAre("trade", "gas"));
  EXPECT_THAT(figures.filters.units, ElementsAre("USD"));
  EXPECT_EQ(figures.filters.person, "Aliyev");
  EXPECT_EQ(figures.filters.with, "RUS");
  EXPECT_EQ(figures.page.offset, 5U);
  const auto commitments = commitments_query(asking("/c?q=gas&by=RUS&class=promise&class=plan&strength=will&due_from=2020-01-01&due_to=2020-12-31&state=due&on=2021-05-06&person=Orlov"));
  EXPECT_EQ(commitments.filters.words, "gas");
  EXPECT_EQ(commitments.filters.by, "RUS");
  EXPECT_THAT(commitments.filters.classes, ElementsAre(CommitmentClass::promise, CommitmentClass::plan));
  EXPECT_EQ(commitments.filters.state, record::DueState::due);
  EXPECT_EQ(iso(commitments.filters.on.value()), "2021-05-06");
  EXPECT_EQ(iso(commitments.filters.due_to.value()), "2020-12-31");
  EXPECT_TRUE(commitments_query(asking("/c")).filters.on) << "today";
}

TEST(Queries, ReadsPairsAndTheMatrix) {
  const auto pair = pair_query(asking("/p?type=visit&told=all&on=2021-05-06&page=3"), "KAZ", "UZB");
  EXPECT_EQ(pair.a, "KAZ");
  EXPECT_EQ(pair.page.offset, 40U);
  EXPECT_FALSE(pair.encounters.main_only);
  EXPECT_EQ(problem_of([] { pair_query(asking("/p"), "KAZ", "kaz"); }).status, 404);
  EXPECT_EQ(matrix_query(asking("/m")).countries, 12U);
  EXPECT_EQ(matrix_query(asking("/m?limit=50&from=2020-01-01")).countries, 50U);
  EXPECT_EQ(problem_of([] { matrix_query(asking("/m?limit=1")); }).parameter, "limit");
  EXPECT_EQ(problem_of([] { matrix_query(asking("/m?country=KAZ")); }).parameter, "country");
}

TEST(Queries, ReadsAnExportOfFacts) {
  const auto commitments = export_query(asking("/x?what=commitments&by=RUS&q=gas&format=jsonl")).value();
  EXPECT_EQ(commitments.rows, questions::Rows::commitments);
  EXPECT_EQ(commitments.commitments.by, "RUS");
  EXPECT_EQ(export_query(asking("/x?what=figures&indicator=trade")).value().figures.indicators.at(0), "trade");
  EXPECT_THAT(export_query(asking("/x?what=courtesies&courtesy=gift&person=Orlov")).value().courtesies.kinds, ElementsAre(CourtesyKind::gift));
  EXPECT_THAT(export_query(asking("/x?what=points&act=urged&country=RUS")).value().points.acts, ElementsAre(PointAct::urged));
  EXPECT_EQ(export_query(asking("/x?what=encounters&format=plover")).value().format, questions::Format::plover);
  EXPECT_EQ(problem_of([] { export_query(asking("/x?what=figures&format=plover")); }).parameter, "format");
  EXPECT_EQ(problem_of([] { export_query(asking("/x?what=figures&by=RUS")); }).parameter, "by");
  EXPECT_EQ(problem_of([] { export_query(asking("/x?what=points&act=sang")); }).parameter, "act");
  EXPECT_EQ(problem_of([] { commitments_query(asking("/c?due_from=2021-01-01&due_to=2020-01-01")); }).parameter, "due_from");
}

TEST(Queries, NamesTheParameterThatIsWrong) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"/s?speeker=x", "speeker"}, {"/s?kind=reedout", "kind"}, {"/s?year=17x", "year"}, {"/s?year=0", "year"}, {"/s?country=az", "country"},
      {"/s?country=AZ1", "country"}, {"/s?from=2017-02-31", "from"}, {"/s?from=yesterday", "from"}, {"/s?to=2017-11", "to"},
      {"/s?to=2017-11-19T10:00", "to"}, {"/s?from=2018-01-01&to=2017-01-01", "from"}, {"/s?page=0", "page"}, {"/s?page=-1", "page"},
      {"/s?page=1.5", "page"}, {"/s?page=99999999999999999999999", "page"}, {"/s?limit=101", "limit"}, {"/s?limit=x", "limit"},
      {"/s?scope=everything", "scope"}, {"/s?typing=yes", "typing"}, {"/s?q=a&q=b", "q"}, {"/s?page=1&page=2", "page"},
      {"/s?q=" + std::string(1001, 'x'), "q"}, {"/s?person=Aliyev", "person"}, {"/s?=x", ""}};
  for (const auto& [target, name] : cases) {
    const Request request = asking(target);
    const Problem problem = problem_of([&] { search_query(request); });
    EXPECT_EQ(problem.status, 400) << target;
    EXPECT_EQ(problem.parameter, name) << target;
    EXPECT_THAT(problem.detail, HasSubstr("\"" + name + "\"")) << target;
  }
  EXPECT_THAT(problem_of([] { search_query(asking("/s?kind=reedout")); }).detail, HasSubstr("readout, briefing"));
  EXPECT_THAT(problem_of([] { search_query(asking("/s?speeker=x")); }).next, HasSubstr("speaker, topic, about"));
}

TEST(Queries, NamesWhatIsWrongInTheLedgerAndTheExport) {
  EXPECT_EQ(problem_of([] { ledger_query(asking("/e?q=gas")); }).parameter, "q");
  EXPECT_EQ(problem_of([] { ledger_query(asking("/e?country=AZE&country=RUS")); }).parameter, "country");
  EXPECT_EQ(problem_of([] { ledger_query(asking("/e?type=chat")); }).parameter, "type");
  EXPECT_EQ(problem_of([] { export_query(asking("/x?format=csv")); }).parameter, "what");
  EXPECT_EQ(problem_of([] { export_query(asking("/x?what=people")); }).parameter, "what");
  EXPECT_EQ(problem_of([] { export_query(asking("/x?what=documents&format=xml")); }).parameter, "format");
  EXPECT_EQ(problem_of([] { export_query(asking("/x?what=encounters&q=gas")); }).parameter, "q");
  EXPECT_EQ(problem_of([] { export_query(asking("/x?what=documents&page=2")); }).parameter, "page");
}

TEST(Queries, BoundsHowManyValuesAreGiven) {
  std::string target = "/s?speaker=x";
  for (int i = 0; i < 49; ++i) target += "&speaker=x";
  EXPECT_EQ(search_query(asking(target)).filters.speakers.size(), 50U);
  EXPECT_EQ(problem_of([&] { search_query(asking(target + "&speaker=x")); }).parameter, "speaker");
}

}  // namespace
}  // namespace chancery::server::api
