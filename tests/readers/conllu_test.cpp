#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace chancery::readers {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

Outcome conllu(const std::string& text) { return read_string(text, "words.conllu"); }

std::vector<std::string> words_of(const Document& d) {
  std::vector<std::string> words;
  for (const Token& token : d.tokens) words.emplace_back(d.of(token));
  return words;
}

const std::string kTwo =
    "# newdoc id = one\n# newpar\n# text = They don't agree.\n"
    "1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "3.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_\n4\tagree\tagree\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n"
    "1\tYet\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
    "# newpar\n1\tEnd\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
    "# newdoc id = two\n1\tAgain\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

TEST(Conllu, KeepsWordsSentencesAndParagraphs) {
  const Outcome outcome = conllu(kTwo);
  ASSERT_THAT(outcome.documents, SizeIs(2));
  const Document& d = outcome.documents[0];
  EXPECT_EQ(d.info.id, "one");
  EXPECT_EQ(d.text, "They don't agree. Yet.\n\nEnd");
  EXPECT_THAT(words_of(d), ElementsAre("They", "do", "n't", "agree", ".", "Yet", ".", "End"));
  ASSERT_THAT(d.sentences, SizeIs(3));
  EXPECT_EQ(d.of(d.sentences[1].span), "Yet.");
  ASSERT_THAT(d.blocks, SizeIs(2));
  EXPECT_EQ(d.of(d.blocks[0].span), "They don't agree. Yet.");
  EXPECT_EQ(d.blocks[0].last, 2U);
  EXPECT_EQ(d.tokens[2].lemma, "not");
  EXPECT_EQ(d.tokens[2].head, 3U);
  EXPECT_EQ(d.tokens[3].head, kNone);
  EXPECT_EQ(d.tokens[0].feats, "Case=Nom");
  EXPECT_EQ(d.tokens[0].shape, Shape::capitalised);
  EXPECT_FALSE(d.tokens[2].space_before);
  EXPECT_EQ(d.tokens[5].sentence, 1U);
  EXPECT_EQ(outcome.documents[1].text, "Again");
}

TEST(Conllu, ContractionsThatDoNotSpellTheirWordsOut) {
  const Document d = conllu("1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\t_\t_\t_\t_\t_\t_\t_\t_\n2\tle\t_\t_\t_\t_\t_\t_\t_\t_\n3\tprésident\t_\t_\t_\t_\t_\t_\t_\t_\n\n").documents.at(0);
  EXPECT_EQ(d.text, "du président");
  EXPECT_THAT(words_of(d), ElementsAre("d", "u", "président"));
  EXPECT_EQ(d.tokens[1].lower, "le");
}

TEST(Conllu, ABrokenSentenceIsLeftOutAndNamed) {
  const std::string row = "\tx\t_\t_\t_\t_\t_\t_\t_\t_\n";
  for (const std::string& broken : {std::string("1\tx\n"), "2" + row, "a" + row, std::string("1\tx\t_\t_\t_\t_\t7\t_\t_\t_\n"), "1-9" + row + "1" + row, "1-3" + row + "1-2" + row + "1" + row + "2" + row + "3" + row}) {
    const Outcome outcome = conllu("1" + row + "\n" + broken + "\n1" + row + "\n");
    EXPECT_THAT(outcome.failures, SizeIs(1)) << broken;
    ASSERT_THAT(outcome.documents, SizeIs(1)) << broken;
    EXPECT_EQ(outcome.documents[0].text, "x x");
    EXPECT_THAT(outcome.failures[0].message, HasSubstr("words.conllu:3")) << broken;
  }
}

TEST(Conllu, FieldsFromComments) {
  const Document d = conllu("# newdoc id = g\n# meta::title = The Title\n# meta::date = 2019-01-02\n1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n").documents.at(0);
  EXPECT_EQ(d.title, "The Title");
  EXPECT_EQ(d.info.published, "2019-01-02");
}

}  // namespace
}  // namespace chancery::readers
