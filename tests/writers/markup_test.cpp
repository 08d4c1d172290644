#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.hpp"
#include "writers/conllu.hpp"
#include "writers/timeml.hpp"

namespace chancery::writers {
namespace {

using testing::HasSubstr;

TEST(TimeML, TextIsEscapedAndExpressionsAreMarked) {
  Document d;
  d.info.id = "a<b";
  d.info.published = "2024-06-14";
  d.text = "R&D <today> \"now\"\r\n\x01";
  auto today = at<Timex>(where(d.text, "today"));
  today.value = "2024-06-14";
  d.times = {today};
  const std::string out = to_timeml(d);
  EXPECT_THAT(out, HasSubstr("<DOCID>a&lt;b</DOCID>"));
  EXPECT_THAT(out, HasSubstr("<TEXT>R&amp;D &lt;<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2024-06-14\" functionInDocument=\"NONE\">today</TIMEX3>&gt; "
                             "&quot;now&quot;&#13;\n\uFFFD</TEXT>"));
  EXPECT_THAT(out, HasSubstr("<TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2024-06-14\" functionInDocument=\"CREATION_TIME\">"));
}

TEST(TimeML, OverlappingExpressionsAreMarkedOnce) {
  Document d;
  d.text = "the first nine months of 2017";
  auto all = at<Timex>(where(d.text, d.text)), year = at<Timex>(where(d.text, "2017"));
  all.value = "2017-01/2017-09", all.mod = "START", year.value = "2017";
  d.times = {all, year};
  EXPECT_THAT(to_timeml(d), HasSubstr("mod=\"START\" functionInDocument=\"NONE\">the first nine months of 2017</TIMEX3></TEXT>"));
}

Token word(const std::string& text, std::string_view form, size_t from = 0) {
  Token token;
  token.span = where(text, form, Part::text, from);
  return token;
}

TEST(Conllu, WordsKeepTheirPlaceAndHeads) {
  Document d;
  d.info.id = "doc";
  d.title = "Title";
  d.text = "He\u00A0spoke.  Then left";
  d.tokens = {word(d.text, "He"), word(d.text, "spoke"), word(d.text, "."), word(d.text, "Then"), word(d.text, "left")};
  d.tokens[0].upos = "PRON", d.tokens[0].head = 1, d.tokens[0].deprel = "nsubj";
  d.tokens[1].upos = "VERB", d.tokens[1].deprel = "root";
  d.sentences = {{.span = where(d.text, "He\u00A0spoke."), .first = 0, .last = 3, .block = 0}, {.span = where(d.text, "Then left"), .first = 3, .last = 5, .block = 1}};
  EXPECT_EQ(to_conllu(d),
            "# newdoc id = doc\n# title = Title\n# newpar\n# sent_id = doc-1\n# text = He spoke.\n"
            "1\tHe\t_\tPRON\t_\t_\t2\tnsubj\t_\t_\n"
            "2\tspoke\t_\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
            "3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
            "# newpar\n# sent_id = doc-2\n# text = Then left\n"
            "1\tThen\t_\t_\t_\t_\t_\t_\t_\t_\n"
            "2\tleft\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
}

TEST(Conllu, NoSentencesNoOutput) { EXPECT_EQ(to_conllu(Document{}), ""); }

}  // namespace
}  // namespace chancery::writers
