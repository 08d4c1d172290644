#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace chancery::readers {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

const std::string kReception =
    "Minister Vale received by President Orme\n\n7 march 2019, 18:05\nMinister Vale received by President Orme\n\n"
    "President Edda Orme has today received Minister of Trade Jon Vale.\n";

TEST(Text, StaysAsItCame) {
  for (const std::string& text : {kReception, std::string("a\r\nb\r\n"), std::string("no\u00A0break and soft\u00ADhyphen"), std::string("nul \0 inside the text", 21)}) {
    const Outcome outcome = read_string(text, "release.txt");
    ASSERT_THAT(outcome.documents, SizeIs(1)) << text;
    EXPECT_EQ(outcome.documents[0].text, text);
    EXPECT_EQ(outcome.originals[0], text);
    EXPECT_EQ(outcome.documents[0].info.source, "release.txt");
  }
}

TEST(Text, TitleAndDateLineAtTheHead) {
  const Document document = read_string(kReception, "release.txt").documents.at(0);
  EXPECT_EQ(document.title, "Minister Vale received by President Orme");
  EXPECT_EQ(document.info.published, "2019-03-07T18:05");
  EXPECT_EQ(document.info.publisher, "");
  EXPECT_EQ(document.info.language, "en");
}

TEST(Text, ParagraphsAreNoTitles) {
  for (const char* text : {"The President met the Prime Minister today.\n\nThey spoke of trade.", "Dear Mr. President,\n\nThank you for your letter.",
                           "PRESIDENT ORME:\n\nGood morning.", "One line\nand the next of one paragraph.", "- Good morning, everyone\n\n- Good morning",
                           "only one line", "5 May 2015\n\nThe ministers met."}) {
    EXPECT_EQ(read_string(text, "a.txt").documents.at(0).title, "") << text;
  }
}

TEST(Text, TheTitleUnderAMasthead) {
  const char* texts[] = {"THE GREEN HOUSE\nOffice of the Press Secretary\n\nFOR IMMEDIATE RELEASE\nMarch 4, 2021\n\nReadout of the President's Call with Norrland\n\nThe President spoke today.",
                         "For Immediate Release\n\nMarch 4, 2021\n\nReadout of the President's Call with Norrland\n\nThe President spoke today.",
                         "4 March 2021\n\nReadout of the President's Call with Norrland\n\nThe President spoke today."};
  for (const char* text : texts) {
    const Document document = read_string(text, "a.txt").documents.at(0);
    EXPECT_EQ(document.title, "Readout of the President's Call with Norrland") << text;
    EXPECT_EQ(document.info.published, "2021-03-04") << text;
  }
  EXPECT_EQ(read_string("Working meeting\n\n4 March 2021\n\nThe Palace, Westhaven\n\nThe President spoke today.", "a.txt").documents.at(0).title, "Working meeting");
}

TEST(Text, MarksAreDroppedAndInvalidBytesReplaced) {
  EXPECT_EQ(read_string("\xEF\xBB\xBF" "Readout").documents.at(0).text, "Readout");
  EXPECT_EQ(read_string("a\xFF" "b\xC3(").documents.at(0).text, "a\uFFFDb\uFFFD(");
  EXPECT_EQ(read_string("cut \xE2\x82").documents.at(0).text, "cut \uFFFD\uFFFD");
}

TEST(Text, EmptyIsAFailureThatSaysSo) {
  for (const std::string text : {"", "\xEF\xBB\xBF", " \r\n\n"}) {
    const Outcome outcome = read_string(text, "empty.txt");
    EXPECT_THAT(outcome.documents, SizeIs(0));
    ASSERT_THAT(outcome.failures, SizeIs(1));
    EXPECT_EQ(outcome.failures[0].id, "empty.txt");
    EXPECT_THAT(outcome.failures[0].message, HasSubstr("empty"));
  }
}

TEST(Text, UserFillsWhatIsMissing) {
  Options options;
  options.date = "2020-01-02";
  options.language = "en_GB";
  options.publisher = "Ministry of Trade";
  options.country = "ukr";
  const Document document = read_string("The ministers met.", "-", options).documents.at(0);
  EXPECT_EQ(document.info.published, "2020-01-02");
  EXPECT_EQ(document.info.language, "en-GB");
  EXPECT_EQ(document.info.publisher, "Ministry of Trade");
  EXPECT_EQ(document.info.country, "UKR");
}

TEST(Text, TwentyMegabytesOnOneLine) {
  const std::string line(20'000'000, 'x');
  const Outcome outcome = read_string(line, "long.txt");
  ASSERT_THAT(outcome.documents, SizeIs(1));
  EXPECT_EQ(outcome.documents[0].text.size(), line.size());
}

}  // namespace
}  // namespace chancery::readers
