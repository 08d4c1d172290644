#include "writers/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "sample.hpp"
#include "writers/describe.hpp"
#include "writers/terminal.hpp"

namespace chancery::writers {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(Text, ShowsTheMainEventBeforeTheText) {
  const std::string out = to_text(sample(), {.width = 80});
  const size_t event = out.find("Reception · 2024-06-14 (“today”) · Bratislava, SVK");
  ASSERT_NE(event, std::string::npos) << out;
  EXPECT_LT(event, out.find("“Café”"));
  EXPECT_THAT(out, HasSubstr("host   Zuzana Čaputová, President, SVK"));
  EXPECT_THAT(out, HasSubstr("guest  Anna Nováková"));
}

TEST(Text, KeepsToTheWidthOfTheTerminal) {
  for (const size_t width : {30u, 60u, 80u, 110u, 140u}) {
    for (const auto& line : lines_of(to_text(sample(), {.width = width}))) EXPECT_LE(columns(line), width) << line;
  }
}

TEST(Text, FactsStandBelowOrInTheMargin) {
  const std::string narrow = to_text(sample(), {.width = 80});
  EXPECT_THAT(narrow, HasSubstr("    › figure about 12.5 percent, trade"));
  EXPECT_THAT(to_text(sample(), {.width = 140}), HasSubstr("│ › figure about 12.5 percent, trade"));
}

TEST(Text, EveryWordOfTheTextIsThereOnceInOrder) {
  std::string words;
  for (const auto& line : lines_of(to_text(sample(), {.width = 60}))) {
    if (line.find("›") == std::string::npos) words += line + " ";
  }
  std::istringstream wanted(sample().text);
  size_t at = words.find("“Café”");
  for (std::string word; wanted >> word;) {
    at = words.find(word, at);
    ASSERT_NE(at, std::string::npos) << word;
  }
}

TEST(Text, ColourOnlyWhereAsked) {
  EXPECT_THAT(to_text(sample(), {.width = 80, .colour = false}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(to_text(sample(), {.width = 80, .colour = true}), HasSubstr("\x1b[36mČaputová\x1b[0m"));
}

TEST(Text, AnInferredDayLooksInferred) {
  Document d = sample();
  d.events[0].time = {.value = "", .from = {}, .to = parse_day("2024-06-15"), .basis = TimeBasis::published, .span = {}};
  d.events[0].place.basis = PlaceBasis::assumed;
  const std::string out = to_text(d, {.width = 120});
  EXPECT_THAT(out, HasSubstr("by 2024-06-15 (day of publication; the text gives none)"));
  EXPECT_THAT(out, HasSubstr("Bratislava, SVK (assumed)"));
}

TEST(Text, TurnsNameTheirSpeakerOnce) {
  Document d = sample();
  const auto half = static_cast<uint32_t>(d.text.find('\n'));
  const auto end = static_cast<uint32_t>(d.text.size());
  d.statements.assign(1, {});
  d.statements[0].mode = StatementMode::turn;
  d.statements[0].span = {0, end, Part::text};
  d.statements[0].speakers = {1};
  d.statements[0].addressee = 0;
  d.blocks = {{.span = {0, half, Part::text}}, {.span = {half + 1, end, Part::text}}};
  const std::string out = to_text(d, {.width = 80});
  EXPECT_THAT(out, HasSubstr("▌ Anna Nováková to Zuzana Čaputová\n"));
  EXPECT_EQ(out.find("▌", out.find("▌") + 1), std::string::npos);
}

TEST(Text, NothingOfADocumentActsOnTheTerminal) {
  Document d;
  d.title = "a\x1b[2Jb\u202Ec\u009Bd\x07";
  d.text = "x\x1b]0;owned\x07y \u2066z\u2069 \u200Fw\x7F\r\nlast";
  d.info.publisher = "p\x1b[31m";
  d.entities.resize(1);
  d.entities[0].name = "N\x1b[1m\nM";
  Event event;
  event.main = true;
  event.participants = {{0, Role::party, "", {}}};
  d.events = {event};
  identify(d);
  for (const size_t width : {80u, 140u}) {
    const std::string out = to_text(d, {.width = width});
    for (const char32_t c : code_points(out)) {
      EXPECT_FALSE((c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0x202E || c == 0x2066 || c == 0x2069 || c == 0x200F) << static_cast<uint32_t>(c);
    }
  }
}

TEST(Terminal, ControlCharactersBecomePictures) {
  EXPECT_EQ(safe("a\x1b[1mb\tc\r\nd\re"), "a␛[1mb c\nd␍e");
  EXPECT_EQ(safe_line("a\nb\u2028c"), "a b c");
  EXPECT_EQ(safe("bad\xff"), "bad\uFFFD");
  EXPECT_EQ(safe("עברית и кириллица"), "עברית и кириллица");
}

TEST(Terminal, JsonStaysTheSameValue) {
  EXPECT_EQ(safe_json("{\"a\":\"x\u202Ey\x7F\"}"), "{\"a\":\"x\\u202ey\\u007f\"}");
  EXPECT_EQ(safe_json("\"\U000E0041\""), "\"\\udb40\\udc41\"");
}

TEST(Terminal, WideAndCombiningCharactersAreMeasured) {
  EXPECT_EQ(columns("漢字"), 4u);
  EXPECT_EQ(columns("e\u0301"), 1u);
  EXPECT_EQ(columns("\x1b[31mred\x1b[0m"), 3u);
  EXPECT_EQ(cut("漢字漢字", 5), "漢字…");
  EXPECT_EQ(padded("漢", 4), "漢  ");
  EXPECT_EQ(wrapped("one two  three\n\nfour", 7), (std::vector<std::string>{"one two", "three", "", "four"}));
}

TEST(Describe, ATimeIsNotedUnlessAnotherNoteTellsIt) {
  Document d = sample();
  d.events[0].time.span = {};
  EXPECT_EQ(notes_of(d).front().says, "“today” is 2024-06-14");
}

TEST(Describe, ATimeSaysItsZoneAndADateOfAnotherCalendarTheCalendar) {
  Document d = sample();
  d.events[0].time.span = {};
  d.times[0].value = "2024-06-14T10:00";
  d.times[0].zone = "Europe/Bratislava";
  EXPECT_EQ(notes_of(d).front().says, "“today” is 2024-06-14T10:00, time of Europe/Bratislava");
  d.times[0].value.clear();
  d.times[0].calendar = "islamic";
  EXPECT_EQ(notes_of(d).front().says, "“today” is a date of the Islamic calendar");
}

TEST(Describe, NotesStandInTheOrderOfTheText) {
  const auto notes = notes_of(sample());
  std::vector<std::string> labels;
  for (const auto& note : notes) labels.push_back(note.label);
  EXPECT_EQ(labels, (std::vector<std::string>{"reported", "figure", "ritual", "greetings"}));
  EXPECT_EQ(notes.back().says, "Anna Nováková to Zuzana Čaputová");
}

}  // namespace
}  // namespace chancery::writers
