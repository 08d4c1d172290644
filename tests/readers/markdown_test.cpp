#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace chancery::readers {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

Outcome markdown(const std::string& text) { return read_string(text, "release.md"); }

TEST(Markdown, FrontMatterFillsTheFields) {
  const Document d = markdown(
      "---\nid: r-7\ntitle: \"Call: Orme and Lindqvist\"\ndate: 2021-03-04 # published\nurl: https://example.org/7\npublisher: The Green House\n"
      "country: NOR\nlanguage: en\ndateline: Westhaven\ntags: [calls, norrland]\nmeta:\n  title: not this one\n---\n\nThe *President* spoke.\n").documents.at(0);
  EXPECT_EQ(d.info.id, "r-7");
  EXPECT_EQ(d.title, "Call: Orme and Lindqvist");
  EXPECT_EQ(d.info.published, "2021-03-04");
  EXPECT_EQ(d.info.url, "https://example.org/7");
  EXPECT_EQ(d.info.publisher, "The Green House");
  EXPECT_EQ(d.info.country, "NOR");
  EXPECT_EQ(d.info.language, "en");
  EXPECT_EQ(d.info.dateline, "Westhaven");
  EXPECT_EQ(d.text, "\nThe *President* spoke.\n");
}

TEST(Markdown, TheFirstHeadingIsTheTitleAndStaysInTheText) {
  EXPECT_EQ(markdown("# **Call** with [X](https://x.example)\n\nWords.").documents.at(0).title, "Call with X");
  EXPECT_EQ(markdown("Call with X\r\n===========\r\n\r\nWords.").documents.at(0).title, "Call with X");
  EXPECT_EQ(markdown("# Call\n\nWords.").documents.at(0).text, "# Call\n\nWords.");
}

TEST(Markdown, ARuleIsNoFrontMatter) {
  const std::string text = "---\nwords, and no second rule\n";
  EXPECT_EQ(markdown(text).documents.at(0).text, text);
}

TEST(Markdown, BrokenFrontMatterNamesLineAndColumn) {
  const Outcome outcome = markdown("---\ntitle: \"open\ndate: 2020-01-01\n---\nWords.");
  ASSERT_THAT(outcome.failures, SizeIs(1));
  EXPECT_THAT(outcome.failures[0].message, HasSubstr("line "));
  EXPECT_THAT(outcome.failures[0].message, HasSubstr("YAML"));
}

TEST(Markdown, AnImpossibleDayIsRefused) {
  EXPECT_THAT(markdown("---\ndate: 2022-02-31\n---\nWords.").failures.at(0).message, HasSubstr("field \"date\""));
}

}  // namespace
}  // namespace chancery::readers
