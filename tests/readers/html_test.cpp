#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/file.hpp"
#include "reading.hpp"

namespace chancery::readers {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Outcome page(const std::string& html) { return read_string(html, "page.html"); }
Document only(const std::string& html) {
  Outcome outcome = page(html);
  EXPECT_THAT(outcome.documents, SizeIs(1)) << (outcome.failures.empty() ? "" : outcome.failures[0].message);
  return outcome.documents.empty() ? Document{} : std::move(outcome.documents[0]);
}

std::string paragraphs(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += "<p>The ministers met in the capital and spoke about trade, transit and the border.</p>";
  return all;
}

std::string shown(const Document& d) {
  std::string out = "title: " + d.title + "\npublished: " + d.info.published + "\npublisher: " + d.info.publisher + "\nlanguage: " + d.info.language + "\nurl: " + d.info.url + "\n";
  if (!d.info.dateline.empty()) out += "dateline: " + d.info.dateline + "\n";
  for (const std::string& note : d.notes) out += "note: " + note + "\n";
  return out + "\n" + d.text + "\n";
}

class WholePage : public testing::TestWithParam<std::string> {};

// Pages in the manner of several publishers stand in pages/NAME.html, what they should yield in pages/NAME.expected.
TEST_P(WholePage, GivesItsMainTextAndWhatItSaysOfItself) {
  const std::filesystem::path folder = std::filesystem::path(CHANCERY_SOURCE_DIR) / "tests/readers/pages";
  const Outcome outcome = read_string(read_file(folder / (GetParam() + ".html")), GetParam() + ".html");
  ASSERT_THAT(outcome.documents, SizeIs(1));
  EXPECT_EQ(shown(outcome.documents[0]), read_file(folder / (GetParam() + ".expected")));
}

std::vector<std::string> page_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(CHANCERY_SOURCE_DIR) / "tests/readers/pages")) {
    if (entry.path().extension() == ".html") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Html, WholePage, testing::ValuesIn(page_names()), [](const auto& test) { return test.param; });

TEST(Html, ATitleToldAgainIsNotDoubled) {
  const Document d = only("<title>Ministers meet</title><h1>Ministers meet</h1><p>Ministers meet</p>" + paragraphs(2));
  EXPECT_EQ(d.title, "Ministers meet");
  EXPECT_THAT(d.text, Not(HasSubstr("Ministers meet")));
}

TEST(Html, LayoutBecomesLines) {
  const Document d = only("<h1>T</h1><div>" + paragraphs(1) + "<p>one<br>two<br><br>three</p><pre>a\n  b</pre><ol start=3><li>x<li><p>y</p></ol><p>He said <q>yes</q>, <strike>not</strike> <s></s>no.</p></div>");
  EXPECT_THAT(d.text, HasSubstr("\n\none\ntwo\n\nthree\n\na\nb\n\n3. x\n4. y\n\nHe said \u201Cyes\u201D, <s>not</s> no."));
}

TEST(Html, WhatIsNotShownIsNotRead) {
  const Document d = only("<h1>T</h1><article>" + paragraphs(2) + "<p style='display: none'>secret</p><p hidden>secret</p><template>secret</template><noscript>secret</noscript><!-- secret --></article>");
  EXPECT_THAT(d.text, Not(HasSubstr("secret")));
}

TEST(Html, NoBreakSpacesAndSoftHyphensStay) {
  const Document d = only("<p>3.1&nbsp;billion for the co&shy;operation of the two countries in transport</p>");
  EXPECT_EQ(d.text, "3.1\u00A0billion for the co\u00ADoperation of the two countries in transport");
}

TEST(Html, CharsetsAreRead) {
  const std::string words = "\xCC\xE8\xED\xE8\xF1\xF2\xF0\xFB \xE2\xF1\xF2\xF0\xE5\xF2\xE8\xEB\xE8\xF1\xFC \xE2 \xF1\xF2\xEE\xEB\xE8\xF6\xE5";
  for (const std::string head : {"<meta charset=windows-1251>", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "<?xml version='1.0' encoding='cp1251'?><html>"}) {
    EXPECT_EQ(only(head + "<p>" + words + "</p>").text, "Министры встретились в столице") << head;
  }
  EXPECT_EQ(only("<meta charset=iso-8859-1><p>Pr\xE9sident \x93S\xE3o\x94</p>").text, "Président “São”");
  EXPECT_EQ(only("\xEF\xBB\xBF<meta charset=koi8-r><p>Президент и министр</p>").text, "Президент и министр");
}

TEST(Html, ReferencesToWindowsCharactersAreThose) {
  EXPECT_EQ(only("<p>The President&#146;s words: &#147;yes&#148; &#150; and no more of it &euro;</p>").text, "The President’s words: “yes” – and no more of it €");
}

TEST(Html, ZeroBytesDoNotCutThePage) {
  const Document d = only(std::string("<p>before\0after, and the rest of the sentence</p>", 48));
  EXPECT_EQ(d.text, "before\uFFFDafter, and the rest of the sentence");
}

TEST(Html, PublicationTimeFromWhereverItIsStated) {
  const std::string body = "<h1>Ministers meet</h1>" + paragraphs(2);
  EXPECT_EQ(only("<script type='application/ld+json'>[{\"@type\":[\"NewsArticle\"],\"datePublished\":\"2020-05-06\"}]</script>" + body).info.published, "2020-05-06");
  EXPECT_EQ(only("<meta name='DC.date.issued' content='2020-05-06'>" + body).info.published, "2020-05-06");
  EXPECT_EQ(only("<h1>Ministers meet</h1><p class=d>06.05.2020 17:40</p>" + paragraphs(2)).info.published, "2020-05-06T17:40");
  EXPECT_EQ(only("<h1>Ministers meet</h1><time>6 May 2020</time>" + paragraphs(2)).info.published, "2020-05-06");
  EXPECT_EQ(only("<meta name='DC.date' content='2020-02-31'>" + body).info.published, "");
  EXPECT_EQ(only("<script type='application/ld+json'>{broken</script>" + body).info.published, "");
}

TEST(Html, TheDayShownWinsOverAUtcInstantOfTheNextDay) {
  const Document d = only("<meta property='article:published_time' content='2020-05-07T01:10:00Z'><h1>Ministers meet</h1><time>May 6, 2020</time>" + paragraphs(2));
  EXPECT_EQ(d.info.published, "2020-05-06");
}

TEST(Html, HundredThousandNestedTagsAreReadWithANote) {
  std::string html = "<html><body>";
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  const Document d = only(html + "<p>The ministers met.</p>");
  EXPECT_EQ(d.text, "The ministers met.");
  EXPECT_THAT(d.notes, testing::Contains(HasSubstr("512 levels")));
}

TEST(Html, UnmatchedEndTagsTakeLinearTime) {
  std::string html = "<html><body>";
  for (int i = 0; i < 5'000; ++i) html += "<div>";
  html += "<p>The ministers met.</p>";
  for (int i = 0; i < 500'000; ++i) html += "</x>";
  EXPECT_EQ(only(html).text, "The ministers met.");
}

TEST(Html, CutOffPagesAreReadAsFarAsTheyGo) {
  const std::string whole = "<html><head><title>T</title></head><body><h1>T</h1>" + paragraphs(2) + "<p title='x'>The <b>end</b></p></body></html>";
  for (size_t size = 0; size < whole.size(); ++size) {
    const Outcome outcome = page(whole.substr(0, size));
    EXPECT_EQ(outcome.documents.size() + outcome.failures.size(), 1U) << size;
  }
}

TEST(Html, APageWithoutTextSaysSo) {
  const Outcome outcome = page("<html><body><script>render()</script><div id=app></div></body></html>");
  ASSERT_THAT(outcome.failures, SizeIs(1));
  EXPECT_THAT(outcome.failures[0].message, HasSubstr("no text found"));
  EXPECT_THAT(outcome.documents, IsEmpty());
}

}  // namespace
}  // namespace chancery::readers
