// Who "I", "you" and "our country" are, once it is known whose words they are.
#include "read.hpp"
#include "stages/coref/voices.hpp"

namespace chancery::test {
namespace {

struct Spoken {
  Document document;
  Index ana = kNone, erik = kNone;
};

/// Ana Silva met Erik Lund; the words from the second sentence on are Ana's, spoken to Erik.
Spoken spoken(std::vector<std::string> words, bool both = false) {
  words.insert(words.begin(), "Ana/Ana/PROPN/3/nsubj Silva/Silva/PROPN/1/flat met/meet/VERB/0/root/VerbForm=Fin Erik/Erik/PROPN/3/obj Lund/Lund/PROPN/4/flat ././PUNCT/3/punct");
  Spoken out{read_trees(words)};
  Document& document = out.document;
  for (Index e = 0; e < document.entities.size(); ++e) {
    if (document.entities[e].name == "Ana Silva") out.ana = e;
    if (document.entities[e].name == "Erik Lund") out.erik = e;
  }
  Statement turn;
  turn.mode = StatementMode::turn;
  turn.span = {document.sentences[1].span.begin, document.sentences.back().span.end, Part::text};
  turn.speakers = both ? std::vector<Index>{out.ana, out.erik} : std::vector<Index>{out.ana};
  turn.addressee = out.erik;
  document.statements.push_back(turn);
  const VoicesStage voices(data_folder());
  voices.run(document);
  return out;
}

const std::string kThank = "I/I/PRON/2/nsubj thank/thank/VERB/0/root you/you/PRON/2/obj ././PUNCT/2/punct";

TEST(Voices, IIsTheSpeakerAndYouTheOneSpokenTo) {
  const Document document = spoken({kThank}).document;
  EXPECT_EQ(who(document, "I"), "Ana Silva");
  EXPECT_EQ(who(document, "you"), "Erik Lund");
}

TEST(Voices, YouIsNobodyAloneBeforeARoom) {
  const Document document = spoken({"Thank/thank/VERB/0/root you/you/PRON/1/obj ,/,/PUNCT/4/punct everyone/everyone/PRON/1/vocative ././PUNCT/1/punct"}).document;
  EXPECT_EQ(who(document, "you"), "unmarked");
}

TEST(Voices, WeAreAllWhoSpeakTogetherElseUnmarked) {
  const std::string agree = "We/we/PRON/2/nsubj agree/agree/VERB/0/root ././PUNCT/2/punct";
  EXPECT_EQ(who(spoken({agree}, true).document, "We"), "Ana Silva + Erik Lund");
  EXPECT_EQ(who(spoken({agree}).document, "We"), "unmarked");
}

TEST(Voices, SheInHerOwnWordsIsSomebodyElse) {
  const Document document = spoken({"She/she/PRON/2/nsubj left/leave/VERB/0/root/VerbForm=Fin ././PUNCT/2/punct"}).document;
  EXPECT_EQ(who(document, "She"), "open");
}

TEST(Voices, OurCountryIsTheSpeakersWhereThatIsKnown) {
  const std::vector<std::string> words = {"Norway/Norway/PROPN/2/nsubj is/be/AUX/3/cop/VerbForm=Fin our/our/PRON/4/nmod:poss country/country/NOUN/0/root ././PUNCT/4/punct"};
  EXPECT_EQ(who(spoken(words).document, "our country"), "unmarked");
  Spoken known = spoken(words);
  known.document.entities[known.ana].country = "NOR";
  VoicesStage(data_folder()).run(known.document);
  EXPECT_EQ(who(known.document, "our country"), "Norway");
}

}  // namespace
}  // namespace chancery::test
