// The same words under different trees: the tense that the tree gives decides the day.
#include <gtest/gtest.h>

#include <sstream>

#include "base/file.hpp"
#include "document/word.hpp"
#include "stages/segment/segment.hpp"
#include "stages/times/times.hpp"

namespace chancery {
namespace {

/// One word a line: form, upos, features, head (from 1, 0 the root), relation. The text is the words with spaces.
Document parsed(const std::string& table) {
  struct Row {
    std::string form, upos, feats, deprel;
    Index head = 0;
  };
  std::vector<Row> rows;
  std::istringstream lines(table);
  for (Row row; lines >> row.form >> row.upos >> row.feats >> row.head >> row.deprel;) rows.push_back(row);
  Document document;
  for (const Row& row : rows) document.text += (document.text.empty() ? "" : " ") + row.form;
  document.info.published = "2021-06-09";  // a Wednesday
  SegmentStage(data_folder()).run(document);
  EXPECT_EQ(document.tokens.size(), rows.size()) << document.text;
  for (size_t i = 0; i < std::min(rows.size(), document.tokens.size()); ++i) {
    Token& token = document.tokens[i];
    token.lemma = plain_lower(rows[i].form);
    token.upos = rows[i].upos;
    token.xpos = rows[i].upos == "AUX" && rows[i].form == "will" ? "MD" : "";
    token.feats = rows[i].feats;
    token.deprel = rows[i].deprel;
    token.head = rows[i].head == 0 ? kNone : rows[i].head - 1;
  }
  return document;
}

std::string day_in(Document document) {
  static const TimesStage times(data_folder() / "times");
  times.run(document);
  return document.times.size() == 1 ? document.times[0].value : "not one time";
}

TEST(Clause, TheGoverningVerbDecidesNotTheNearest) {
  const auto hung_on = [](const std::string& head) {
    return day_in(parsed("He PRON _ 2 nsubj\n"
                         "met VERB Tense=Past|VerbForm=Fin 0 root\n"
                         "envoys NOUN _ 2 obj\n"
                         "who PRON _ 6 nsubj\n"
                         "will AUX VerbForm=Fin 6 aux\n"
                         "travel VERB VerbForm=Inf 3 acl:relcl\n"
                         "on ADP _ 8 case\n"
                         "Friday PROPN _ " + head + " obl\n"
                         ". PUNCT _ 2 punct"));
  };
  EXPECT_EQ(hung_on("6"), "2021-06-11");
  EXPECT_EQ(hung_on("2"), "2021-06-04");
}

TEST(Clause, PurposeTakesTheTenseOfItsVerb) {
  const std::string tail = "to PART _ 4 mark\nsign VERB VerbForm=Inf 2 %s\nit PRON _ 4 obj\non ADP _ 7 case\nFriday PROPN _ 4 obl\n. PUNCT _ 2 punct";
  const auto with = [&](const std::string& verb, const std::string& relation) {
    std::string rest = tail;
    rest.replace(rest.find("%s"), 2, relation);
    return day_in(parsed("They PRON _ 2 nsubj\n" + verb + " VERB Tense=Past|VerbForm=Fin 0 root\n" + rest));
  };
  EXPECT_EQ(with("came", "advcl"), "2021-06-04");
  EXPECT_EQ(with("agree", "xcomp"), "2021-06-11");
}

TEST(Clause, ParticiplesAreOverUnlessPlanned) {
  const auto with = [](const std::string& participle) {
    return day_in(parsed("The DET _ 2 det\nmeeting NOUN _ 0 root\n" + participle + " VERB Tense=Past|VerbForm=Part 2 acl\nfor ADP _ 5 case\nFriday PROPN _ 3 obl\n. PUNCT _ 2 punct"));
  };
  EXPECT_EQ(with("held"), "2021-06-04");
  EXPECT_EQ(with("scheduled"), "2021-06-11");
}

TEST(Clause, ADamagedTreeIsNoHarm) {
  EXPECT_EQ(day_in(parsed("Meet VERB VerbForm=Inf 2 xcomp\nplan VERB VerbForm=Inf 1 xcomp\nFriday PROPN _ 1 obl")), "2021-06-11");
}

}  // namespace
}  // namespace chancery
