#include "questions/plover.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "document/codes.hpp"
#include "questions/csv.hpp"

namespace chancery::questions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

record::Party party(const std::string& name, const std::string& country, const std::string& side) {
  record::Party p;
  p.name = name;
  p.country = country;
  p.side = side;
  return p;
}

std::vector<std::string> rows(const std::vector<record::Party>& parties, const std::string& root = "CONSULT") {
  record::EncounterLine event;
  event.plover = root;
  event.participants = parties;
  std::vector<std::string> all;
  for (const PloverRow& r : plover_rows(event))
    all.push_back(r.source + " [" + r.source_country + "] " + (r.symmetrical ? "<>" : ">") + " " + r.target + " [" + r.target_country + "]");
  return all;
}

TEST(Plover, PartnersHaveARowEachWay) {
  EXPECT_THAT(rows({party("Ada", "NOR", "both"), party("Omar", "SUR", "both")}), ElementsAre("Ada [NOR] <> Omar [SUR]", "Omar [SUR] <> Ada [NOR]"));
  EXPECT_EQ(rows({party("Ada", "NOR", ""), party("Omar", "SUR", "")}).size(), 2U) << "no sides given: partners";
}

TEST(Plover, ADirectionIsOneRow) {
  EXPECT_THAT(rows({party("Host", "NOR", "target"), party("Guest", "SUR", "source")}), ElementsAre("Guest [SUR] > Host [NOR]"));
}

TEST(Plover, ACountryIsOneActorAndItsDelegationGoesWithIt) {
  EXPECT_THAT(rows({party("Host", "NOR", "target"), party("Guest", "SUR", "source"), party("Aide", "SUR", "both"), party("Clerk", "NOR", "both"), party("Guest", "SUR", "both")}),
              ElementsAre("Guest; Aide [SUR] > Host; Clerk [NOR]"));
}

TEST(Plover, EachPairOfSeveral) {
  const auto all = rows({party("A", "AAA", "both"), party("B", "BBB", "both"), party("The Union", "", "both")});
  EXPECT_EQ(all.size(), 6U);
  EXPECT_THAT(all, testing::Contains("The Union [] <> B [BBB]"));
}

TEST(Plover, AListOfAttendeesIsOneActor) {
  std::vector<record::Party> all = {party("Host", "NOR", "both")};
  for (int i = 0; i < 500; ++i) all.push_back(party("Attendee " + std::to_string(i), "", "both"));
  EXPECT_EQ(rows(all).size(), 2U);
  all.resize(6);
  EXPECT_EQ(rows(all).size(), 30U) << "five of them are told apart";
}

TEST(Plover, WithinOneCountryAndTowardsNobody) {
  EXPECT_THAT(rows({party("A", "AAA", "both"), party("B", "AAA", "both")}), ElementsAre("A; B [AAA] <> A; B [AAA]"));
  EXPECT_THAT(rows({party("A", "AAA", "source"), party("B", "AAA", "target")}), ElementsAre("A [AAA] > B [AAA]"));
  EXPECT_THAT(rows({party("A", "AAA", "source")}), ElementsAre("A [AAA] >  []"));
  EXPECT_THAT(rows({party("A", "AAA", "both")}), ElementsAre("A [AAA] >  []"));
  EXPECT_TRUE(rows({party("A", "AAA", "target")}).empty()) << "nobody does anything";
  EXPECT_TRUE(rows({party("A", "AAA", "source")}, "").empty()) << "no code";
}

TEST(Plover, WhoHasNoSideInACodedEventIsNoActor) {
  EXPECT_THAT(rows({party("A", "AAA", "source"), party("B", "BBB", "target"), party("C", "CCC", "")}), ElementsAre("A [AAA] > B [BBB]"));
}

TEST(Plover, TheLineHasWhatTheHeadSays) {
  record::EncounterLine event;
  event.plover = "REQUEST";
  event.quote = "urged, \"now\"";
  event.at.to = "2024-05-03";
  event.at.time_basis = "published";
  event.document.url = "https://example.org/1";
  event.participants = {party("=A", "AAA", "source"), party("B", "BBB", "target")};
  const std::string line = plover_csv(event, plover_rows(event));
  EXPECT_THAT(line, testing::StartsWith("2024-05-03,'=A,B,REQUEST,,,\"urged, \"\"now\"\"\",https://example.org/1,AAA,BBB,false,"));
  event.quote = "urged";
  const std::string plain = plover_csv(event, plover_rows(event));
  EXPECT_EQ(std::count(plain.begin(), plain.end(), ','), std::count(kPloverHead.begin(), kPloverHead.end(), ','));
}

TEST(Codebook, ExplainsEveryColumnAndRoot) {
  const std::string book = plover_codebook();
  std::istringstream head{std::string(kPloverHead.substr(0, kPloverHead.size() - 2))};
  for (std::string column; std::getline(head, column, ',');) {
    const bool alone = book.find("\n| " + column + " |") != std::string::npos, listed = book.find(column + ", ") != std::string::npos || book.find(", " + column) != std::string::npos;
    EXPECT_TRUE(alone || listed) << column;
  }
  for (const char* root : {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE",
                           "ASSAULT"})
    EXPECT_THAT(book, HasSubstr(std::string("\n| `") + root + "` |")) << root;
}

TEST(Codebook, IsThePageInDocs) {
  std::ifstream file("docs/plover-codebook.md");
  std::stringstream page;
  page << file.rdbuf();
  EXPECT_EQ(page.str(), plover_codebook()) << "write it anew: chancery export --codebook > docs/plover-codebook.md";
}

TEST(Csv, NumbersAreNotMadeHarmless) {
  CsvRow row;
  row << -2.5 << std::optional<double>() << int64_t{-3} << true << 1e12;
  EXPECT_EQ(row.line(), "-2.5,,-3,true,1000000000000\r\n");
}

}  // namespace
}  // namespace chancery::questions
