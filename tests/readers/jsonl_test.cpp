#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "reading.hpp"

namespace chancery::readers {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

Outcome lines(const std::string& text) { return read_string(text, "many.jsonl", as(Input::jsonl)); }

TEST(JsonLines, EveryField) {
  const Document d = lines(R"({"id":"a-1","text":"Words.\r\nMore.","title":"T","date":"2019-03-07","url":"https://example.org/1","publisher":"P","country":"AZE","dateline":"Baku","language":"en"})" "\n").documents.at(0);
  EXPECT_EQ(d.info.id, "a-1");
  EXPECT_EQ(d.text, "Words.\r\nMore.");
  EXPECT_EQ(d.title, "T");
  EXPECT_EQ(d.info.published, "2019-03-07");
  EXPECT_EQ(d.info.url, "https://example.org/1");
  EXPECT_EQ(d.info.publisher, "P");
  EXPECT_EQ(d.info.country, "AZE");
  EXPECT_EQ(d.info.dateline, "Baku");
  EXPECT_EQ(d.info.language, "en");
}

TEST(JsonLines, BadLinesAreNamedAndTheRestIsRead) {
  const Outcome outcome = lines(
      "{\"id\":\"a\",\"text\":\"one\"}\n"
      "{\"id\":\"b\",\"text\":\n"
      "\n"
      "[1,2]\n"
      "{\"id\":\"c\"}\n"
      "{\"id\":\"d\",\"text\":7}\n"
      "{\"id\":\"e\",\"text\":\"x\",\"date\":\"2022-02-31\"}\n"
      "{\"id\":\"f\",\"text\":\"x\",\"date\":\"yesterday\"}\n"
      "{\"id\":\"g\",\"text\":\"x\",\"date\":\"2922-02-01\"}\n"
      "{\"id\":\"h\",\"text\":\"last\"}");
  ASSERT_THAT(outcome.documents, SizeIs(2));
  EXPECT_EQ(outcome.documents[1].info.id, "h");
  ASSERT_THAT(outcome.failures, SizeIs(7));
  EXPECT_EQ(outcome.failures[0].id, "b");
  EXPECT_THAT(outcome.failures[0].message, HasSubstr("many.jsonl:2"));
  EXPECT_EQ(outcome.failures[1].id, "many.jsonl:4");
  EXPECT_THAT(outcome.failures[2].message, HasSubstr("\"text\""));
  EXPECT_THAT(outcome.failures[3].message, HasSubstr("\"text\""));
  EXPECT_THAT(outcome.failures[4].message, HasSubstr("field \"date\": \"2022-02-31\" is a day that does not exist"));
  EXPECT_EQ(outcome.failures[4].id, "e");
  EXPECT_THAT(outcome.failures[5].message, HasSubstr("field \"date\""));
  EXPECT_THAT(outcome.failures[6].message, HasSubstr("future"));
}

TEST(JsonLines, InvalidBytesAndHalfSurrogates) {
  const Outcome outcome = lines("{\"text\":\"a\xFF" "b\"}\n{\"text\":\"a\\ud800b \\ud83d\\ude00 \\\\ud800\"}\n");
  ASSERT_THAT(outcome.documents, SizeIs(2));
  EXPECT_EQ(outcome.documents[0].text, "a\uFFFDb");
  EXPECT_EQ(outcome.documents[1].text, "a\uFFFDb \U0001F600 \\ud800");
}

TEST(JsonLines, DeepNestingIsAFailure) {
  const Outcome outcome = lines("{\"id\":\"deep\",\"x\":" + std::string(100'000, '[') + "\n{\"text\":\"fine\"}\n");
  EXPECT_THAT(outcome.failures, SizeIs(1));
  EXPECT_EQ(outcome.failures.at(0).id, "deep");
  EXPECT_THAT(outcome.documents, SizeIs(1));
}

TEST(JsonLines, OneValueOverManyLinesIsReadToo) {
  const Outcome array = lines("[\n  {\"id\": \"a\",\n   \"text\": \"one\"},\n  {\"id\": \"b\"},\n  {\"id\": \"c\", \"text\": \"three\"}\n]\n");
  ASSERT_THAT(array.documents, SizeIs(2));
  EXPECT_EQ(array.documents[1].text, "three");
  EXPECT_EQ(array.failures.at(0).id, "b");
  EXPECT_EQ(lines("{\n \"text\": \"one\"\n}").documents.at(0).text, "one");
  EXPECT_EQ(lines("{\n{\"text\": \"one\"}\n").documents.at(0).text, "one");
  EXPECT_THAT(lines("[\n{\"text\": \"cut").failures.at(0).message, HasSubstr("not valid JSON"));
}

TEST(JsonLines, AMarkAndUtf16) {
  EXPECT_EQ(lines("\xEF\xBB\xBF{\"text\":\"x\"}").documents.at(0).text, "x");
  const std::string utf8 = "{\"text\":\"z\"}\n{\"text\":\"y\"}";
  std::string wide = "\xFF\xFE";
  for (const char c : utf8) wide += std::string{c, '\0'};
  EXPECT_THAT(lines(wide).documents, SizeIs(2));
}

TEST(JsonLines, CallersErrorsPassThrough) {
  std::istringstream stream("{\"text\":\"x\"}");
  EXPECT_THROW(read(stream, "-", as(Input::jsonl), [](Document&&, const Original&) { throw std::runtime_error("stop"); }, [](Failure&&) {}), std::runtime_error);
}

RC_GTEST_PROP(JsonLinesProperties, TextComesBackUnchanged, (const std::string& any)) {
  const std::string text = utf8::repaired(any);
  const Outcome outcome = lines(nlohmann::json{{"id", "p"}, {"text", text}}.dump() + "\n");
  RC_ASSERT(outcome.documents.size() == 1U);
  RC_ASSERT(outcome.documents[0].text == text);
}

TEST(JsonLines, ALoneBracketAboveLinesIsASpoiltLine) {
  for (const std::string first : {"[", "[{", "{", "[ "}) {
    const Outcome outcome = lines(first + "\n{\"id\":\"z\",\"text\":\"last\"}");
    ASSERT_EQ(outcome.documents.size(), 1U) << first;
    EXPECT_EQ(outcome.documents[0].info.id, "z");
  }
  EXPECT_EQ(lines("[\n{\"id\":\"a\",\"text\":\"x\"},\n{\"id\":\"b\",\"text\":\"y\"}\n]").documents.size(), 2U);
}

RC_GTEST_PROP(JsonLinesProperties, AnyBytesAreReadOrRefused, (const std::string& any)) {
  const Outcome outcome = lines(any + "\n{\"id\":\"z\",\"text\":\"last\"}");
  RC_ASSERT(!outcome.documents.empty());
  RC_ASSERT(outcome.documents.back().info.id == "z");
}

}  // namespace
}  // namespace chancery::readers
