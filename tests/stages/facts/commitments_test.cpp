#include "stages/facts/commitments.hpp"

#include <gmock/gmock.h>

#include "analysed.hpp"

namespace chancery {
namespace {

using test::analysed;
using test::name_of_entity;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kMeeting = "President of Chad Idriss Deby met with Foreign Minister of Mali Abdoulaye Diop in Bamako on Monday. ";

std::vector<std::string> beginnings(const Document& document) {
  std::vector<std::string> out;
  for (const Commitment& commitment : document.commitments) {
    const std::string_view words = document.of(commitment.span);
    size_t end = 0;
    for (int i = 0; i < 4 && end != std::string_view::npos; ++i) end = words.find(' ', end + 1);
    out.emplace_back(words.substr(0, end));
  }
  return out;
}

std::vector<std::string> parties(const Document& document, const Commitment& commitment) {
  std::vector<std::string> out;
  for (const Index party : commitment.parties) out.push_back(name_of_entity(document, party));
  return out;
}

TEST(Commitments, AgreementsBindBothSides) {
  const Document document = analysed(kMeeting + "They agreed to maintain contact. It was agreed to hold the next talks in June.");
  ASSERT_THAT(beginnings(document), ElementsAre("They agreed to maintain", "It was agreed to"));
  EXPECT_THAT(parties(document, document.commitments[0]), testing::UnorderedElementsAre("Idriss Deby", "Abdoulaye Diop"));
  EXPECT_EQ(document.commitments[0].strength, Strength::agreed);
  EXPECT_EQ(document.commitments[0].kind, CommitmentClass::ritual);
  EXPECT_EQ(document.commitments[1].kind, CommitmentClass::plan);
  EXPECT_EQ(document.commitments[1].parties.size(), 2U);
}

TEST(Commitments, TheSpeakerStandsBehindWe) {
  const Document document = analysed(kMeeting + "\n\nAbdoulaye Diop said:\n\n- We will repair the bridge by 2024. We intend to open the port if the sea allows.\n");
  ASSERT_THAT(beginnings(document), ElementsAre("We will repair the", "We intend to open"));
  EXPECT_EQ(name_of_entity(document, document.commitments[0].by), "Abdoulaye Diop");
  EXPECT_EQ(document.commitments[0].due.value, "2024");
  EXPECT_EQ(document.commitments[1].strength, Strength::intend);
  EXPECT_EQ(document.of(document.commitments[1].condition), "if the sea allows");
}

TEST(Commitments, TheClauseBeginsWithItsSubject) {
  const Document document = analysed(
      kMeeting + "Mr. Deby reaffirmed the friendship of the two peoples and pledged to send grain. "
                 "In the autumn, the delegation of Mali will visit the port, and the government will present its proposals.");
  EXPECT_THAT(beginnings(document), ElementsAre("pledged to send grain", "the delegation of Mali", "the government will present"));
}

TEST(Commitments, HopesForecastsQuestionsAndTalkAreNone) {
  for (const char* text : {"He hopes that the ministers will sign the paper.", "The weather will be fine.",
                           "Will the government publish it?", "If the minister will come, we rest.",
                           "He praised the political will of the parties.", "They discussed the plan to build a road.",
                           "He expressed confidence that the visit will be useful."}) {
    EXPECT_THAT(analysed(kMeeting + text).commitments, IsEmpty()) << text;
  }
}

TEST(Commitments, AnnouncementsOfTheEventAreNone) {
  const Document document = analysed("On May 15, President of Chad Idriss Deby will hold talks in Bamako with President of Mali Assimi Goita.");
  EXPECT_THAT(document.commitments, IsEmpty());
}

}  // namespace
}  // namespace chancery
