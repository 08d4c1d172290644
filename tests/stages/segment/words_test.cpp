#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.hpp"
#include "stages/segment/segment.hpp"
#include "writers/conllu.hpp"

namespace chancery {
namespace {

Document segmented(const std::string& text) {
  static const SegmentStage stage(data_folder());
  Document document;
  document.info.id = "d";
  document.text = text;
  stage.run(document);
  return document;
}

std::string words_of(const std::string& text) {
  const Document document = segmented(text);
  std::string words;
  for (const Token& token : document.tokens) words += (words.empty() ? "" : " ") + std::string(document.of(token));
  return words;
}

struct Case {
  std::string text, words;
};

class Words : public testing::TestWithParam<Case> {};

TEST_P(Words, AreCutAsInTheTreebank) { EXPECT_EQ(words_of(GetParam().text), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(Clitics, Words, testing::Values(
    Case{"We don't know Ana's plan", "We do n't know Ana 's plan"}, Case{"They cannot, they’re gonna", "They can not , they ’re gon na"},
    Case{"it wont and I cant", "it wo nt and I ca nt"}, Case{"its not its own", "it s not its own"}, Case{"O'Brien of Sana'a", "O'Brien of Sana'a"},
    Case{"the 1960's and 2003's", "the 1960's and 2003 's"}));

INSTANTIATE_TEST_SUITE_P(Hyphens, Words, testing::Values(
    Case{"a well-known non-member", "a well - known non-member"}, Case{"mid-1980s e-mail", "mid-1980s e-mail"}, Case{"a 10-year plan", "a 10 - year plan"},
    Case{"so--as we said--done", "so -- as we said -- done"}));

INSTANTIATE_TEST_SUITE_P(Figures, Words, testing::Values(
    Case{"$5m at 5pm, 35mm", "$ 5 m at 5 pm , 35 mm"}, Case{"25th of the 1990s", "25th of the 1990s"}, Case{"1,200.50 or 3.5%", "1,200.50 or 3.5 %"},
    Case{"call 713-555-0100 or 555-0100", "call 713-555-0100 or 555-0100"}, Case{"2010-2015, 3-4", "2010 - 2015 , 3 - 4"},
    Case{"on 2024-03-05 at 10:30", "on 2024-03-05 at 10:30"}, Case{"+44 20 and .5", "+44 20 and .5"}));

INSTANTIATE_TEST_SUITE_P(Marks, Words, testing::Values(
    Case{"What?! No... yes!!!", "What ?! No ... yes !!!"}, Case{"fine :) thanks ;-)", "fine :) thanks ;-)"}, Case{"(see note:) it", "( see note :) it"},
    Case{"===== ''quoted''", "===== '' quoted ''"}, Case{"#hope @desk #5", "#hope @desk # 5"}));

INSTANTIATE_TEST_SUITE_P(Whole, Words, testing::Values(
    Case{"see https://example.org/a_(b), or www.example.org.", "see https://example.org/a_(b) , or www.example.org ."},
    Case{"<desk@example.org> wrote", "< desk@example.org > wrote"}, Case{"open plan-2.doc now", "open plan-2.doc now"}, Case{"AT&T and w/o", "AT&T and w/o"},
    Case{"and/or", "and / or"}));

INSTANTIATE_TEST_SUITE_P(Abbreviations, Words, testing::Values(
    Case{"Mr. J. R. Smith of the U.S. Senate", "Mr. J. R. Smith of the U.S. Senate"}, Case{"No. 5 is first", "No. 5 is first"}, Case{"I said no. He left", "I said no . He left"},
    Case{"tea, etc. The end", "tea , etc . The end"}, Case{"tea, etc. and more", "tea , etc. and more"}));

TEST(Layout, PairedMarksAndTagsAreNoWordsButStrayOnesAre) {
  EXPECT_EQ(words_of("a **bold** word"), "a bold word");
  EXPECT_EQ(words_of("a <b>bold</b> <s>struck</s> word"), "a bold word");
  EXPECT_EQ(words_of("a ** stray mark"), "a ** stray mark");
  EXPECT_EQ(words_of("said <Embedded Picture> here"), "said < Embedded Picture > here");
}

/// The characters of the forms that stand in the text, ranges in place of their words.
std::string characters_of(const std::string& conllu) {
  std::string out;
  int skip_to = 0;
  std::istringstream lines(conllu);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) skip_to = 0;
    if (line.empty() || line[0] == '#') continue;
    const std::string id = line.substr(0, line.find('\t'));
    const std::string form = line.substr(id.size() + 1, line.find('\t', id.size() + 1) - id.size() - 1);
    const size_t dash = id.find('-');
    if (dash != std::string::npos) skip_to = std::stoi(id.substr(dash + 1));
    else if (std::stoi(id) <= skip_to) continue;
    for (const char c : form) {
      if (c != ' ') out += c;
    }
  }
  return out;
}

TEST(Conllu, HoldsEveryCharacterOfTheText) {
  for (const std::string text : {"a **bold** <s>old words</s> don't\n\n* * *\n\n-----\nend", "<p>One.</p>\n<!-- x y -->\n<p>Two</p>", "soft\u00ADhyphen \u200E\u200B mark \uFEFF.",
                                 "***\n\n###", "Ana's Ana\u2019s cannot y'all'd've dunno \U0001F600\uE000"}) {
    std::string wanted;
    for (const char c : text) {
      if (c != ' ' && c != '\n') wanted += c;
    }
    EXPECT_EQ(characters_of(writers::to_conllu(segmented(text))), wanted) << text;
  }
}

TEST(Conllu, ContractionsStandUnderARange) {
  const std::string out = writers::to_conllu(segmented("They don't. A well-known 'boss' and leaders' plan"));
  EXPECT_THAT(out, testing::HasSubstr("2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n3\tn't\t"));
  EXPECT_THAT(out, testing::HasSubstr("\tleaders'\t"));
  EXPECT_THAT(out, testing::Not(testing::HasSubstr("\tboss'\t")));
  EXPECT_THAT(out, testing::Not(testing::HasSubstr("\twell-known\t")));
}

}  // namespace
}  // namespace chancery
