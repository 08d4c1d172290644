#include "writers/statements.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "sample.hpp"
#include "writers/terminal.hpp"

namespace chancery::writers {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A turn that holds a quotation, then a report in two pieces that is negated and said to someone.
Document talk() {
  Document d;
  d.title = "Minister Ola Brandt on the ferries";
  d.info.publisher = "Ministry of Transport";
  d.text =
      "MINISTER BRANDT: Good morning.\n\nMr Lund told me: \"The ferries are late.\" We will see.\n\n"
      "The new port, Lund did not confirm to Brandt, will open in May.";
  const auto block = [&](std::string_view words) { d.blocks.push_back({.span = where(d.text, words)}); };
  block("MINISTER BRANDT: Good morning.");
  block("Mr Lund told me: \"The ferries are late.\" We will see.");
  block("The new port, Lund did not confirm to Brandt, will open in May.");
  d.entities.resize(3);
  d.entities[0].name = "Ola Brandt";
  d.entities[0].names = {"Ola Brandt", "MINISTER BRANDT"};
  d.entities[1].name = "Kári Lund";
  d.entities[2].name = "the two ministers";
  d.entities[2].members = {0, 1};

  Statement turn = at<Statement>({where(d.text, "Good morning").begin, where(d.text, "We will see.").end, Part::text});
  turn.mode = StatementMode::turn;
  turn.speakers = {0};
  Statement quoted = at<Statement>(where(d.text, "The ferries are late."));
  quoted.mode = StatementMode::direct;
  quoted.speakers = {1};
  quoted.cue = where(d.text, "told");
  quoted.parent = 0;
  quoted.reported_by = 0;
  quoted.topics = {"transport"};
  Statement denied = at<Statement>({where(d.text, "The new port").begin, where(d.text, "in May").end, Part::text});
  denied.pieces = {where(d.text, "The new port"), where(d.text, "will open in May")};
  denied.speakers = {1};
  denied.cue = where(d.text, "confirm");
  denied.addressee = 0;
  denied.negated = true;
  denied.topics = {"arms_control"};
  d.statements = {turn, quoted, denied};
  identify(d);
  return d;
}

std::string shown(const StatementFilter& filter, size_t width = 80) { return to_statements(talk(), filter, {.width = width}); }

TEST(Statements, StandInTheOrderOfTheTextWithSpeakerCueAndWords) {
  const std::string out = shown({});
  const size_t turn = out.find("\nOla Brandt\n  Good morning.\n\n  Mr Lund told me:");
  const size_t quoted = out.find("\n    Kári Lund “told” · quoted · in Ola Brandt’s account · on transport\n      “The ferries are late.”\n");
  const size_t denied = out.find("\nKári Lund “confirm” · denied or negated · to Ola Brandt · reported · on arms\ncontrol\n  The new port … will open in May\n");
  ASSERT_NE(turn, std::string::npos) << out;
  ASSERT_NE(quoted, std::string::npos) << out;
  ASSERT_NE(denied, std::string::npos) << out;
  EXPECT_LT(turn, quoted);
  EXPECT_LT(quoted, denied);
}

TEST(Statements, TheHeadCountsThemAndSaysWhoseAccountItIs) {
  EXPECT_THAT(shown({}), HasSubstr("3 statements · Ministry of Transport’s account\nKári Lund 2 · Ola Brandt 1\n"));
}

TEST(Statements, ASpeakerIsFoundByAnyWordsOfTheNameWithoutAccents) {
  const std::string out = shown({.speakers = {"kari"}, .topics = {}});
  EXPECT_THAT(out, HasSubstr("2 statements"));
  EXPECT_THAT(out, Not(HasSubstr("Good morning")));
  EXPECT_THAT(out, HasSubstr("\nKári Lund “told” · quoted · in Ola Brandt’s account · within the words of\nOla Brandt")) << "its parent is not shown";
  EXPECT_THAT(shown({.speakers = {"minister brandt"}, .topics = {}}), HasSubstr("1 statement "));
  EXPECT_EQ(shown({.speakers = {"lund brandt"}, .topics = {}}), "");
  EXPECT_EQ(shown({.speakers = {""}, .topics = {}}), "") << "no name is nobody's";
}

TEST(Statements, WhatAGroupSaysIsSaidByItsMembers) {
  Document d = talk();
  d.statements[0].speakers = {2};
  EXPECT_TRUE(passes(d, d.statements[0], {.speakers = {"lund"}, .topics = {}}));
}

TEST(Statements, SpeakersAreAlternativesAndTheTopicMustHoldToo) {
  EXPECT_THAT(shown({.speakers = {"lund", "brandt"}, .topics = {}}), HasSubstr("3 statements"));
  EXPECT_THAT(shown({.speakers = {"lund"}, .topics = {"Transport"}}), HasSubstr("1 statement "));
  EXPECT_EQ(shown({.speakers = {"brandt"}, .topics = {"transport"}}), "");
}

TEST(Statements, ADocumentWithoutAnySaysSoUnlessOneLooksForSomeone) {
  Document d;
  d.title = "Silence";
  EXPECT_THAT(to_statements(d, {}, {}), HasSubstr("No statements.\n"));
  EXPECT_EQ(to_statements(d, {.speakers = {"anyone"}, .topics = {}}, {}), "");
}

TEST(Statements, KeepToTheWidthOfTheTerminal) {
  for (const size_t width : {30u, 60u, 80u, 200u}) {
    std::istringstream lines(shown({}, width));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(columns(line), std::min<size_t>(width, 76)) << line;
  }
}

TEST(Statements, NothingOfADocumentActsOnTheTerminal) {
  Document d = talk();
  d.text.replace(d.text.find("ferries"), 7, "\x1b[2Jxyz");
  d.entities[1].name = "L\x1b[1m\nund";
  d.statements[1].topics = {"\x1b[31m"};
  EXPECT_THAT(to_statements(d, {}, {}), Not(HasSubstr("\x1b")));
}

TEST(Statements, AChainOfParentsThatEndsNowhereIsFollowedOnlySoFar) {
  Document d = talk();
  d.statements[0].parent = 1;
  EXPECT_THAT(to_statements(d, {}, {}), HasSubstr("3 statements"));
}

}  // namespace
}  // namespace chancery::writers
