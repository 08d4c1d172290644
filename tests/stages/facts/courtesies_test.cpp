#include "stages/facts/courtesies.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "analysed.hpp"

namespace chancery {
namespace {

using test::analysed;
using test::name_of_entity;
using ::testing::UnorderedElementsAre;

std::vector<std::string> courtesies_of(const Document& document) {
  std::vector<std::string> out;
  for (const Courtesy& courtesy : document.courtesies) {
    std::string line(name_of(courtesy.kind));
    line += ": " + name_of_entity(document, courtesy.from) + " > " + name_of_entity(document, courtesy.to);
    if (courtesy.via != kNone) line += " via " + name_of_entity(document, courtesy.via);
    out.push_back(line);
  }
  return out;
}

const std::string kMeeting = "President of Chad Idriss Deby received Foreign Minister of Mali Abdoulaye Diop. ";

TEST(Courtesies, OneThanksAnotherCongratulates) {
  EXPECT_THAT(courtesies_of(analysed(kMeeting + "Abdoulaye Diop thanked Idriss Deby for the warm welcome.")),
              UnorderedElementsAre("thanks: Abdoulaye Diop > Idriss Deby"));
  EXPECT_THAT(courtesies_of(analysed(kMeeting + "Idriss Deby congratulated Abdoulaye Diop on Independence Day.")),
              UnorderedElementsAre("congratulations: Idriss Deby > Abdoulaye Diop"));
  EXPECT_THAT(courtesies_of(analysed(kMeeting + "Idriss Deby expressed condolences to Abdoulaye Diop over the floods.")),
              UnorderedElementsAre("condolences: Idriss Deby > Abdoulaye Diop"));
  EXPECT_THAT(courtesies_of(analysed(kMeeting + "Abdoulaye Diop invited Idriss Deby to visit Mali.")),
              UnorderedElementsAre("invitation: Abdoulaye Diop > Idriss Deby"));
}

TEST(Courtesies, GreetingsAreCarriedByAThird) {
  const Document document = analysed(
      kMeeting + "\n\nAbdoulaye Diop said:\n\n- It is an honour to be here. President of Mali Assimi Goita sends you his warmest greetings.\n\n"
                 "President Idriss Deby asked Abdoulaye Diop to convey his greetings to President of Mali Assimi Goita.");
  EXPECT_THAT(courtesies_of(document), UnorderedElementsAre("greetings: Assimi Goita > Idriss Deby via Abdoulaye Diop",
                                                            "greetings: Idriss Deby > Assimi Goita via Abdoulaye Diop"));
}

TEST(Courtesies, ExchangedGreetingsGoBothWays) {
  const Document document = analysed(
      "President of Chad Idriss Deby had a telephone conversation with President of Mali Assimi Goita. "
      "The presidents exchanged greetings on the New Year.");
  EXPECT_THAT(courtesies_of(document), UnorderedElementsAre("greetings: Idriss Deby > Assimi Goita", "greetings: Assimi Goita > Idriss Deby"));
}

TEST(Courtesies, GroupsAreCalledAsWritten) {
  const Document document = analysed("President of Chad Idriss Deby sent greetings to participants and guests of the River Fishing Forum.");
  EXPECT_THAT(courtesies_of(document), UnorderedElementsAre("greetings: Idriss Deby > participants and guests of the River Fishing Forum"));
  EXPECT_TRUE(std::ranges::is_sorted(document.mentions, [](const Mention& a, const Mention& b) { return before(a.span, b.span); }));
  for (const Mention& mention : document.mentions) {
    if (mention.bearer == kNone) continue;
    EXPECT_EQ(document.mentions[mention.bearer].type, MentionType::person);
  }
}

TEST(Courtesies, TheSameGreetingTwiceIsOneWithTwoPiecesOfEvidence) {
  const Document document = analysed(kMeeting + "Abdoulaye Diop thanked Idriss Deby for the welcome. Later Abdoulaye Diop thanked Idriss Deby for the gift.");
  ASSERT_EQ(document.courtesies.size(), 1U);
  EXPECT_EQ(document.courtesies.front().evidence.size(), 2U);
}

TEST(Courtesies, OrdinaryWordsAreNone) {
  for (const char* text : {"They managed it thanks to the rain.", "Thank God, nobody was hurt.", "He gave the order to leave.",
                           "He did not congratulate the winner.", "They wish to continue."}) {
    EXPECT_TRUE(analysed(kMeeting + text).courtesies.empty()) << text;
  }
}

}  // namespace
}  // namespace chancery
