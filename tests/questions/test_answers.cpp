#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "questions/export.hpp"
#include "questions/json.hpp"
#include "questions/overview.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using testing::HasSubstr;
using testing::Not;

class Answers : public testing::Test {
 protected:
  Answers() : record_(sample::create(folder_ / "a.db")) {
    sample::add_calls(record_, 6);
    record_.add(document_, sample::original_of(document_), sample::begin(record_));
  }

  questions::Ledger ledger(const record::EncounterFilters& filters) {
    return questions::ledger(record_, {filters, {0, 100}});
  }

  std::string exported(questions::Rows rows, questions::Format format, const std::string& words = {}) {
    questions::ExportQuery query;
    query.rows = rows;
    query.format = format;
    query.search.words = words;
    std::string out;
    export_rows(record_, query, [&](std::string_view piece) {
      out += piece;
      return true;
    });
    return out;
  }

  sample::Folder folder_;
  record::Record record_;
  Document document_ = sample::reception();
};

TEST_F(Answers, LedgerHasOneLineAnEncounter) {
  const questions::Ledger all = ledger({});
  EXPECT_EQ(all.total, 8);
  ASSERT_EQ(all.encounters.size(), 8U);
  EXPECT_EQ(all.encounters[0].at.from, "2021-01-06");
  const auto reception = ledger({"capek", {}, {}, {}, {}, true, {}, {}});
  ASSERT_EQ(reception.total, 1);
  const record::EncounterLine& line = reception.encounters[0];
  EXPECT_EQ(line.type, "reception");
  EXPECT_EQ(line.at.time_basis, "relative");
  EXPECT_EQ(line.at.place, "Bakı");
  EXPECT_EQ(line.participants.at(0).name, "Sevda Əliyeva");
  EXPECT_EQ(line.participants.at(0).role, "host");
  EXPECT_EQ(line.participants.at(1).country, "CZE");
  EXPECT_EQ(line.participants.at(1).office, "Minister of Foreign Affairs");
  EXPECT_EQ(line.quote, "received Jiří Čapek");
}

TEST_F(Answers, LedgerFilters) {
  record::EncounterFilters filters;
  filters.country = "NOR";
  filters.with = "SUR";
  EXPECT_EQ(ledger(filters).total, 6);
  filters.with = "CZE";
  EXPECT_EQ(ledger(filters).total, 0);
  filters = {};
  filters.person = "Ada North";
  filters.with = "omar";
  EXPECT_EQ(ledger(filters).total, 6);
  filters.with = "ada";
  EXPECT_EQ(ledger(filters).total, 0) << "nobody meets herself";
  filters = {};
  filters.types = {EventType::phone_call};
  filters.from = parse_day("2021-01-02");
  filters.to = parse_day("2021-01-03");
  EXPECT_EQ(ledger(filters).total, 2);
  filters = {};
  filters.statuses = {Status::planned};
  EXPECT_EQ(ledger(filters).total, 1);
}

TEST_F(Answers, ShowFindsByIdAndItsBeginning) {
  const auto document = questions::show(record_, document_.info.id);
  ASSERT_TRUE(std::holds_alternative<questions::DocumentView>(document));
  EXPECT_EQ(std::get<questions::DocumentView>(document).encounters.size(), 2U);
  const auto part = questions::show(record_, document_.info.id.substr(0, 10));
  EXPECT_TRUE(std::holds_alternative<questions::DocumentView>(part));
  const auto several = questions::show(record_, "call-");
  ASSERT_TRUE(std::holds_alternative<questions::Several>(several));
  EXPECT_EQ(std::get<questions::Several>(several).candidates.size(), 6U);
  EXPECT_THROW(questions::show(record_, "nothing"), Error);
  EXPECT_THROW(questions::show(record_, ""), Error);
}

TEST_F(Answers, ShowFindsEncountersPeopleAndFacts) {
  const auto encounter = questions::show(record_, "n-" + document_.events[0].id.substr(2));
  ASSERT_TRUE(std::holds_alternative<questions::EncounterView>(encounter));
  EXPECT_EQ(std::get<questions::EncounterView>(encounter).accounts.size(), 1U);
  const auto person = questions::show(record_, document_.entities[1].id);
  ASSERT_TRUE(std::holds_alternative<questions::PersonView>(person));
  EXPECT_EQ(std::get<questions::PersonView>(person).person.name, "Jiří Čapek");
  const auto figure = questions::show(record_, document_.info.id + "#" + document_.figures[0].id);
  ASSERT_TRUE(std::holds_alternative<questions::FactView>(figure));
  const auto& fact = std::get<questions::FactView>(figure);
  EXPECT_EQ(fact.exact, "more than 60 per cent");
  EXPECT_THAT(fact.before, testing::EndsWith("“Trade grew by "));
  EXPECT_THAT(fact.after, testing::StartsWith(",” he said"));
}

TEST_F(Answers, PersonPageGathersWhatIsKnown) {
  const auto view = questions::show_person(record_, "ADA north");
  EXPECT_EQ(view.person.documents, 6);
  EXPECT_EQ(view.encounters.size(), 6U);
  EXPECT_EQ(view.statements.size(), 6U);
  ASSERT_EQ(view.offices.size(), 1U);
  EXPECT_EQ(view.offices[0].title, "President");
  EXPECT_EQ(view.offices[0].first_day, "2021-01-01");
  EXPECT_EQ(view.offices[0].last_day, "2021-01-06");
  EXPECT_THROW(questions::show_person(record_, "nobody"), Error);
  EXPECT_EQ(questions::people(record_, "", {0, 10}).people.size(), 4U);
}

TEST_F(Answers, OverviewCounts) {
  record_.failed("x.txt", "unreadable", sample::begin(record_));
  const auto overview = questions::overview(record_, 3);
  EXPECT_EQ(overview.status.documents, 7);
  EXPECT_EQ(overview.status.encounters, 8);
  EXPECT_EQ(overview.status.first_day, "2020-03-02");
  EXPECT_EQ(overview.latest.size(), 3U);
  EXPECT_EQ(overview.failures.size(), 1U);
  EXPECT_EQ(questions::to_json(overview).at("status").at("publishers").size(), 3U);
}

TEST_F(Answers, ExportsRows) {
  const std::string csv = exported(questions::Rows::encounters, questions::Format::csv);
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 9);
  EXPECT_THAT(csv, HasSubstr("Ada North; Omar South,NOR; SUR,party; party"));
  const std::string lines = exported(questions::Rows::statements, questions::Format::jsonl, "trade");
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  EXPECT_EQ(questions::Json::parse(lines.substr(0, lines.find('\n'))).at("mode"), "direct");
  const std::string documents = exported(questions::Rows::documents, questions::Format::csv, "???");
  EXPECT_EQ(std::count(documents.begin(), documents.end(), '\n'), 1) << "only the head";
}

TEST_F(Answers, ExportHasRowsOfEveryKindOfFact) {
  for (const questions::Rows rows : {questions::Rows::figures, questions::Rows::commitments, questions::Rows::courtesies, questions::Rows::points}) {
    const std::string objects = exported(rows, questions::Format::jsonl), table = exported(rows, questions::Format::csv);
    EXPECT_EQ(std::count(objects.begin(), objects.end(), '\n'), 1);
    const size_t head = table.find("\r\n");
    // The words around a figure have commas and lines of their own.
    if (rows == questions::Rows::figures) continue;
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 2) << "head and row";
    const std::string first = table.substr(0, head), second = table.substr(head);
    EXPECT_EQ(std::count(first.begin(), first.end(), ','), std::count(second.begin(), second.end(), ',')) << table;
  }
  EXPECT_THAT(exported(questions::Rows::figures, questions::Format::csv), HasSubstr(",60,65.5,percent,more_than,up,trade,2019,2019-01-01,2019-12-31,stated,AZE; CZE,Jiří Čapek,CZE,if funds allow,"));
  EXPECT_THAT(exported(questions::Rows::commitments, questions::Format::csv), HasSubstr(",promise,agreed,the two sides,,Sevda Əliyeva; Jiří Čapek,AZE; CZE,Sevda Əliyeva,AZE,2021,2021-01-01,2021-12-31,stated,"));
}

TEST_F(Answers, ExportOfCodedEvents) {
  const std::string events = exported(questions::Rows::encounters, questions::Format::plover);
  EXPECT_EQ(std::count(events.begin(), events.end(), '\n'), 2) << events;
  EXPECT_THAT(events, HasSubstr("2020-03-01,Jiří Čapek,Sevda Əliyeva,CONSULT,visit,economic,received Jiří Čapek,https://example.org/news/1,CZE,AZE,false,happened,"));
  EXPECT_THROW(exported(questions::Rows::figures, questions::Format::plover), Error);
}

TEST_F(Answers, ExportStopsWhenTheReaderHasGone) {
  questions::ExportQuery query;
  query.format = questions::Format::jsonl;
  int pieces = 0;
  EXPECT_EQ(export_rows(record_, query, [&](std::string_view) { return ++pieces < 3; }), 3);
}

TEST(CsvCell, MakesFormulaeHarmless) {
  EXPECT_EQ(questions::csv_cell("=1+1"), "'=1+1");
  EXPECT_EQ(questions::csv_cell("@SUM(A1,A2)"), "\"'@SUM(A1,A2)\"");
  EXPECT_EQ(questions::csv_cell("plain"), "plain");
  EXPECT_EQ(questions::csv_cell("say \"no\""), "\"say \"\"no\"\"\"");
  EXPECT_EQ(questions::csv_cell(""), "");
}

TEST_F(Answers, APersonHasCommitmentsAndFigures) {
  const auto view = questions::show_person(record_, "čapek", parse_day("2022-06-01"));
  EXPECT_EQ(view.figures_total, 1);
  EXPECT_EQ(view.figures.at(0).indicator, "trade");
  ASSERT_EQ(view.commitments_total, 1);
  EXPECT_FALSE(view.commitments.at(0).open);
  const auto json = questions::to_json(view);
  EXPECT_EQ(json.at("latest_commitments").at(0).at("open"), false);
  EXPECT_EQ(json.at("offices").at(0).at("forms").size(), 1U);
}

TEST_F(Answers, ListsOfFiguresAndCommitments) {
  questions::FiguresQuery asked;
  asked.filters.indicators = {"nothing"};
  const auto figures = questions::figures(record_, asked);
  EXPECT_EQ(figures.total, 0);
  EXPECT_EQ(figures.indicators.at(0).value, "trade") << "what there is to ask for";
  const auto commitments = questions::commitments(record_, {});
  EXPECT_EQ(commitments.total, 1);
  const auto json = questions::to_json(commitments);
  EXPECT_EQ(json.at("classes").at(0).at("value"), "promise");
  EXPECT_EQ(json.at("commitments").at(0).at("parties").size(), 2U);
  EXPECT_EQ(json.at("commitments").at(0).at("condition"), "if funds allow");
}

TEST_F(Answers, ShowTakesTwoCodesForTwoCountries) {
  const auto pair = questions::show(record_, "NOR-SUR");
  ASSERT_TRUE(std::holds_alternative<questions::PairView>(pair));
  EXPECT_EQ(std::get<questions::PairView>(pair).encounters_total, 6);
}

TEST_F(Answers, DocumentJsonCarriesTheAnalysisItIsGiven) {
  const auto json =
      questions::to_json(questions::show_document(record_, document_.info.id), {{"schema", "chancery/analysis/1"}});
  EXPECT_EQ(json.at("analysis").at("schema"), "chancery/analysis/1");
  EXPECT_EQ(json.at("all_versions").size(), 1U);
}

}  // namespace
}  // namespace chancery
