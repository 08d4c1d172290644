// Whose words, to whom, in whose account: sentences written for the purpose and what is read from them without a model.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "base/file.hpp"
#include "knowledge/knowledge.hpp"
#include "pipeline/runner.hpp"
#include "stages/coref/coref.hpp"
#include "stages/link/link.hpp"
#include "stages/names/names.hpp"
#include "stages/segment/segment.hpp"
#include "stages/speech/speech.hpp"

namespace chancery::test {
namespace {

const Runner& stages() {
  static const auto data = data_folder();
  static const Knowledge knowledge = Knowledge::load(data);
  static const Runner runner = [] {
    std::vector<std::unique_ptr<Stage>> list;
    list.push_back(std::make_unique<SegmentStage>(data));
    list.push_back(std::make_unique<NamesStage>(data, knowledge));
    list.push_back(std::make_unique<LinkStage>(knowledge));
    list.push_back(std::make_unique<CorefStage>(data));
    list.push_back(std::make_unique<SpeechStage>(data));
    return Runner(std::move(list));
  }();
  return runner;
}

Document read(const std::string& text) {
  Document document;
  document.text = text;
  document.info.published = "2024-03-05";
  document.info.publisher = "Office of the President";
  document.info.country = "PRT";
  stages().run(document);
  return document;
}

std::string name_of(const Document& d, Index entity) { return entity == kNone ? "-" : d.entities[entity].name; }

std::string speakers_of(const Document& d, const Statement& s) {
  std::string out;
  for (const Index e : s.speakers) out += (out.empty() ? "" : " + ") + name_of(d, e);
  return out.empty() ? "-" : out;
}

std::string words_of(const Document& d, const Statement& s) {
  if (s.pieces.empty()) return std::string(d.of(s.span));
  std::string out;
  for (const Span& piece : s.pieces) out += (out.empty() ? "" : " / ") + std::string(d.of(piece));
  return out;
}

/// "Ana Silva says: ..." a line.
std::string said(const std::string& text) {
  const Document d = read(text);
  std::string out;
  for (const Statement& s : d.statements) out += fmt::format("{} {}{}: {}\n", speakers_of(d, s), s.mode == StatementMode::direct ? "in words" : "reported", s.negated ? " as not" : "", words_of(d, s));
  return out;
}

struct Case {
  std::string text, expected;
};

class Said : public ::testing::TestWithParam<Case> {};
TEST_P(Said, IsWhatTheTextTells) { EXPECT_EQ(said(GetParam().text), GetParam().expected) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    SpeakerASentenceLater, Said,
    ::testing::Values(Case{"“Our grid will hold.” This was stated by Minister Olena Koval.", "Olena Koval in words: Our grid will hold.\n"},
                      Case{"Our grid will hold this winter. This was announced by Minister Olena Koval.", "Olena Koval reported: Our grid will hold this winter\n"},
                      Case{"“Our grid will hold. We have fuel.” Such a statement was made by President Ana Silva.", "Ana Silva in words: Our grid will hold. We have fuel.\n"},
                      Case{"“Our grid will hold.” This is what President Ana Silva said in Lisbon.", "Ana Silva in words: Our grid will hold.\n"},
                      Case{"“Our grid will hold.” President Ana Silva made this statement on Monday.", "Ana Silva in words: Our grid will hold.\n"},
                      Case{"“Our grid will hold.” — President Ana Silva", "Ana Silva in words: Our grid will hold.\n"}));

INSTANTIATE_TEST_SUITE_P(
    InPieces, Said,
    ::testing::Values(Case{"“Our grid,” President Ana Silva said, “will hold this winter.”", "Ana Silva in words: Our grid / will hold this winter.\n"},
                      Case{"“Our grid will hold,” President Ana Silva said. “It will take a year.”", "Ana Silva in words: Our grid will hold / It will take a year.\n"},
                      Case{"“Our grid will hold.\n\n“We have the fuel.\n\n“It is time,” President Ana Silva said.", "Ana Silva in words: Our grid will hold. / We have the fuel. / It is time\n"}));

INSTANTIATE_TEST_SUITE_P(
    NamesInMarks, Said,
    ::testing::Values(Case{"President Ana Silva visited the exhibition “Masters of the Northern Light and Shadow” and the “Dawn” plant.", ""},
                      Case{"President Ana Silva stressed that “green corridors” work.", "Ana Silva reported: “green corridors” work\n"}));

INSTANTIATE_TEST_SUITE_P(
    ReleaseInMarks, Said,
    ::testing::Values(Case{"“The talks are over. President Ana Silva stressed that the fuel is here and noted that help will come.”",
                           "Ana Silva reported: the fuel is here\nAna Silva reported: help will come\n"}));

INSTANTIATE_TEST_SUITE_P(
    NotSaid, Said,
    ::testing::Values(Case{"President Ana Silva did not say that the grid would hold.", "Ana Silva reported as not: the grid would hold\n"},
                      Case{"President Ana Silva has never said that the grid would hold.", "Ana Silva reported as not: the grid would hold\n"},
                      Case{"President Ana Silva refused to say whether the grid would hold.", "Ana Silva reported as not: whether the grid would hold\n"},
                      Case{"President Ana Silva declined to confirm that the grid would hold.", "Ana Silva reported as not: the grid would hold\n"},
                      Case{"President Ana Silva denied that the grid had failed.", "Ana Silva reported as not: the grid had failed\n"},
                      Case{"President Ana Silva said that the grid would not fail.", "Ana Silva reported: the grid would not fail\n"}));

INSTANTIATE_TEST_SUITE_P(
    NounsLikeVerbs, Said,
    ::testing::Values(Case{"President Ana Silva met the heads of the Gulf States on the border.", ""}, Case{"It was noted that the grid would hold. Hope was expressed for peace.", ""}));

INSTANTIATE_TEST_SUITE_P(
    ClausesOfOthers, Said,
    ::testing::Values(Case{"President Ana Silva noted that the talks were useful, while Prime Minister Ben Berg stressed that the grid needed help.",
                           "Ana Silva reported: the talks were useful\nBen Berg reported: the grid needed help\n"},
                      Case{"The West could stop the arms deliveries to Ukraine, President Ana Silva pointed out.", "Ana Silva reported: The West could stop the arms deliveries to Ukraine\n"}));

std::string hearer(const std::string& text) {
  const Document d = read(text);
  return d.statements.empty() ? "nothing said" : name_of(d, d.statements[0].addressee);
}

TEST(Addressee, IsWhomTheCueNames) {
  EXPECT_EQ(hearer("President Ana Silva told Prime Minister Ben Berg that the grid would hold."), "Ben Berg");
  EXPECT_EQ(hearer("President Ana Silva said to Prime Minister Ben Berg that the grid would hold."), "Ben Berg");
  EXPECT_EQ(hearer("In a letter to Prime Minister Ben Berg, President Ana Silva said that the grid would hold."), "Ben Berg");
  EXPECT_EQ(hearer("President Ana Silva asked Prime Minister Ben Berg to send the fuel."), "Ben Berg");
  EXPECT_EQ(hearer("“The grid will hold,” President Ana Silva told Prime Minister Ben Berg."), "Ben Berg");
  EXPECT_EQ(hearer("President Ana Silva said that Prime Minister Ben Berg was right."), "-");
}

TEST(Account, IsThePublishersOrThatOfWhoTells) {
  const Document d = read("President Ana Silva said that Prime Minister Ben Berg had told her that the gas price would fall.");
  ASSERT_EQ(d.statements.size(), 2u);
  EXPECT_EQ(name_of(d, d.statements[0].reported_by), "Office of the President");
  EXPECT_EQ(d.statements[0].parent, kNone);
  EXPECT_EQ(d.statements[1].parent, 0u);
  EXPECT_EQ(name_of(d, d.statements[1].reported_by), "Ana Silva");
  EXPECT_EQ(d.statements[1].topics, std::vector<std::string>{"energy"});
}

TEST(Account, OfWordsThatInterruptOthersIsThePublishers) {
  const Document d = read("“Our grid will hold,” said President Ana Silva, who noted that help would come. “It will take a year,” she said.");
  for (const Statement& s : d.statements) EXPECT_EQ(s.parent, kNone) << d.of(s.span);
}

TEST(Account, OfATurnIsNobodys) {
  const Document d = read("PRESIDENT SILVA: I thank you all for coming.\n\nPRIME MINISTER BERG: Thank you.");
  ASSERT_EQ(d.statements.size(), 2u);
  EXPECT_EQ(d.statements[0].reported_by, kNone);
}

TEST(Topics, AreThoseOfTheWordsTheMostFrequentFirst) {
  const Topics topics = Topics::load(data_folder() / "topics.tsv");
  const Document d = read("Grain and fertilizers, grain and wheat: food security needs railways.");
  EXPECT_EQ(topics.of(d.tokens, 0, static_cast<Index>(d.tokens.size())), (std::vector<std::string>{"food", "transport"}));
  EXPECT_TRUE(topics.of(d.tokens, 0, 0).empty());
}

TEST(BadInput, IsReadInLinearTime) {
  std::string marks, cues, nested;
  for (int i = 0; i < 10000; ++i) marks += "“Ana Silva said ";
  for (int i = 0; i < 5000; ++i) cues += "President Ana Silva said that ";
  for (int i = 0; i < 3000; ++i) nested += "“he said, ";
  for (int i = 0; i < 3000; ++i) nested += "so.” ";
  for (const std::string& text : {marks, cues, nested}) {
    const Document d = read(text);
    for (const Statement& s : d.statements) ASSERT_LE(s.span.end, d.text.size());
  }
}

}  // namespace
}  // namespace chancery::test
