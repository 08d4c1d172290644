// Names at the edge of a text, many people at once, and other input that tempts a reader to invent: read by the whole engine.
#include <gtest/gtest.h>

#include <algorithm>

#include "read.hpp"

namespace chancery {
namespace {

using test::read;

const Entity* person(const Document& document, const std::string& name) {
  const auto found = std::find_if(document.entities.begin(), document.entities.end(), [&](const Entity& e) { return e.type == MentionType::person && e.name == name; });
  return found == document.entities.end() ? nullptr : &*found;
}

long people(const Document& document) {
  return std::count_if(document.entities.begin(), document.entities.end(), [](const Entity& e) { return e.type == MentionType::person; });
}

TEST(People, NameAtTheEndOfTheText) {
  for (const char* text : {"President Ana Silva, Jr", "King Abdullah II", "President Ana Silva met Joe Doe III", "visit", "Dear Mr.", "The President of"}) {
    EXPECT_NO_THROW(read(text)) << text;
  }
}

TEST(People, OneNameInManySpellings) {
  const Document document = read("President Ilham Əliyev met with Prime Minister Rui Costa in Baku. Aliyev thanked Mr. Costa. President Алиев spoke.", "", "AZE");
  const Entity* aliyev = person(document, "Ilham Əliyev");
  ASSERT_NE(aliyev, nullptr);
  EXPECT_EQ(aliyev->names, (std::vector<std::string>{"Ilham Əliyev", "Aliyev", "Алиев"}));
  EXPECT_EQ(people(document), 2);
}

TEST(People, FormsOfRespectMakeNoTwoOne) {
  const Document document = read("The Foreign Minister of Kuwait, Sheikh Salem Abdullah Al-Sabah, conveyed the greetings of the Emir of Kuwait, Sheikh Nawaf Al-Ahmad Al-Jaber Al-Sabah.");
  EXPECT_EQ(people(document), 2);
  for (const Entity& entity : document.entities) {
    if (entity.type != MentionType::person) continue;
    EXPECT_EQ(entity.country, "KWT") << entity.name;
  }
}

TEST(People, OfficeInTheTextOutweighsANamesakeOnTheList) {
  const Document document = read("Honduran President Xiomara Castro spoke first. President Castro left early.");
  EXPECT_EQ(people(document), 1);
  EXPECT_EQ(people(read("President Ana Silva welcomed the Minister's words. Rui Silva, her brother, was in the hall.")), 2);
}

TEST(People, OfficeBetweenAndAfter) {
  const Document document = read("Minister of Finance Hon. Dato' Sri Azman Ismail met with Foreign Minister-designate Rui Costa and former Prime Minister Ana Silva of Portugal.", "", "MYS");
  ASSERT_NE(person(document, "Azman Ismail"), nullptr);
  const Entity* costa = person(document, "Rui Costa");
  ASSERT_TRUE(costa && !costa->offices.empty());
  EXPECT_EQ(costa->offices[0].status, "designate");
  const Entity* silva = person(document, "Ana Silva");
  ASSERT_TRUE(silva && !silva->offices.empty());
  EXPECT_EQ(silva->offices[0].status, "former");
}

TEST(People, OfficialsOfSharedBodiesActForNoCountry) {
  const Document document = read("President Ana Silva met with President of the European Council Jan Peeters and UN Secretary-General Paulo Gomes. She will talk to the President of Peru.", "", "PRT");
  for (const char* name : {"Jan Peeters", "Paulo Gomes"}) {
    const Entity* one = person(document, name);
    ASSERT_NE(one, nullptr) << name;
    EXPECT_EQ(one->country, "") << name;
  }
  EXPECT_NE(person(document, "President of Peru"), nullptr);
}

TEST(People, SidesOfAListGiveTheirCountry) {
  const Document document = read("Minister Ana Silva met with Foreign Minister of Peru Luis Ortega.\n\nOn the Portuguese side:\n\n- Ambassador Rui Costa\n\n- Adviser Marta Lopes\n\nOn the Peruvian side:\n\n- Ambassador Rosa Quispe\n", "", "PRT");
  ASSERT_TRUE(person(document, "Rosa Quispe") && person(document, "Rui Costa"));
  EXPECT_EQ(person(document, "Rosa Quispe")->country, "PER");
  EXPECT_EQ(person(document, "Rui Costa")->country, "PRT");
  const auto& met = document.events.front().participants;
  EXPECT_EQ(std::count_if(met.begin(), met.end(), [](const Participant& p) { return p.role == Role::delegation; }), 3);
}

}  // namespace
}  // namespace chancery
