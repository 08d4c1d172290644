#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.hpp"
#include "reading.hpp"

namespace chancery::readers {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

Outcome csv(const std::string& text, Options options = {}) {
  options.input = Input::csv;
  return read_string(text, "many.csv", options);
}

TEST(Csv, QuotedFieldsHoldDelimitersQuotesAndLines) {
  const Outcome outcome = csv("id,date,text\r\na,2020-05-06,\"He said \"\"yes\"\",\r\nand left\"\r\nb,,plain\r\n");
  ASSERT_THAT(outcome.documents, SizeIs(2));
  EXPECT_EQ(outcome.documents[0].text, "He said \"yes\",\r\nand left");
  EXPECT_EQ(outcome.documents[0].info.published, "2020-05-06");
  EXPECT_EQ(outcome.documents[1].info.id, "b");
  EXPECT_EQ(outcome.originals[1], "b,,plain");
}

TEST(Csv, DelimitersAreFound) {
  for (const std::string d : {",", ";", "\t", "|"}) {
    const Outcome outcome = csv("Title" + d + "Published" + d + "Body\nA: b" + d + "2020-05-06" + d + "words\n");
    ASSERT_THAT(outcome.documents, SizeIs(1)) << d;
    EXPECT_EQ(outcome.documents[0].title, "A: b");
    EXPECT_EQ(outcome.documents[0].info.published, "2020-05-06");
    EXPECT_EQ(outcome.documents[0].text, "words");
  }
}

TEST(Csv, ColumnsByNameAndNumber) {
  Options options;
  options.columns.text = "Message";
  options.columns.id = "1";
  const Outcome outcome = csv("key,message,text\nk1,right,wrong\n", options);
  ASSERT_THAT(outcome.documents, SizeIs(1));
  EXPECT_EQ(outcome.documents[0].info.id, "k1");
  EXPECT_EQ(outcome.documents[0].text, "right");
}

TEST(Csv, MissingColumnsAreNamed) {
  EXPECT_THAT(csv("a,b\n1,2\n").failures.at(0).message, HasSubstr("no column holds the text"));
  Options options;
  options.columns.date = "day";
  EXPECT_THAT(csv("text,b\n1,2\n", options).failures.at(0).message, HasSubstr("no column \"day\""));
}

TEST(Csv, BrokenQuotesAreNamedAndTheRestIsRead) {
  const Outcome outcome = csv("id,text\na,\"one\" two\nb,fine\nc,\"never closed\nd,fine\ne,\"fine\"\nf\ng,x,y\nh,fine\n");
  std::vector<std::string> ids;
  for (const Document& d : outcome.documents) ids.push_back(d.info.id);
  EXPECT_THAT(ids, testing::ElementsAre("b", "d", "e", "h"));
  ASSERT_THAT(outcome.failures, SizeIs(4));
  EXPECT_THAT(outcome.failures[0].message, HasSubstr("many.csv:2: line 2, column 8"));
  EXPECT_THAT(outcome.failures[1].message, HasSubstr("line 4, column 3"));
  EXPECT_THAT(outcome.failures[2].message, HasSubstr("1 cells where the header has 2"));
  EXPECT_EQ(outcome.failures[3].id, "g");
}

TEST(Csv, CharsetsAndInvalidBytes) {
  EXPECT_EQ(csv("\xEF\xBB\xBFtext,id\nwords,a\n").documents.at(0).text, "words");
  EXPECT_EQ(csv("id,text\na,x\xFFy\n").documents.at(0).text, "x\uFFFDy");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("id;text\na;words\n")) wide += std::string{c, '\0'};
  EXPECT_EQ(csv(wide).documents.at(0).text, "words");
}

RC_GTEST_PROP(CsvProperties, QuotedTextComesBackUnchanged, (const std::string& any)) {
  const std::string text = utf8::repaired(any);
  std::string quoted;
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  const Outcome outcome = csv("id,text\np,\"" + quoted + "\"\n");
  RC_ASSERT(outcome.documents.size() == 1U);
  RC_ASSERT(outcome.documents[0].text == text);
}

RC_GTEST_PROP(CsvProperties, AnyBytesAreReadOrRefused, (const std::string& any)) {
  const Outcome outcome = csv("id,text\n" + any);
  for (const Document& d : outcome.documents) RC_ASSERT(utf8::is_valid(d.text));
}

}  // namespace
}  // namespace chancery::readers
