// What stands on a terminal: progress, ledger lines, hits; their width, and that nothing in them acts on it.
#include "cli/lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "cli/program.hpp"
#include "cli/progress.hpp"
#include "cli/summary.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using writers::columns;

struct Streams {
  std::ostringstream out, error;
};

Screen screen(size_t width, bool bounded = true) {
  Screen s;
  s.width = width;
  s.bounded = bounded;
  return s;
}

record::EncounterLine encounter(const std::string& who, const std::string& basis, const std::string& place) {
  record::EncounterLine e;
  e.id = "n-0123456789";
  e.type = "phone_call";
  e.status = "happened";
  e.at.time_basis = basis;
  if (basis == "published") e.at.to = "2024-05-03";
  else e.at.value = "2024-05-03T10:00";
  e.at.place = place;
  record::Party party;
  party.name = who;
  party.country = "AUT";
  e.participants = {party, party};
  return e;
}

TEST(LedgerLines, FitTheTerminalAndKeepTheId) {
  Streams s;
  for (const size_t width : {60u, 80u, 100u, 140u}) {
    const Console console(s.out, s.error, screen(width));
    for (const auto& line : ledger_lines({encounter(std::string(90, 'x'), "stated", std::string(60, 'y'))}, console)) {
      EXPECT_LE(columns(line), width);
      EXPECT_THAT(line, HasSubstr("n-0123456789"));
      EXPECT_THAT(line, HasSubstr("…"));
    }
  }
}

TEST(LedgerLines, NothingIsCutOnTheWayToAFile) {
  Streams s;
  const Console console(s.out, s.error, screen(80, false));
  const auto lines = ledger_lines({encounter(std::string(90, 'x'), "stated", std::string(30, 'y'))}, console);
  EXPECT_THAT(lines.at(0), HasSubstr(std::string(90, 'x') + " (AUT), " + std::string(90, 'x')));
}

TEST(LedgerLines, WholeNamesThenTheirNumberAndTheWantedFirst) {
  Streams s;
  const Console console(s.out, s.error, screen(70));
  auto e = encounter("Anna Berg", "stated", "");
  e.participants.resize(6, e.participants[0]);
  e.participants[5].name = "Émile Falk";
  const auto lines = ledger_lines({e}, console, "emile falk");
  EXPECT_THAT(lines.at(0), HasSubstr("Émile Falk (AUT) +5"));
  EXPECT_LE(columns(lines.at(0)), 70u);
}

TEST(LedgerLines, AnInferredDayLooksInferred) {
  EXPECT_EQ(day_of(encounter("A", "stated", "").at), " 2024-05-03");
  EXPECT_EQ(day_of(encounter("A", "relative", "").at), "~2024-05-03");
  EXPECT_EQ(day_of(encounter("A", "published", "").at), "≤2024-05-03");
  EXPECT_EQ(day_of({}), "undated");
  EXPECT_EQ(legend({encounter("A", "stated", "")}), "");
  EXPECT_THAT(legend({encounter("A", "published", "")}), HasSubstr("≤ no day given"));
}

TEST(LedgerLines, NamesCannotActOnTheTerminal) {
  Streams s;
  const Console console(s.out, s.error, screen(140));
  const auto lines = ledger_lines({encounter("Eve\x1b[2J\u202E", "stated", "Place\nline\x07")}, console);
  EXPECT_THAT(lines.at(0), Not(HasSubstr("\x1b")));
  EXPECT_THAT(lines.at(0), Not(HasSubstr("\u202E")));
  EXPECT_THAT(lines.at(0), Not(HasSubstr("\n")));
}

TEST(HitLines, MarksAreCodePointsAndColoured) {
  Streams s;
  Console console(s.out, s.error, screen(80));
  console.choose_colour(ColourChoice::always);
  questions::DocumentHit hit;
  hit.document.title = "Łódź talks";
  hit.title_marks = {{5, 10, Part::title}};
  questions::Snippet snippet;
  snippet.text = "… é gas transit";
  snippet.marks = {{4, 7, Part::text}};
  snippet.cut_before = true;
  hit.snippets = {snippet};
  std::string all;
  for (const auto& line : hit_lines(hit, console)) all += line + "\n";
  EXPECT_THAT(all, HasSubstr("Łódź \x1b[31mtalks\x1b[0m"));
  EXPECT_THAT(all, HasSubstr("é \x1b[31mgas\x1b[0m transit"));
}

TEST(ProgressLine, SaysRateTimeLeftAndFailures) {
  using std::chrono::seconds;
  const std::string line = progress_line({5'000'000, 1234, 2}, 10'000'000, "documents", seconds(10), 80, false, true);
  EXPECT_THAT(line, HasSubstr("1,234 documents"));
  EXPECT_THAT(line, HasSubstr("50 %"));
  EXPECT_THAT(line, HasSubstr("123/s"));
  EXPECT_THAT(line, HasSubstr("0:10 left"));
  EXPECT_THAT(line, HasSubstr("2 failed"));
}

TEST(ProgressLine, FitsAnyTerminal) {
  using std::chrono::seconds;
  for (const size_t width : {50u, 80u, 200u}) {
    for (const bool colour : {false, true}) {
      EXPECT_LT(columns(progress_line({999, 123456, 77}, 1000, "documents", seconds(100), width, colour, true)), width + 1);
    }
  }
}

TEST(ProgressLine, WithoutATotalThereIsNoTimeLeft) {
  const std::string line = progress_line({0, 12, 0}, 0, "documents", std::chrono::seconds(70), 80, false, true);
  EXPECT_THAT(line, Not(HasSubstr("left")));
  EXPECT_THAT(line, HasSubstr("1:10"));
}

TEST(Progress, ClockAndGroups) {
  using std::chrono::seconds;
  EXPECT_EQ(clock_time(seconds(6)), "0:06");
  EXPECT_EQ(clock_time(seconds(750)), "12:30");
  EXPECT_EQ(clock_time(seconds(11100)), "3:05:00");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
}

TEST(Summary, LeavesOutWhatIsZero) {
  Streams s;
  const Console console(s.out, s.error, {});
  EXPECT_EQ(summary({{12, "added", Style::green}, {0, "changed", Style::yellow}, {1, "failed", Style::red}}, "nothing", console), "12 added, 1 failed");
  EXPECT_EQ(summary({{0, "added", Style::green}}, "nothing", console), "nothing");
}

TEST(Console, ComplaintsAreMadeSafe) {
  Streams s;
  Console console(s.out, s.error, {});
  console.complain("cannot open \x1b[31mevil\u202E.txt");
  EXPECT_EQ(s.error.str(), "chancery: cannot open ␛[31mevil\uFFFD.txt\n");
}

TEST(Program, HelpGoesOutAndComplaintsGoToError) {
  Streams s;
  Console console(s.out, s.error, {});
  EXPECT_EQ(run_program({"--help"}, console), 0);
  EXPECT_THAT(s.out.str(), HasSubstr("ledger"));
  EXPECT_EQ(s.error.str(), "");
  EXPECT_EQ(run_program({"sarch", "x"}, console), 2);
  EXPECT_THAT(s.error.str(), HasSubstr("did you mean search?"));
}

}  // namespace
}  // namespace chancery::cli
