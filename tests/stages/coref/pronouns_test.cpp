// Who "he", "she" and "they" are, told by the tree: binding, control, parallelism, gender, number.
#include "read.hpp"

namespace chancery::test {
namespace {

const std::string kMet = "Pedro/Pedro/PROPN/3/nsubj Alvarez/Alvarez/PROPN/1/flat met/meet/VERB/0/root/VerbForm=Fin with/with/ADP/5/case Erik/Erik/PROPN/3/obl Lund/Lund/PROPN/5/flat ././PUNCT/3/punct";

TEST(Pronouns, SubjectGoesOnAndObjectIsTheOther) {
  const Document document = read_trees({kMet, "He/he/PRON/2/nsubj thanked/thank/VERB/0/root/VerbForm=Fin him/he/PRON/2/obj for/for/ADP/6/case his/his/PRON/6/nmod:poss help/help/NOUN/2/obl ././PUNCT/2/punct"});
  EXPECT_EQ(who(document, "He"), "Pedro Alvarez");
  EXPECT_EQ(who(document, "him"), "Erik Lund");
  EXPECT_EQ(who(document, "his"), "Erik Lund");  // one is thanked for one's own help
}

TEST(Pronouns, ObjectIsNotTheSubjectOfItsClause) {
  const Document document = read_trees({"Pedro/Pedro/PROPN/3/nsubj Alvarez/Alvarez/PROPN/1/flat admires/admire/VERB/0/root/VerbForm=Fin him/he/PRON/3/obj ././PUNCT/3/punct"});
  EXPECT_EQ(who(document, "him"), "open");
}

TEST(Pronouns, ReflexiveIsTheSubject) {
  const Document document = read_trees({kMet, "Erik/Erik/PROPN/3/nsubj Lund/Lund/PROPN/1/flat introduced/introduce/VERB/0/root/VerbForm=Fin himself/himself/PRON/3/obj ././PUNCT/3/punct"});
  EXPECT_EQ(who(document, "himself"), "Erik Lund");
}

TEST(Pronouns, ReportedClauseGoesOnWithItsSpeaker) {
  const Document document = read_trees({kMet, "Erik/Erik/PROPN/3/nsubj Lund/Lund/PROPN/1/flat said/say/VERB/0/root/VerbForm=Fin that/that/SCONJ/7/mark he/he/PRON/7/nsubj would/would/AUX/7/aux/VerbForm=Fin come/come/VERB/3/ccomp/VerbForm=Inf ././PUNCT/3/punct"});
  EXPECT_EQ(who(document, "he"), "Erik Lund");
}

TEST(Pronouns, OneIsCongratulatedOnOnesOwnVictory) {
  const Document document = read_trees({"Pedro/Pedro/PROPN/3/nsubj Alvarez/Alvarez/PROPN/1/flat congratulated/congratulate/VERB/0/root/VerbForm=Fin Erik/Erik/PROPN/3/obj Lund/Lund/PROPN/4/flat on/on/ADP/8/case his/his/PRON/8/nmod:poss victory/victory/NOUN/3/obl ././PUNCT/3/punct"});
  EXPECT_EQ(who(document, "his"), "Erik Lund");
}

TEST(Pronouns, OpeningPhraseLooksAheadToItsSubject) {
  const Document document = read_trees({"Pedro/Pedro/PROPN/3/nsubj Alvarez/Alvarez/PROPN/1/flat spoke/speak/VERB/0/root/VerbForm=Fin first/first/ADV/3/advmod ././PUNCT/3/punct",
                                        "During/during/ADP/3/case his/his/PRON/3/nmod:poss visit/visit/NOUN/8/obl ,/,/PUNCT/3/punct Erik/Erik/PROPN/8/nsubj Lund/Lund/PROPN/5/flat will/will/AUX/8/aux/VerbForm=Fin meet/meet/VERB/0/root/VerbForm=Inf journalists/journalist/NOUN/8/obj/Number=Plur ././PUNCT/8/punct"});
  EXPECT_EQ(who(document, "his"), "Erik Lund");
}

TEST(Pronouns, SomebodyWithoutANameIsNobodyNamed) {
  const Document wife = read_trees({"Pedro/Pedro/PROPN/3/nsubj Alvarez/Alvarez/PROPN/1/flat came/come/VERB/0/root/VerbForm=Fin with/with/ADP/6/case his/his/PRON/6/nmod:poss wife/wife/NOUN/3/obl ././PUNCT/3/punct",
                                    "She/she/PRON/2/nsubj thanked/thank/VERB/0/root/VerbForm=Fin the/the/DET/4/det hosts/host/NOUN/2/obj/Number=Plur ././PUNCT/2/punct"});
  EXPECT_EQ(who(wife, "his"), "Pedro Alvarez");
  EXPECT_EQ(who(wife, "She"), "open");
  const Document soldier = read_trees({"Pedro/Pedro/PROPN/3/nsubj Alvarez/Alvarez/PROPN/1/flat met/meet/VERB/0/root/VerbForm=Fin a/a/DET/5/det soldier/soldier/NOUN/3/obj ././PUNCT/3/punct",
                                       "The/the/DET/2/det soldier/soldier/NOUN/3/nsubj said/say/VERB/0/root/VerbForm=Fin he/he/PRON/6/nsubj was/be/AUX/6/cop/VerbForm=Fin tired/tired/ADJ/3/ccomp ././PUNCT/3/punct"});
  EXPECT_EQ(who(soldier, "he"), "open");
}

TEST(Pronouns, TwoMenAsNearAreLeftOpen) {
  const std::string late = "It/it/PRON/3/nsubj was/be/AUX/3/cop/VerbForm=Fin late/late/ADJ/0/root ././PUNCT/3/punct";
  const std::string tired = "He/he/PRON/3/nsubj was/be/AUX/3/cop/VerbForm=Fin tired/tired/ADJ/0/root ././PUNCT/3/punct";
  const Document two = read_trees({"Erik/Erik/PROPN/6/nsubj Lund/Lund/PROPN/1/flat and/and/CCONJ/4/cc Pedro/Pedro/PROPN/1/conj Alvarez/Alvarez/PROPN/4/flat arrived/arrive/VERB/0/root/VerbForm=Fin ././PUNCT/6/punct", late, tired});
  EXPECT_EQ(who(two, "He"), "open");
  const Document one_surname = read_trees({"Erik/Erik/PROPN/6/nsubj Lund/Lund/PROPN/1/flat and/and/CCONJ/4/cc Carl/Carl/PROPN/1/conj Lund/Lund/PROPN/4/flat arrived/arrive/VERB/0/root/VerbForm=Fin ././PUNCT/6/punct", late, tired});
  EXPECT_EQ(who(one_surname, "He"), "open");
}

TEST(Pronouns, GenderTellsTwoOfOneSurnameApart) {
  const Document document = read_trees({"Ana/Ana/PROPN/6/nsubj Lund/Lund/PROPN/1/flat and/and/CCONJ/4/cc Erik/Erik/PROPN/1/conj Lund/Lund/PROPN/4/flat arrived/arrive/VERB/0/root/VerbForm=Fin ././PUNCT/6/punct",
                                        "She/she/PRON/2/nsubj thanked/thank/VERB/0/root/VerbForm=Fin him/he/PRON/2/obj ././PUNCT/2/punct"});
  EXPECT_EQ(who(document, "She"), "Ana Lund");
  EXPECT_EQ(who(document, "him"), "Erik Lund");
}

TEST(Pronouns, SpeakerOfAQuotationIsNotHeInIt) {
  const Document document = read_trees({"Pedro/Pedro/PROPN/3/nsubj Alvarez/Alvarez/PROPN/1/flat praised/praise/VERB/0/root/VerbForm=Fin Erik/Erik/PROPN/3/obj Lund/Lund/PROPN/4/flat ././PUNCT/3/punct",
                                        "\"/\"/PUNCT/5/punct He/he/PRON/5/nsubj is/be/AUX/5/cop/VerbForm=Fin a/a/DET/5/det friend/friend/NOUN/10/ccomp ,/,/PUNCT/5/punct \"/\"/PUNCT/5/punct Pedro/Pedro/PROPN/10/nsubj Alvarez/Alvarez/PROPN/8/flat said/say/VERB/0/root/VerbForm=Fin ././PUNCT/10/punct"});
  EXPECT_EQ(who(document, "He"), "Erik Lund");
}

TEST(Pronouns, TheyAreThoseWhoMet) {
  const Document document = read_trees({kMet, "They/they/PRON/2/nsubj/Number=Plur discussed/discuss/VERB/0/root/Number=Plur|VerbForm=Fin trade/trade/NOUN/2/obj ././PUNCT/2/punct"});
  EXPECT_EQ(who(document, "They"), "Erik Lund + Pedro Alvarez");
}

TEST(Pronouns, ThingsAndPeopleWithoutNamesAreTheyToo) {
  const Document museums = read_trees({kMet, "Museums/museum/NOUN/2/nsubj/Number=Plur keep/keep/VERB/0/root/Number=Plur|VerbForm=Fin their/their/PRON/4/nmod:poss/Number=Plur treasures/treasure/NOUN/2/obj/Number=Plur ././PUNCT/2/punct"});
  EXPECT_EQ(who(museums, "their"), "open");
  const Document volunteers = read_trees({kMet, "Erik/Erik/PROPN/3/nsubj Lund/Lund/PROPN/1/flat praised/praise/VERB/0/root/VerbForm=Fin the/the/DET/5/det volunteers/volunteer/NOUN/3/obj/Number=Plur who/who/PRON/7/nsubj defend/defend/VERB/5/acl:relcl/Number=Plur|VerbForm=Fin their/their/PRON/9/nmod:poss/Number=Plur homes/home/NOUN/7/obj/Number=Plur ././PUNCT/3/punct"});
  EXPECT_EQ(who(volunteers, "their"), "open");
}

TEST(Pronouns, WhatIsResolvedSaysHowSurelyAndWhatIsOpenDoesNot) {
  const Document document = read_trees({kMet, "He/he/PRON/2/nsubj left/leave/VERB/0/root/VerbForm=Fin ././PUNCT/2/punct"});
  for (const Mention& mention : document.mentions) {
    if (mention.form != Form::pronoun) continue;
    ASSERT_TRUE(mention.confidence.has_value());
    EXPECT_GT(*mention.confidence, 0.5);
    EXPECT_LE(*mention.confidence, 1.0);
  }
}

TEST(Pronouns, TenThousandOfThemStayLinear) {
  std::string sentence;
  for (int i = 0; i < 10000; ++i) sentence += "he/he/PRON/0/root ";
  const Document document = read_trees({kMet, sentence});
  EXPECT_EQ(std::count_if(document.mentions.begin(), document.mentions.end(), [](const Mention& m) { return m.form == Form::pronoun; }), 10000);
}

}  // namespace
}  // namespace chancery::test
