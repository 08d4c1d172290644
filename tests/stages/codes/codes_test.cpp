#include "stages/codes/codes.hpp"

#include <gmock/gmock.h>

#include "base/file.hpp"
#include "told.hpp"

namespace chancery {
namespace {

using test::told;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "ACCUSE: the union -> the minister" for each act.
std::vector<std::string> codes_of(Document document) {
  static const CodesStage stage(data_folder());
  stage.run(document);
  std::vector<std::string> out;
  for (const Event& event : document.events) {
    if (event.plover.empty()) continue;
    std::string line = event.plover + ":";
    for (const char* side : {"source", "both", "target"}) {
      if (std::string_view(side) == "target") line += " ->";
      for (const Participant& p : event.participants) {
        if (p.side == side) line += " " + std::string(document.of(p.mention)) + ";";
      }
    }
    out.push_back(line);
  }
  return out;
}

/// "The rebels ... the hostages": with what stands between as verbs in a chain.
std::string rebels(const std::string& middle, int verb) {
  const std::string root = std::to_string(verb);
  const int object = verb + 2;
  return "The the DET 2 det\nrebels rebel NOUN/NNS 3 nsubj\n" + middle + "the the DET " + std::to_string(object) + " det\nhostages hostage NOUN/NNS " + root + " obj\n";
}

TEST(Codes, AVerbWithItsObject) {
  EXPECT_THAT(codes_of(told(rebels("released release VERB/VBD 0 root\n", 3))), ElementsAre("RETREAT: The rebels; -> the hostages;"));
}

TEST(Codes, APassiveTurnsTheSidesRound) {
  EXPECT_THAT(codes_of(told("The the DET 2 det\nhostages hostage NOUN/NNS 4 nsubj:pass\nwere be AUX 4 aux:pass\nreleased release VERB/VBN 0 root\n"
                            "by by ADP 7 case\nthe the DET 7 det\nrebels rebel NOUN/NNS 4 obl:agent\n")),
              ElementsAre("RETREAT: the rebels; -> The hostages;"));
}

TEST(Codes, PlansRefusalsAndThreatsAreToldApart) {
  const auto under = [](const std::string& verb) { return codes_of(told(rebels(verb + " VERB/VBD 0 root\nto to PART 5 mark\nrelease release VERB/VB 3 xcomp\n", 5))); };
  EXPECT_THAT(under("agreed agree"), ElementsAre("AGREE: The rebels; -> the hostages;"));
  EXPECT_THAT(under("refused refuse"), ElementsAre("REJECT: The rebels; -> the hostages;"));
  EXPECT_THAT(under("threatened threaten"), ElementsAre("THREATEN: The rebels; -> the hostages;"));
  EXPECT_THAT(under("wished wish"), IsEmpty());
}

TEST(Codes, AuxiliariesAndNegation) {
  const auto with = [](const std::string& words, int verb) { return codes_of(told("The the DET 2 det\nrebels rebel NOUN/NNS " + std::to_string(verb) + " nsubj\n" + words)); };
  const std::string object = "hostages hostage NOUN/NNS ";
  EXPECT_THAT(with("will will AUX 4 aux\nrelease release VERB/VB 0 root\n" + object + "4 obj\n", 4), ElementsAre("AGREE: The rebels; -> hostages;"));
  EXPECT_THAT(with("will will AUX 5 aux\nnot not PART 5 advmod\nrelease release VERB/VB 0 root\n" + object + "5 obj\n", 5), ElementsAre("REJECT: The rebels; -> hostages;"));
  EXPECT_THAT(with("have have AUX 5 aux\nnot not PART 5 advmod\nreleased release VERB/VBN 0 root\n" + object + "5 obj\n", 5), IsEmpty());
  EXPECT_THAT(with("must must AUX 4 aux\nrelease release VERB/VB 0 root\n" + object + "4 obj\n", 4), IsEmpty());
  EXPECT_THAT(with("will will AUX 4 aux\nattack attack VERB/VB 0 root\n" + object + "4 obj\n", 4), ElementsAre("THREATEN: The rebels; -> hostages;"));
}

TEST(Codes, WhatIsOnlySupposedIsNoAct) {
  EXPECT_THAT(codes_of(told(rebels("were be AUX 4 aux:pass\naccused accuse VERB/VBN 0 root\nof of SCONJ 6 mark\nkilling kill VERB/VBG 4 advcl\n", 6))), IsEmpty());
}

TEST(Codes, ReportedSpeechGoesToTheSpeaker) {
  EXPECT_THAT(codes_of(told("The the DET 2 det\narmy army NOUN/NN 3 nsubj\nsaid say VERB/VBD 0 root\nit it PRON/PRP 6 nsubj\nhad have AUX 6 aux\n"
                            "attacked attack VERB/VBN 3 ccomp\nthe the DET 8 det\nrebels rebel NOUN/NNS 6 obj\n")),
              ElementsAre("ASSAULT: The army; -> the rebels;"));
}

TEST(Codes, WhoseTheThingIsTakesPart) {
  EXPECT_THAT(codes_of(told("Protesters protester NOUN/NNS 2 nsubj\ncondemned condemn VERB/VBD 0 root\nthe the DET 4 det\ngovernment government NOUN/NN 6 nmod:poss\n"
                            "'s 's PART 4 case\ndecision decision NOUN/NN 2 obj\n")),
              ElementsAre("ACCUSE: Protesters; -> the government 's decision; the government;"));
}

TEST(Codes, ALightVerbIsReadWithItsNoun) {
  EXPECT_THAT(codes_of(told("Police police NOUN/NNS 2 nsubj\nlaunched launch VERB/VBD 0 root\nan a DET 4 det\ninvestigation investigation NOUN/NN 2 obj\n"
                            "into into ADP 7 case\nthe the DET 7 det\nmayor mayor NOUN/NN 4 nmod\n")),
              ElementsAre("ACCUSE: Police; -> the mayor;"));
}

TEST(Codes, ThingsDoNotAct) {
  EXPECT_THAT(codes_of(told("The the DET 2 det\nmeasures measure NOUN/NNS 3 nsubj\nhelp help VERB/VBP 0 root\nrefugees refugee NOUN/NNS 3 obj\n")), IsEmpty());
}

TEST(Codes, PartnersStandOnBothSides) {
  EXPECT_THAT(codes_of(told("Ministers minister NOUN/NNS 2 nsubj\nmet meet VERB/VBD 0 root\nwith with ADP 4 case\nlawmakers lawmaker NOUN/NNS 2 obl\n")),
              ElementsAre("CONSULT: Ministers; lawmakers; ->"));
}

TEST(Codes, MendsAVerbReadAsParticipleOfItsObject) {
  EXPECT_THAT(codes_of(told("Police police NOUN/NNS 3 nsubj\ncondemned condemn VERB/VBD 3 amod\nprotesters protester NOUN/NNS 0 root\n")), ElementsAre("ACCUSE: Police; -> protesters;"));
}

TEST(Codes, AdjectivesMadeOfVerbsAreNoActs) {
  EXPECT_THAT(codes_of(told("Police police NOUN/NNS 2 nsubj\nmet meet VERB/VBD 0 root\nkidnapped kidnap VERB/VBN 4 amod\ntourists tourist NOUN/NNS 2 obj\n")),
              ElementsAre("CONSULT: Police; kidnapped tourists; ->"));
}

TEST(Codes, TheDayOfTheActIsNotTheDayOfTheReport) {
  Document document = told("Officials official NOUN/NNS 2 nsubj\nsaid say VERB/VBD 0 root\nyesterday yesterday NOUN/NN 2 obl:tmod\npolice police NOUN/NNS 5 nsubj\n"
                           "arrested arrest VERB/VBD 2 ccomp\nsmugglers smuggler NOUN/NNS 5 obj\nMonday Monday PROPN/NNP 5 obl:tmod\n");
  const auto time = [&](Index word, const char* value) {
    Timex& made = document.times.emplace_back();
    made.span = document.tokens[word].span;
    made.value = value;
    made.from = made.to = parse_day(value);
  };
  time(2, "2023-05-09");
  time(6, "2023-05-08");
  CodesStage(data_folder()).run(document);
  ASSERT_EQ(document.events.size(), 1U);
  EXPECT_EQ(document.events[0].time.value, "2023-05-08");
  EXPECT_EQ(document.events[0].time.basis, TimeBasis::relative);
}

TEST(Codes, ARefusalToMeetIsNoMeeting) {
  Document document = told("Ministers minister NOUN/NNS 2 nsubj\nrefused refuse VERB/VBD 0 root\nto to PART 4 mark\nmeet meet VERB/VB 2 xcomp\nlawmakers lawmaker NOUN/NNS 4 obj\n");
  for (const char* name : {"Ministers", "lawmakers"}) document.entities.emplace_back().name = name;
  Event& meeting = document.events.emplace_back();
  meeting.type = EventType::meeting;
  meeting.main = true;
  meeting.participants = {{0, Role::party, "", {}}, {1, Role::party, "", {}}};
  meeting.evidence = {document.sentences[0].span};
  CodesStage(data_folder()).run(document);
  ASSERT_EQ(document.events.size(), 2U);
  EXPECT_EQ(document.events[0].plover, "");
  EXPECT_EQ(document.events[1].plover, "REJECT");
}

TEST(Codes, EncountersAreCodedByTypeAndStatus) {
  Document document;
  document.title = "Visit";
  for (const char* name : {"A", "B"}) document.entities.emplace_back().name = name;
  const auto event = [&](EventType type, Status status) {
    Event& made = document.events.emplace_back();
    made.type = type;
    made.status = status;
    made.participants = {{0, Role::host, "", {}}, {1, Role::guest, "", {}}};
  };
  event(EventType::visit, Status::happened);
  event(EventType::phone_call, Status::planned);
  event(EventType::talks, Status::cancelled);
  event(EventType::ceremony, Status::happened);
  document.events.front().main = true;
  CodesStage(data_folder()).run(document);
  EXPECT_EQ(document.events[0].plover, "CONSULT");
  EXPECT_EQ(document.events[0].mode, "visit");
  EXPECT_EQ(document.events[0].participants[0].side, "target");
  EXPECT_EQ(document.events[0].participants[1].side, "source");
  EXPECT_EQ(document.events[1].plover, "AGREE");
  EXPECT_EQ(document.events[2].plover, "REJECT");
  EXPECT_EQ(document.events[3].plover, "");
}

}  // namespace
}  // namespace chancery
