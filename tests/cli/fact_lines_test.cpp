// Figures, commitments, courtesies and points on a terminal: what they say, their width, that nothing in them acts on it.
#include "cli/fact_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "cli/show_lines.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct Streams {
  std::ostringstream out, error;
};

Screen screen(size_t width) {
  Screen s;
  s.width = width;
  s.bounded = true;
  return s;
}

record::Party party(const std::string& name, const std::string& country) {
  record::Party p;
  p.name = name;
  p.country = country;
  return p;
}

record::CommitmentLine commitment() {
  record::CommitmentLine c;
  c.id = "c-1";
  c.document.id = "d-1";
  c.document.day = "2024-05-03";
  c.document.publisher = "Office A";
  c.by = party("Anna Berg", "AUT");
  c.to = party("Carlo Dini", "ITA");
  c.due = {"2025", "2025-01-01", "2025-12-31", "stated"};
  c.kind = "promise";
  c.strength = "will";
  c.quote = "will build a bridge";
  return c;
}

record::FigureLine figure() {
  record::FigureLine f;
  f.id = "f-1";
  f.document.day = "2024-05-03";
  f.value = 7.5e9;
  f.unit = "USD";
  f.comparison = "more_than";
  f.direction = "up";
  f.indicator = "trade";
  f.about = {"AUT", "ITA"};
  f.speaker = party("Anna Berg", "AUT");
  f.before = "Trade grew to ";
  f.quote = "more than $7.5 billion";
  f.after = " this year, which is what the two ministers had hoped for when they met in the springt";
  return f;
}

TEST(FactLines, ACommitmentIsReadInOneGo) {
  Streams s;
  const Console console(s.out, s.error, screen(100));
  EXPECT_THAT(entry_lines(commitment(), console),
              ElementsAre("2024-05-03  promise, will, due 2025", "            Anna Berg (AUT) to Carlo Dini (ITA): “will build a bridge”", "            c-1 · Office A · d-1"));
  auto late = commitment();
  late.open = false;
  late.state = "overdue";
  late.condition = "if funds allow";
  late.by.reset();
  late.document.day.clear();
  const auto lines = entry_lines(late, console);
  EXPECT_EQ(lines.at(0), "undated     promise, will, was due 2025, on condition: “if funds allow”");
  EXPECT_THAT(lines.at(1), HasSubstr("not said by whom to Carlo Dini"));
  late.parties = {party("Anna Berg", "AUT"), party("Carlo Dini", "ITA")};
  EXPECT_THAT(entry_lines(late, console).at(1), HasSubstr("Anna Berg (AUT), Carlo Dini (ITA) to"));
}

TEST(FactLines, AFigureStandsInItsWords) {
  Streams s;
  const Console console(s.out, s.error, screen(100));
  EXPECT_THAT(entry_lines(figure(), console),
              ElementsAre("2024-05-03  more than 7.5 billion USD, up, trade, AUT and ITA",
                          "            Anna Berg (AUT): Trade grew to more than $7.5 billion this year, which is what the two",
                          "            ministers had hoped for when they met in the …", "            f-1"));
}

TEST(FactLines, ValuesAreEasyToRead) {
  const auto told = [](double value, const std::string& unit = {}) {
    record::FigureLine f;
    f.value = value;
    f.unit = unit;
    return value_of(f);
  };
  EXPECT_EQ(told(12345), "12,345");
  EXPECT_EQ(told(-12345), "-12,345");
  EXPECT_EQ(told(2.5, "percent"), "2.5 percent");
  EXPECT_EQ(told(7e9), "7 billion");
  EXPECT_EQ(told(1.234e6), "1.234 million");
  EXPECT_EQ(told(1234567), "1,234,567");
  EXPECT_EQ(told(0), "0");
  record::FigureLine range;
  range.value = 4;
  range.value_to = 5.5;
  range.comparison = "between";
  EXPECT_EQ(value_of(range), "4 to 5.5");
}

TEST(FactLines, AnInferredTimeLooksInferred) {
  EXPECT_EQ(time_of({"2025-05", "2025-05-01", "2025-05-31", "relative"}), "~2025-05");
  EXPECT_EQ(time_of({"", "", "2025-05-31", "stated"}), "by 2025-05-31");
  EXPECT_EQ(time_of({"", "2025-05-01", "2025-05-31", "stated"}), "2025-05-01 to 2025-05-31");
  EXPECT_EQ(time_of({}), "");
}

TEST(FactLines, FitTheTerminalAndCannotActOnIt) {
  Streams s;
  for (const size_t width : {60u, 80u, 120u}) {
    const Console console(s.out, s.error, screen(width));
    auto c = commitment();
    c.quote = "word\x1b[2J ";
    for (int i = 0; i < 60; ++i) c.quote += "words ";
    auto f = figure();
    f.after = std::string(60, 'x') + "\x07\n evil";
    f.indicator = "trade\x1b[31m";
    std::vector<std::string> all = entry_lines(c, console);
    for (const auto& line : entry_lines(f, console)) all.push_back(line);
    for (const auto& line : all) {
      EXPECT_LE(writers::columns(line), std::max<size_t>(width, 80)) << line;
      EXPECT_THAT(line, Not(HasSubstr("\x1b")));
      EXPECT_THAT(line, Not(HasSubstr("\x07")));
    }
  }
}

TEST(ShowLines, AnEncounterSaysHowItsDayAndPlaceAreKnown) {
  Streams s;
  Console console(s.out, s.error, screen(80));
  questions::EncounterView view;
  view.accounts.emplace_back();
  record::EncounterLine& line = view.accounts[0].line;
  line.id = "n-1";
  line.type = "phone_call";
  line.status = "planned";
  line.at.to = "2024-05-03";
  line.at.time_basis = "published";
  line.at.place = "Baku";
  line.at.place_country = "AZE";
  line.at.place_basis = "assumed";
  line.participants = {party("Anna Berg", "AUT")};
  line.participants[0].role = "host";
  line.initiator = party("Carlo Dini", "ITA");
  view.accounts[0].share = questions::Share::section;
  record::PointLine point;
  point.act = "not_raised";
  point.holders = {party("Anna Berg", "AUT")};
  point.topic = "fish";
  view.accounts[0].facts.points = {point};
  record::CourtesyLine courtesy;
  courtesy.kind = "greetings";
  courtesy.from = party("Anna Berg", "AUT");
  courtesy.via = party("Carlo Dini", "ITA");
  view.accounts[0].facts.courtesies = {courtesy};
  print_view(console, view);
  const std::string out = s.out.str();
  EXPECT_THAT(out, HasSubstr("phone call · n-1\n"));
  EXPECT_THAT(out, HasSubstr("day        by 2024-05-03 (no day given, published then)\n"));
  EXPECT_THAT(out, HasSubstr("place      Baku, AZE (assumed)\n"));
  EXPECT_THAT(out, HasSubstr("status     planned\n"));
  EXPECT_THAT(out, HasSubstr("took part  Anna Berg (AUT) · host\n"));
  EXPECT_THAT(out, HasSubstr("initiative Carlo Dini (ITA)\n"));
  EXPECT_THAT(out, HasSubstr("    Anna Berg (AUT) not raised: “fish”\n"));
  EXPECT_THAT(out, HasSubstr("    greetings from Anna Berg (AUT), through Carlo Dini (ITA):"));
  EXPECT_THAT(out, HasSubstr("several encounters"));
}

TEST(ShowLines, ThatTwoNeverMetIsNotSaid) {
  Streams s;
  Console console(s.out, s.error, screen(80));
  questions::PairView view;
  view.query.a = "KAZ";
  view.query.b = "UZB";
  print_view(console, view);
  EXPECT_EQ(s.out.str(), "KAZ and UZB\nencounters none in this record\n");
}

}  // namespace
}  // namespace chancery::cli
