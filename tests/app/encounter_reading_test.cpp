// How an encounter came about, by what channel, where and with whom, read by the whole engine with its model: what needs
// the tree of a sentence. The texts are written for these tests.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/engine.hpp"

namespace chancery {
namespace {

Document read(const std::string& title, const std::string& text) {
  static const app::Engine engine;
  Document document;
  document.title = title;
  document.text = text;
  document.info.published = "2024-03-05";
  engine.analyse(document);
  return document;
}

const Event& main_of(const Document& document) { return document.events.at(0); }

std::string initiator(const Document& document, const Event& event) { return event.initiator == kNone ? "" : document.entities[event.initiator].name; }

std::vector<std::string> people(const Document& document, const Event& event) {
  std::vector<std::string> names;
  for (const Participant& p : event.participants) names.push_back(document.entities[p.entity].name);
  std::sort(names.begin(), names.end());
  return names;
}

const Event* other_of(const Document& document, EventType type) {
  const auto found = std::find_if(document.events.begin(), document.events.end(), [&](const Event& e) { return !e.main && e.type == type; });
  return found == document.events.end() ? nullptr : &*found;
}

const std::string kTitle = "Telephone conversation with Prime Minister of Norway Kari Lund";
const std::string kCall = "Ana Silva had a telephone conversation with Prime Minister of Norway Kari Lund.";

TEST(Initiator, IsToldInASentenceAfterTheOneThatTellsTheCall) {
  for (const char* said : {" The conversation took place at the initiative of the Norwegian side.", " The conversation was initiated by the Norwegian side.",
                           " The call was held at the request of the Norwegian side.", "\n\nDuring a telephone conversation initiated by the Norwegian side, they discussed fishing."}) {
    const Document document = read(kTitle, kCall + said);
    EXPECT_EQ(initiator(document, main_of(document)), "Norway") << said;
  }
}

TEST(Initiator, IsWhoeverTheCallCameFrom) {
  const Document document = read("Call with Prime Minister Lund", "President Ana Silva received a telephone call from Prime Minister Kari Lund of Norway today.");
  EXPECT_EQ(initiator(document, main_of(document)), "Kari Lund");
}

TEST(Initiator, IsNotWhoAsksForSomethingInTheCall) {
  for (const char* said : {" At the request of Kari Lund, Ana Silva described the talks in Lima.", " They discussed the programme launched at the initiative of the Norwegian side.",
                           " They recalled the talks between Chile and Peru held at the initiative of the Chilean side."}) {
    const Document document = read(kTitle, kCall + said);
    EXPECT_EQ(initiator(document, main_of(document)), "") << said;
  }
}

TEST(Channel, IsVideoWhereTheEncounterItselfIs) {
  for (const char* said : {"President Ana Silva held a meeting with Governor Rui Costa via videoconference.", "President Ana Silva held a virtual meeting with Governor Rui Costa.",
                           "President Ana Silva met with Governor Rui Costa. The meeting took place via video link."}) {
    EXPECT_EQ(main_of(read("Meeting with Governor Rui Costa", said)).channel, "video") << said;
  }
}

TEST(Channel, IsOpenWhereOnlySomethingElseIsOnline) {
  for (const char* said : {"President Ana Silva met with Governor Rui Costa to discuss online safety.", "President Ana Silva met with Governor Rui Costa and watched a video message from the fishermen.",
                           "President Ana Silva met with Governor Rui Costa and Minister Berta Dias (via videoconference)."}) {
    EXPECT_EQ(main_of(read("Meeting with Governor Rui Costa", said)).channel, "") << said;
  }
}

TEST(Channel, IsInPersonWhereTheTextSaysSo) {
  EXPECT_EQ(main_of(read("Meeting with Governor Rui Costa", "President Ana Silva met in person with Governor Rui Costa in Porto.")).channel, "in person");
}

TEST(Place, OfAnEarlierSummitIsNotThatOfTheConversation) {
  const Document document = read("Meeting with President of Chile Luis Ortega",
                                 "Ana Silva had a long conversation with President of Chile Luis Ortega.\n\nThey discussed the outcomes of the June 2023 summit in Geneva.");
  EXPECT_EQ(main_of(document).place.name, "");
}

TEST(Channel, IsThatOfTheMeetingWhereOneOfThemJoinsVirtually) {
  const Document document = read("Meeting with Governor Rui Costa", "President Ana Silva met with Governor Rui Costa in the Palace Hotel in Porto, and Minister Berta Dias joined virtually, to discuss boats.");
  EXPECT_EQ(main_of(document).channel, "");
  EXPECT_NE(main_of(document).place.name, "");
}

TEST(Place, IsNoneForAVideoMeeting) {
  const Document document = read("Virtual meeting", "Minister Ana Silva held a virtual meeting today with a group of fishermen in Iceland.");
  EXPECT_EQ(main_of(document).place.name, "");
}

TEST(Status, OfAMeetingThatCannotBeIsDenied) {
  const Document document = read("Call with Prime Minister Lund", "President Ana Silva spoke today with Prime Minister Kari Lund. She said that she would be unable to travel to Norway.");
  const Event* visit = other_of(document, EventType::visit);
  ASSERT_NE(visit, nullptr);
  EXPECT_EQ(visit->status, Status::denied);
}

TEST(Day, OfWhatComesAfterIsNotThatOfTheCall) {
  const Document document = read(kTitle, "Ana Silva had a telephone conversation with Prime Minister of Norway Kari Lund ahead of the Day of the Sea, marked on March 8.");
  EXPECT_EQ(main_of(document).status, Status::happened);
  EXPECT_EQ(main_of(document).time.value, "");
}

TEST(Participants, OfAMeetingBetweenTwoAreTheTwo) {
  const Document document = read("Minister Lara Mendes met with Adviser Tom Reid",
                                 "Minister Lara Mendes met today with Adviser Tom Reid.\n\nFollowing the February 7 meeting between President Ana Silva and Chancellor Peter Lang, Lara Mendes and Tom Reid spoke of trade.");
  const Event* meeting = other_of(document, EventType::meeting);
  ASSERT_NE(meeting, nullptr);
  EXPECT_EQ(people(document, *meeting), (std::vector<std::string>{"Ana Silva", "Peter Lang"}));
}

const std::string kRemarks = "PRESIDENT SILVA: Welcome to the palace. We will speak about fishing.\n\nPRIME MINISTER LUND: Thank you very much for having me.";

TEST(WordsBeforeAMeeting, AreSaidAtAMeetingOfThoseWhoSpeak) {
  for (const char* when : {"Before Bilateral Meeting", "Ahead of Expanded Bilateral Meeting", "During a Meeting"}) {
    const Document document = read(std::string("Remarks by President Silva of Peru and Prime Minister Lund of Norway ") + when, kRemarks);
    EXPECT_EQ(name_of(main_of(document).type), "statement") << when;
    const Event* meeting = other_of(document, EventType::meeting);
    ASSERT_NE(meeting, nullptr) << when;
    EXPECT_EQ(people(document, *meeting), (std::vector<std::string>{"Lund", "Silva"})) << when;
    EXPECT_EQ(name_of(meeting->status), "happened") << when;
  }
}

TEST(WordsBeforeAMeeting, AreSaidAtAMeetingWithTheOneNamedAfterIt) {
  const Document document = read("Remarks by President Silva of Peru Before Meeting with Prime Minister Lund of Norway", "PRESIDENT SILVA: Good morning. We will speak about fishing.");
  const Event* meeting = other_of(document, EventType::meeting);
  ASSERT_NE(meeting, nullptr);
  EXPECT_EQ(people(document, *meeting), (std::vector<std::string>{"Lund", "Silva"}));
}

TEST(WordsBeforeAMeeting, AreNotSaidAtOneThatTheyAreOnlyAbout) {
  for (const char* title : {"Remarks by President Silva of Peru and Prime Minister Lund of Norway on Last Week's Meeting", "During Meeting of Leaders in Lima",
                            "Remarks by President Silva of Peru Before Meeting with Governors", "In Meeting"}) {
    EXPECT_EQ(other_of(read(title, kRemarks), EventType::meeting), nullptr) << title;
  }
}

TEST(Participants, AreNotThoseWhoOnlyPublishIt) {
  for (const char* office : {"Press Secretary", "Communications Director"}) {
    const Document document = read(std::string("Statement from ") + office + " Mary Odum on the Visit of President Silva of Peru", "Prime Minister Kari Lund will welcome President Ana Silva of Peru to Oslo on March 9.");
    EXPECT_EQ(people(document, main_of(document)), (std::vector<std::string>{"Ana Silva", "Kari Lund"})) << office;
  }
}

TEST(Encounters, AreNotReadFromIdioms) {
  const Document document = read("Statement by President Ana Silva", "He served beyond the call of duty on 12 April 2020. She had gathered a large collection of coins in Lima. Having chaired the Fisheries Committee, she knows the matter.");
  EXPECT_EQ(other_of(document, EventType::phone_call), nullptr);
  EXPECT_EQ(other_of(document, EventType::meeting), nullptr);
}

std::string country_of(const std::string& place, const std::string& publisher_country) {
  static const app::Engine engine;
  Document document;
  document.title = "Remarks by President Ana Silva";
  document.text = "President Ana Silva travelled to " + place + " on Monday. She spoke of the harvest there.";
  document.info.country = publisher_country;
  engine.analyse(document);
  for (const Entity& entity : document.entities) {
    if (entity.name == place) return entity.country;
  }
  return "none";
}

TEST(Places, OfOneNameAreTheWeightiestOrThePublishersOwn) {
  EXPECT_EQ(country_of("Virginia", ""), "");
  EXPECT_EQ(country_of("Gaza", ""), "PSE");
  EXPECT_EQ(country_of("Virginia", "USA"), "USA");
  EXPECT_EQ(country_of("Donetsk", "RUS"), "UKR");
  EXPECT_EQ(country_of("Birmingham", "USA"), "USA");
  EXPECT_EQ(country_of("Birmingham", "GBR"), "GBR");
}

TEST(Places, AreNotDirectionsNorLittleWords) {
  const Document document = read("Remarks", "President Ana Silva spoke: We went from the East Coast to the West Coast. The West knows the Gulf. The Jewish people know it.");
  for (const Entity& entity : document.entities) EXPECT_EQ(entity.type == MentionType::person ? "" : entity.country, "") << entity.name;
}

TEST(People, AreNotMadeOfEverydayWordsNorOfRegions) {
  const Document document = read("Remarks", "President Ana Silva thanked the Department of Housing and Urban Development. She spoke of the Asia-Pacific and the Euro-Atlantic area, and hosted the Asia-Pacific Economic Cooperation.");
  for (const Entity& entity : document.entities) {
    if (entity.type == MentionType::person) {
      EXPECT_EQ(entity.name, "Ana Silva");
    }
  }
}

}  // namespace
}  // namespace chancery
