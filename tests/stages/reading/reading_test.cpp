// Each file under cases/ is a text and what the stages find in it:
//   fields ("title: ...", "date: ...", "show: mentions events"), a line "---", the text, a line "===", the findings.
// CHANCERY_APPROVE=1 writes today's findings into the files: a deliberate step, to be read before it is kept.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>

#include "base/file.hpp"
#include "describe.hpp"
#include "pipeline/runner.hpp"
#include "stages/coref/coref.hpp"
#include "stages/events/events.hpp"
#include "stages/link/link.hpp"
#include "stages/names/names.hpp"
#include "stages/segment/segment.hpp"
#include "stages/speech/speech.hpp"
#include "stages/times/times.hpp"

namespace chancery::testing {
namespace {

struct Case {
  std::string head, text, expected;
  std::map<std::string, std::string> fields;
};

Case parse_case(const std::string& content) {
  Case result;
  const size_t text = content.find("\n---\n"), expected = content.find("\n===\n");
  if (text == std::string::npos || expected == std::string::npos || expected < text) throw std::runtime_error("a case needs a line --- and a line ===");
  result.head = content.substr(0, text + 1);
  result.text = content.substr(text + 5, expected - text - 5);
  result.expected = content.substr(expected + 5);
  std::istringstream lines(result.head);
  for (std::string line; std::getline(lines, line);) {
    const size_t colon = line.find(": ");
    if (line.starts_with("#") || colon == std::string::npos) continue;
    result.fields[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return result;
}

const Runner& runner() {
  static const auto data = data_folder();
  static const Knowledge knowledge = Knowledge::load(data);
  static const Runner stages = [] {
    std::vector<std::unique_ptr<Stage>> list;
    list.push_back(std::make_unique<SegmentStage>(data));
    list.push_back(std::make_unique<NamesStage>(data, knowledge));
    list.push_back(std::make_unique<LinkStage>(knowledge));
    list.push_back(std::make_unique<CorefStage>(data));
    list.push_back(std::make_unique<SpeechStage>(data));
    list.push_back(std::make_unique<TimesStage>(data / "times"));
    list.push_back(std::make_unique<EventsStage>(data));
    return Runner(std::move(list));
  }();
  return stages;
}

Document read(const Case& one) {
  Document document;
  const auto field = [&](const char* name) { return one.fields.contains(name) ? one.fields.at(name) : std::string(); };
  document.title = field("title");
  document.text = one.text;
  document.info.published = field("date");
  document.info.country = field("country");
  document.info.publisher = field("publisher");
  runner().run(document);
  return document;
}

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(CHANCERY_SOURCE_DIR "/tests/stages/reading/cases")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

class Reading : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(Reading, FindsWhatTheCaseSays) {
  const Case one = parse_case(read_file(GetParam()));
  const std::string found = describe(read(one), one.fields.at("show"));
  if (std::getenv("CHANCERY_APPROVE")) {
    write_file(GetParam(), one.head + "---\n" + one.text + "\n===\n" + found);
    return;
  }
  EXPECT_EQ(found, one.expected);
}

TEST_P(Reading, KeepsEverySpanInsideTheText) {
  const Document document = read(parse_case(read_file(GetParam())));
  const auto holds = [&](const Span& span) { return span.begin <= span.end && span.end <= document.part(span.part).size(); };
  for (const auto& token : document.tokens) EXPECT_TRUE(holds(token.span));
  for (const auto& mention : document.mentions) EXPECT_TRUE(holds(mention.span) && !mention.span.empty());
  for (const auto& statement : document.statements) EXPECT_TRUE(holds(statement.span) && !statement.span.empty());
  for (const auto& event : document.events) {
    for (const auto& span : event.evidence) EXPECT_TRUE(holds(span));
  }
}

std::string test_name(const ::testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace_if(name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Reading, ::testing::ValuesIn(case_files()), test_name);

Document run_on(const std::string& text, const std::string& title = {}) {
  Document document;
  document.text = text;
  document.title = title;
  document.info.published = "2024-03-05";
  runner().run(document);
  return document;
}

std::string repeated(const std::string& piece, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(HostileText, IsReadToTheEnd) {
  const std::vector<std::string> texts = {
      "", " ", "\n\n\n", "x", "?", "\"", std::string(3, '\0'), "0123456789 0123456789", "😀😀😀 😀", "Привет, мир. Как дела?", "مرحبا بالعالم",
      "\xEE\x80\x80\xEE\x80\x81", repeated("\"", 10000), repeated("word ", 100000), repeated("A", 200000), repeated("PRESIDENT X: ", 5000),
      repeated("Name:\n", 5000), repeated("(", 20000), repeated("* * * ", 3000), repeated("President of the ", 5000), repeated("said that ", 5000),
      repeated("John Smith, ", 4000), repeated("<s>", 5000), repeated("- ", 20000), repeated("U.S. ", 5000), repeated("and ", 30000)};
  for (const std::string& text : texts) {
    const Document document = run_on(text, text.substr(0, 200));
    EXPECT_EQ(document.text, text);
    EXPECT_EQ(document.events.empty(), document.sentences.empty());
  }
}

std::vector<const Statement*> turns_of(const Document& document) {
  std::vector<const Statement*> turns;
  for (const Statement& one : document.statements) {
    if (one.mode == StatementMode::turn) turns.push_back(&one);
  }
  return turns;
}

TEST(Turns, OneForEachLineWhereEveryLineHasALabel) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += i % 2 ? "MS. BERG: Yes, we do.\n" : "Q    Do you?\n";
  const Document document = run_on(text, "Remarks by Anna Berg");
  const auto turns = turns_of(document);
  ASSERT_EQ(turns.size(), 2000u);
  EXPECT_EQ(document.of(turns[1999]->span), "Yes, we do.");
  EXPECT_EQ(document.entities[turns[1]->speakers.at(0)].name, "Anna Berg");
}

TEST(Turns, FiftyThousandWordsAreOneTurn) {
  std::string said;
  for (int i = 0; i < 5000; ++i) said += "We went on and on about the old harbour. " + std::string(i % 50 == 49 ? "\n\n" : "");
  const std::string last = "MODERATOR: Thank you.";
  const Document document = run_on("PRESIDENT LUND: " + said + "\n" + last, "Remarks by President Lund");
  const auto turns = turns_of(document);
  ASSERT_EQ(turns.size(), 2u);
  EXPECT_EQ(turns[0]->span.begin, 16u);
  EXPECT_GT(turns[0]->span.size(), said.size() - 10);
  EXPECT_EQ(document.of(turns[1]->span), "Thank you.");
}

TEST(Turns, QuotationMarksNeverClosedLeaveTheTurnWhole) {
  std::string said;
  for (int i = 0; i < 10'000; ++i) said += "\u201cword ";
  const Document document = run_on("PRESIDENT LUND: " + said + "we end.\n\nQ    Why?\n\nPRESIDENT LUND: Well.", "Remarks by President Lund");
  const auto turns = turns_of(document);
  ASSERT_EQ(turns.size(), 3u);
  EXPECT_TRUE(document.of(turns[0]->span).ends_with("we end."));
  EXPECT_EQ(document.statements.size(), 3u);
}

TEST(Turns, HoldNoDirectionAmongTheirWords) {
  const Document document = run_on("PRESIDENT LUND: (As interpreted.) We build (inaudible) ships. (Laughter.)\n\nQ    Why?", "Remarks by President Lund");
  const auto turns = turns_of(document);
  ASSERT_EQ(turns.size(), 2u);
  ASSERT_EQ(turns[0]->pieces.size(), 2u);
  EXPECT_EQ(document.of(turns[0]->pieces[0]), "We build");
  EXPECT_EQ(document.of(turns[0]->pieces[1]), "ships.");
  EXPECT_TRUE(turns[1]->pieces.empty());
}

TEST(Ids, AreTheSameOnEveryRun) {
  const std::string text = "President Ana Silva of Portugal met with Prime Minister Ben Berg in Lisbon on 4 March 2024. She said that trade had grown.";
  const Document one = run_on(text), two = run_on(text);
  ASSERT_EQ(one.mentions.size(), two.mentions.size());
  ASSERT_FALSE(one.statements.empty());
  for (size_t i = 0; i < one.mentions.size(); ++i) EXPECT_EQ(one.mentions[i].id, two.mentions[i].id);
  EXPECT_EQ(one.statements[0].id, two.statements[0].id);
  EXPECT_EQ(one.events[0].id, two.events[0].id);
  EXPECT_NE(one.events[0].id, run_on(text + " They agreed.").events[0].id);
}

}  // namespace
}  // namespace chancery::testing
