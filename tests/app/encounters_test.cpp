// Encounters as the whole engine tells them: several in one release, their status, length, occasion, who asked for them;
// and input that tempts a reader to invent.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "read.hpp"

namespace chancery {
namespace {

using test::read;

const Event* other(const Document& document, EventType type) {
  const auto found = std::find_if(document.events.begin(), document.events.end(), [&](const Event& e) { return !e.main && e.type == type; });
  return found == document.events.end() ? nullptr : &*found;
}

std::vector<std::string> who(const Document& document, const Event& event) {
  std::vector<std::string> names;
  for (const Participant& p : event.participants) names.push_back(document.entities[p.entity].name);
  return names;
}

using Names = std::vector<std::string>;

TEST(Encounters, SeparateCallsAreTwo) {
  const Document document = read("Ana Silva spoke separately by phone today with President Luis Ortega of Chile and Prime Minister Joe Doe of Canada.");
  const Event* second = other(document, EventType::phone_call);
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(who(document, document.events[0]), (Names{"Ana Silva", "Luis Ortega"}));
  EXPECT_EQ(who(document, *second), (Names{"Ana Silva", "Joe Doe"}));
}

TEST(Encounters, TitleAndTextMayGiveDifferentDays) {
  const Document document = read("President Ana Silva of Portugal met with President Luis Ortega of Chile on 6 May 2023 in Lisbon. The talks lasted two hours.", "Meeting of the presidents on 5 May 2023");
  EXPECT_EQ(document.events[0].time.value, "2023-05-06");
  EXPECT_EQ(document.events[0].duration, "PT2H");
  const Event* titled = other(document, EventType::meeting);
  ASSERT_NE(titled, nullptr);
  EXPECT_EQ(titled->time.value, "2023-05-05");
}

TEST(Encounters, NewDayTakesThePlaceOfTheOld) {
  const Document document = read("The meeting of the foreign ministers scheduled for 3 May 2023 has been moved to 10 May 2023.", "", "", "2023-05-01");
  EXPECT_EQ(document.events[0].status, Status::postponed);
  EXPECT_EQ(document.events[0].time.value, "2023-05-03");
  const Event* fresh = other(document, EventType::meeting);
  ASSERT_NE(fresh, nullptr);
  EXPECT_EQ(fresh->status, Status::planned);
  EXPECT_EQ(fresh->time.value, "2023-05-10");
  EXPECT_EQ(fresh->reschedules, 0U);
}

TEST(Encounters, WhatIsReferredToHasItsOwnPeopleAndDay) {
  const Document document = read("President Ana Silva met today with Foreign Minister Rosa Quispe of Peru. They recalled the visit of President Rui Costa to Peru in March 2022. "
                                 "The President invited Prime Minister Luis Ortega to visit Lisbon.", "", "PRT");
  std::vector<const Event*> visits;
  for (const Event& event : document.events) {
    if (event.type == EventType::visit) visits.push_back(&event);
  }
  ASSERT_EQ(visits.size(), 2U);
  EXPECT_EQ(who(document, *visits[0]), Names{"Rui Costa"});
  EXPECT_EQ(visits[0]->time.value, "2022-03");
  EXPECT_EQ(visits[0]->status, Status::happened);
  EXPECT_EQ(who(document, *visits[1]), Names{"Luis Ortega"});
  EXPECT_EQ(visits[1]->place.name, "Lisbon");
  EXPECT_EQ(visits[1]->status, Status::proposed);
}

TEST(Encounters, MeetingOnTheSidelinesIsAPartOfTheSummit) {
  const Document document = read("President Ana Silva met with President Luis Ortega of Chile on the sidelines of the Ibero-American Summit.", "", "PRT");
  ASSERT_NE(document.events[0].part_of, kNone);
  EXPECT_EQ(document.events[document.events[0].part_of].type, EventType::summit);
  EXPECT_EQ(document.events[0].format, "margins");
}

TEST(Encounters, WhoAskedForTheCallNotWhoAskedInIt) {
  const Document asked = read("Ana Silva had a telephone conversation with President Luis Ortega of Chile at the initiative of the Chilean side.", "", "PRT");
  ASSERT_NE(asked.events[0].initiator, kNone);
  EXPECT_EQ(asked.entities[asked.events[0].initiator].country, "CHL");
  const Document latter = read("Ana Silva had a telephone conversation with President Luis Ortega of Chile at the latter's initiative.", "", "PRT");
  ASSERT_NE(latter.events[0].initiator, kNone);
  EXPECT_EQ(latter.entities[latter.events[0].initiator].name, "Luis Ortega");
  const Document inside = read("Ana Silva had a telephone conversation with President Luis Ortega of Chile. At the request of Luis Ortega, she explained the new law.", "", "PRT");
  EXPECT_EQ(inside.events[0].initiator, kNone);
}

TEST(Encounters, WhatDidNotTakePlaceIsDenied) {
  const Document document = read("The visit of Prime Minister Rui Costa to Lima did not take place.", "", "PRT");
  EXPECT_EQ(document.events[0].status, Status::denied);
}

TEST(Terms, AreReadFromNotesAtHeadAndFoot) {
  EXPECT_EQ(read("Good morning. This call is on background and embargoed until the end of the call.", "Background Press Call on Trade").info.terms, (Names{"background", "embargoed"}));
  EXPECT_EQ(read("PRESIDENT ORTEGA: (As interpreted.) Thank you.\n\nPRESIDENT SILVA: Welcome.").info.terms, Names{"interpreted"});
  EXPECT_TRUE(read("Ana Silva spoke of the background of the oil embargo.").info.terms.empty());
}

/// Seconds it takes to read the text.
double seconds(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  read(text);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string list_of(int people, bool one_surname) {
  std::string text = "President Ana Silva met with business leaders today. The meeting was attended by:\n\n";
  for (int i = 0; i < people; ++i) {
    std::string surname = "Costa";
    if (!one_surname) surname = std::string(i / 200 % 2 ? "Hol" : "Vas") + (i / 400 % 2 ? "denberg" : "kuez") + (i / 800 % 2 ? "son" : "");
    // Names far enough apart that none is another's slip of spelling.
    static constexpr std::array kFirst = {"Ba", "Ke", "Mo", "Ri", "Tu", "Sa", "Le", "Do", "Vi", "Nu"};
    static constexpr std::array kSecond = {"rgan", "lmet", "stor", "dvik", "nzul"};
    static constexpr std::array kThird = {"a", "eso", "imir", "ulla"};
    const auto n = static_cast<size_t>(i);
    text += std::string("- Mr. ") + kFirst[n % 10] + kSecond[n / 10 % 5] + kThird[n / 50 % 4] + ' ' + surname + "\n";
  }
  return text;
}

TEST(BadInput, ListOfFiveHundred) {
  const Document document = read(list_of(500, false));
  EXPECT_GE(document.events[0].participants.size(), 400U);
  const double half = seconds(list_of(500, false)), whole = seconds(list_of(1000, false));
  EXPECT_LT(whole, 6 * half + 0.5);
}

TEST(BadInput, TwoHundredOfOneSurnameStayApart) {
  const Document document = read(list_of(200, true));
  const auto people = std::count_if(document.entities.begin(), document.entities.end(), [](const Entity& e) { return e.type == MentionType::person; });
  EXPECT_GE(people, 100);
}

TEST(BadInput, TableNobodyAndFiction) {
  const Document table = read("Year\tExports\tImports\n2021\t4.5\t3.9\n2022\t5.1\t4.2\n");
  EXPECT_TRUE(table.events.empty() || table.events[0].participants.empty());
  const Document nobody = read("The weather will be fine. Roads stay open. No meeting is planned.");
  EXPECT_TRUE(nobody.events[0].participants.empty());
  EXPECT_NE(nobody.events[0].status, Status::planned);
  const Document fiction = read("President Ana Silva of Ruritania met with the Foreign Minister of Graustark.");
  for (const Entity& entity : fiction.entities) EXPECT_EQ(entity.country, "") << entity.name;
}

TEST(BadInput, ContradictoryDaysAreBothKept) {
  const Document document = read("Ana Silva met with Luis Ortega on 5 May 2023. The meeting with Luis Ortega on 7 May 2023 was friendly, Ana Silva said.");
  std::vector<std::string> days;
  for (const Event& event : document.events) days.push_back(event.time.value);
  EXPECT_EQ(std::count(days.begin(), days.end(), "2023-05-05"), 1);
  EXPECT_EQ(std::count(days.begin(), days.end(), "2023-05-07"), 1);
}

}  // namespace
}  // namespace chancery
