#include <gtest/gtest.h>

#include <algorithm>

#include "writers/citation.hpp"
#include "writers/citation_parts.hpp"
#include "writers/passage_link.hpp"

namespace chancery::writers {
namespace {

Citation sample() {
  Citation c;
  c.document = "d-1";
  c.title = "On grain";
  c.publisher = "Presidency of Norland";
  c.published = "2024-03-02T10:00";
  c.kind = "readout";
  c.url = "https://norland.example/1#old";
  c.passage = CitedPassage{false, 10, 22, "the Minister ", "grain prices", " will fall"};
  return c;
}

TEST(Citation, AsTextNamesPublisherTitleDayWordsAndPlace) {
  EXPECT_EQ(cite_as_text(sample()),
            "Presidency of Norland, “On grain”, 2 March 2024, “grain prices” (characters 10–22 of the text). "
            "https://norland.example/1#:~:text=the%20Minister-,grain%20prices,-will%20fall");
}

TEST(Citation, WhatIsUnknownIsLeftOut) {
  Citation c;
  c.document = "d-1";
  c.kind = "joint_text";
  EXPECT_EQ(cite_as_text(c), "“[Untitled joint text]”, no date.");
  EXPECT_EQ(cite_as_bibtex(c), "@misc{d-1,\n  title = {{[Untitled joint text]}},\n}\n");
}

TEST(Citation, PartOfADayStaysPartOfIt) {
  EXPECT_EQ(said(cited_date("2017")), "2017");
  EXPECT_EQ(said(cited_date("2017-11")), "November 2017");
  EXPECT_EQ(said(cited_date("2017-11-19T19:23")), "19 November 2017");
  for (const char* none : {"", "yesterday", "2017-13", "2017-02-31", "2017/11", "20171119"}) EXPECT_EQ(said(cited_date(none)), "") << none;
}

TEST(Citation, BibtexEscapesWhatTexWouldTakeForItsOwn) {
  Citation c = sample();
  c.passage.reset();
  c.title = "50% & {x}_y #1 $2 ~ ^ \\ Übergabe 🎉";
  c.url = "https://norland.example/a{b}c?d=e_f%20g";
  const std::string entry = cite_as_bibtex(c);
  EXPECT_NE(entry.find("50\\% \\& {\\textbraceleft}x{\\textbraceright}\\_y \\#1 \\$2 {\\textasciitilde} {\\textasciicircum} {\\textbackslash} Übergabe 🎉"), std::string::npos) << entry;
  EXPECT_NE(entry.find("url = {https://norland.example/a%7Bb%7Dc?d=e_f%20g}"), std::string::npos) << entry;
  EXPECT_EQ(std::count(entry.begin(), entry.end(), '{'), std::count(entry.begin(), entry.end(), '}'));
}

TEST(Citation, LinesControlsAndMarksOfDirectionDoNotReachIt) {
  Citation c = sample();
  c.title = "One\r\n\ttwo\x1b[31m \u202ethree\u2066";
  EXPECT_EQ(cited_title(c), "One two[31m three");
  c.passage->exact = "he said “no” and \"never\"";
  EXPECT_EQ(cited_words(c), "“he said ‘no’ and ‘never’”");
}

TEST(Citation, LongPassagesShowTheirEnds) {
  Citation c = sample();
  for (int i = 0; i < 3000; ++i) c.passage->exact += "ä ";
  const std::string words = cited_words(c);
  EXPECT_NE(words.find(" […] "), std::string::npos);
  EXPECT_LT(words.size(), 2500U);
}

TEST(Citation, KeysAreApartWhereIdsAre) {
  Citation a = sample(), b = sample();
  a.document = "x/1";
  b.document = "x:1";
  EXPECT_NE(citation_key(a), citation_key(b));
  EXPECT_EQ(citation_key(a), citation_key(a));
  EXPECT_EQ(citation_key(a).find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"), std::string::npos);
}

TEST(PassageLink, NamesTheEndsOfALongPassageAndNoOtherSchemes) {
  CitedPassage p{false, 0, 10, "", "one two three four five six seven\n\neight nine ten eleven-twelve, thirteen", "\nnext"};
  EXPECT_EQ(passage_link("http://a.example/", p), "http://a.example/#:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%2Dtwelve%2C%20thirteen");
  EXPECT_EQ(passage_link("javascript:alert(1)", p), "");
  EXPECT_EQ(passage_link("", p), "");
  EXPECT_EQ(web_address("https://a.example/ü \"x\""), "https://a.example/%C3%BC%20%22x%22");
}

}  // namespace
}  // namespace chancery::writers
