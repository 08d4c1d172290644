// "the two leaders", "the three envoys", "the heads of state", "his counterpart", "the guest", "the diplomat".
#include "read.hpp"

namespace chancery::test {
namespace {

const std::string kMet = "Pedro/Pedro/PROPN/3/nsubj Alvarez/Alvarez/PROPN/1/flat met/meet/VERB/0/root/VerbForm=Fin with/with/ADP/5/case Erik/Erik/PROPN/3/obl Lund/Lund/PROPN/5/flat ././PUNCT/3/punct";
const std::string kBoth = "Erik Lund + Pedro Alvarez";

std::string spoke(const std::string& subject) {
  // Determiner, number and noun on one verb.
  return subject + " spoke/speak/VERB/0/root/VerbForm=Fin ././PUNCT/4/punct";
}

TEST(Descriptions, TheTwoLeadersAreThoseWhoMet) {
  const Document document = read_trees({kMet, spoke("The/the/DET/3/det two/two/NUM/3/nummod leaders/leader/NOUN/4/nsubj/Number=Plur")});
  EXPECT_EQ(who(document, "The two leaders"), kBoth);
}

TEST(Descriptions, SoManyWhoActAreThoseWhomTheTextIsAbout) {
  const std::string met = "Ana/Ana/PROPN/9/nsubj Silva/Silva/PROPN/1/flat ,/,/PUNCT/4/punct Erik/Erik/PROPN/1/conj Lund/Lund/PROPN/4/flat and/and/CCONJ/7/cc Pedro/Pedro/PROPN/1/conj Alvarez/Alvarez/PROPN/7/flat met/meet/VERB/0/root/Number=Plur|VerbForm=Fin ././PUNCT/9/punct";
  const std::string spoke_of_three = "The/the/DET/3/det three/three/NUM/3/nummod envoys/envoy/NOUN/4/nsubj/Number=Plur agreed/agree/VERB/0/root/Number=Plur|VerbForm=Fin ././PUNCT/4/punct";
  const std::string they = "They/they/PRON/2/nsubj/Number=Plur reaffirmed/reaffirm/VERB/0/root/Number=Plur|VerbForm=Fin it/it/PRON/2/obj ././PUNCT/2/punct";
  const Document three = read_trees({met, spoke_of_three, they});
  EXPECT_EQ(who(three, "The three envoys"), "Ana Silva + Erik Lund + Pedro Alvarez");
  EXPECT_EQ(who(three, "They"), "Ana Silva + Erik Lund + Pedro Alvarez");
  const Document two = read_trees({kMet, spoke_of_three});
  EXPECT_EQ(who(two, "The three envoys"), "unmarked");  // one is not told of
}

TEST(Descriptions, HisCounterpartIsTheOtherOfTwo) {
  const Document document = read_trees({kMet, "Pedro/Pedro/PROPN/3/nsubj Alvarez/Alvarez/PROPN/1/flat thanked/thank/VERB/0/root/VerbForm=Fin his/his/PRON/5/nmod:poss counterpart/counterpart/NOUN/3/obj ././PUNCT/3/punct"});
  EXPECT_EQ(who(document, "his counterpart"), "Erik Lund");
}

TEST(Descriptions, HisCounterpartIsOpenAmongThree) {
  const Document document = read_trees({"Pedro/Pedro/PROPN/3/nsubj Alvarez/Alvarez/PROPN/1/flat met/meet/VERB/0/root/VerbForm=Fin Erik/Erik/PROPN/3/obj Lund/Lund/PROPN/4/flat and/and/CCONJ/7/cc Carl/Carl/PROPN/4/conj Berg/Berg/PROPN/7/flat ././PUNCT/3/punct",
                                        "Pedro/Pedro/PROPN/3/nsubj Alvarez/Alvarez/PROPN/1/flat thanked/thank/VERB/0/root/VerbForm=Fin his/his/PRON/5/nmod:poss counterpart/counterpart/NOUN/3/obj ././PUNCT/3/punct"});
  EXPECT_EQ(who(document, "his counterpart"), "open");
}

TEST(Descriptions, TheDiplomatIsWhoHoldsSuchAnOfficeAlone) {
  const std::string diplomat = "The/the/DET/2/det diplomat/diplomat/NOUN/3/nsubj smiled/smile/VERB/0/root/VerbForm=Fin ././PUNCT/3/punct";
  const Document one = read_trees({"Ambassador/Ambassador/PROPN/2/nmod:desc Erik/Erik/PROPN/4/nsubj Lund/Lund/PROPN/2/flat met/meet/VERB/0/root/VerbForm=Fin Pedro/Pedro/PROPN/4/obj Alvarez/Alvarez/PROPN/5/flat ././PUNCT/4/punct", diplomat});
  EXPECT_EQ(who(one, "diplomat"), "Erik Lund");
  const Document two = read_trees({"Ambassador/Ambassador/PROPN/2/nmod:desc Erik/Erik/PROPN/4/nsubj Lund/Lund/PROPN/2/flat met/meet/VERB/0/root/VerbForm=Fin Ambassador/Ambassador/PROPN/6/nmod:desc Pedro/Pedro/PROPN/4/obj Alvarez/Alvarez/PROPN/6/flat ././PUNCT/4/punct", diplomat});
  EXPECT_EQ(who(two, "diplomat"), "open");
}

TEST(Descriptions, TheGuestIsTheOneFromElsewhere) {
  Document document = read_trees({"President/President/PROPN/2/nmod:desc Pedro/Pedro/PROPN/4/nsubj Alvarez/Alvarez/PROPN/2/flat met/meet/VERB/0/root/VerbForm=Fin President/President/PROPN/6/nmod:desc Erik/Erik/PROPN/4/obj Lund/Lund/PROPN/6/flat of/of/ADP/9/case Norway/Norway/PROPN/6/nmod ././PUNCT/4/punct",
                                  "The/the/DET/2/det guest/guest/NOUN/3/nsubj smiled/smile/VERB/0/root/VerbForm=Fin ././PUNCT/3/punct"}, "ESP");
  EXPECT_EQ(who(document, "The guest"), "Erik Lund");
}

}  // namespace
}  // namespace chancery::test
