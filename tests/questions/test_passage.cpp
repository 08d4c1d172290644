// Which part of a document is an account of one of its encounters.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "questions/compare/passage.hpp"

namespace chancery {
namespace {

using questions::compare::passage_of;
using testing::ElementsAre;
using testing::Optional;

constexpr Index kAda = 0, kOmar = 1;

/// A sentence ends at a full stop, a paragraph at a new line, a word at a space.
Document text(const std::string& words) {
  Document d;
  d.title = "Title";
  d.text = words;
  d.info.country = "NOR";
  uint32_t begin = 0;
  const auto size = static_cast<uint32_t>(words.size());
  Block block;
  Sentence sentence;
  for (uint32_t at = 0; at < size; ++at) {
    if (words[at] == ' ' || words[at] == '\n') {
      begin = at + 1;
      continue;
    }
    if (at + 1 < size && words[at + 1] != ' ' && words[at + 1] != '\n') continue;
    Token token;
    token.span = {begin, at + 1};
    token.sentence = static_cast<Index>(d.sentences.size());
    d.tokens.push_back(token);
    if (words[at] != '.') continue;
    sentence.last = static_cast<Index>(d.tokens.size());
    sentence.span = joined(d.tokens[sentence.first].span, token.span);
    d.sentences.push_back(sentence);
    sentence.first = sentence.last;
    if (at + 1 < size && words[at + 1] == ' ') continue;
    block.last = static_cast<Index>(d.sentences.size());
    d.blocks.push_back(block);
    block.first = block.last;
  }
  for (const auto& [name, country] : {std::pair{"Ada North", "NOR"}, {"Omar South", "SUR"}}) {
    Entity e;
    e.name = name;
    e.country = country;
    d.entities.push_back(e);
  }
  return d;
}

Span span_of(const Document& d, const std::string& words) {
  const auto at = d.text.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

void add_event(Document& d, const std::string& id, const std::string& words, bool main, EventType type = EventType::phone_call) {
  Event e;
  e.id = id;
  e.type = type;
  e.main = main;
  e.participants = {{kAda, Role::party, "", {}}, {kOmar, Role::party, "", {}}};
  e.evidence = {span_of(d, words)};
  d.events.push_back(e);
}

void add_mention(Document& d, const std::string& words, Index entity) {
  Mention m;
  m.span = span_of(d, words);
  m.entity = entity;
  d.mentions.push_back(m);
}

std::vector<std::string> told(const Document& d, const std::string& event) {
  std::vector<std::string> out;
  for (const Span& span : passage_of(d, event).value_or(std::vector<Span>{})) {
    if (span.part == Part::text) out.emplace_back(d.of(span));
  }
  return out;
}

TEST(Passage, AReleaseAboutOneEncounterTellsOfItThroughout) {
  Document d = text("Ada called Omar. They spoke of reefs.");
  add_event(d, "v-call", "Ada called Omar", true);
  EXPECT_EQ(passage_of(d, "v-call"), std::nullopt);
  EXPECT_EQ(passage_of(d, "v-other"), std::nullopt) << "no such event: nothing is cut away";
  EXPECT_EQ(passage_of(d, ""), std::nullopt);
}

TEST(Passage, OfSeveralEncountersEachHasWhatStandsBeforeTheNext) {
  Document d = text("A full day. Ada called Omar. They spoke of reefs. Ada met Ida. They spoke of quotas.");
  add_event(d, "v-call", "Ada called Omar", true);
  add_event(d, "v-meeting", "Ada met Ida", true, EventType::meeting);
  EXPECT_THAT(told(d, "v-call"), ElementsAre("A full day. Ada called Omar. They spoke of reefs. "));
  EXPECT_THAT(passage_of(d, "v-call"), Optional(testing::Contains(Span{0, 5, Part::title})));
  EXPECT_THAT(told(d, "v-meeting"), ElementsAre("Ada met Ida. They spoke of quotas."));
}

TEST(Passage, AReferenceInTheReleaseOnAnotherIsItsSentence) {
  Document d = text("Ada called Omar. He recalled the talks in May on reefs. Omar spoke of quotas.");
  add_event(d, "v-call", "Ada called Omar", true);
  add_event(d, "v-talks", "the talks in May", false, EventType::talks);
  add_mention(d, "Omar spoke", kOmar);
  EXPECT_THAT(told(d, "v-talks"), ElementsAre("He recalled the talks in May on reefs."));
}

TEST(Passage, AnAddressTellsOfACallAsLongAsItSpeaksOfTheOtherSide) {
  Document d = text("Good evening. I spoke with Omar. Omar promised boats. We thank our fishers.\nOmar is far away.");
  add_event(d, "v-address", "Good evening", true, EventType::statement);
  add_event(d, "v-call", "I spoke with Omar", false);
  add_mention(d, "Omar promised", kOmar);
  add_mention(d, "We thank", kAda);
  add_mention(d, "Omar is far", kOmar);
  EXPECT_THAT(told(d, "v-call"), ElementsAre("I spoke with Omar. Omar promised boats."));
}

TEST(Passage, AnAddressTellsOfTheNextCallByItself) {
  Document d = text("I spoke with Omar. Boats were discussed. I spoke with Ida and Omar.");
  add_event(d, "v-first", "I spoke with Omar", false);
  add_event(d, "v-second", "I spoke with Ida", false);
  Point boats;
  boats.span = span_of(d, "Boats");
  d.points.push_back(boats);
  EXPECT_THAT(told(d, "v-first"), ElementsAre("I spoke with Omar. Boats were discussed."));
  EXPECT_THAT(told(d, "v-second"), ElementsAre("I spoke with Ida and Omar."));
}

TEST(Passage, WhatOnlyTheTitleTellsHasNoWordsOfTheText) {
  Document d = text("Ada called Omar.");
  add_event(d, "v-call", "Ada called Omar", true);
  add_event(d, "v-visit", "Ada", false, EventType::visit);
  d.events.back().evidence = {{0, 5, Part::title}};
  EXPECT_THAT(told(d, "v-visit"), testing::IsEmpty());
  EXPECT_NE(passage_of(d, "v-visit"), std::nullopt);
}

}  // namespace
}  // namespace chancery
