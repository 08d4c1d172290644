// What the facts gain from dependency trees: what a figure measures, who commits, who is thanked.
#include <gmock/gmock.h>

#include "parsed.hpp"

namespace chancery {
namespace {

using test::name_of_entity;
using test::parsed;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const std::string kMeeting = "President of Chad Idriss Deby met with Foreign Minister of Mali Abdoulaye Diop in Bamako on Monday. ";

std::vector<std::string> figures_of(const std::string& text) {
  const Document document = parsed(text);
  std::vector<std::string> out;
  for (const Figure& figure : document.figures) {
    std::string line = std::to_string(static_cast<long long>(figure.value));
    if (figure.value_to) line += ".." + std::to_string(static_cast<long long>(*figure.value_to));
    out.push_back(line + " " + figure.unit + (figure.direction.empty() ? "" : " " + figure.direction) + ": " + figure.indicator);
  }
  return out;
}

TEST(FiguresWithTrees, TellWhatIsMeasured) {
  EXPECT_THAT(figures_of("Last year our mutual trade increased by 31 percent."), ElementsAre("31 percent up: mutual trade"));
  EXPECT_THAT(figures_of("We want to cut rural poverty by 40 percent."), ElementsAre("40 percent down: rural poverty"));
  EXPECT_THAT(figures_of("The company signed a $4 billion deal."), ElementsAre("4000000000 USD: deal"));
  EXPECT_THAT(figures_of("They will provide financial assistance in the amount of 2 billion euros."), ElementsAre("2000000000 EUR: financial assistance"));
  EXPECT_THAT(figures_of("The share of civilian goods amounted to 26 percent."), ElementsAre("26 percent: share of civilian goods"));
  EXPECT_THAT(figures_of("They launched a programme worth almost 3 billion euros."), ElementsAre("3000000000 EUR: programme"));
  EXPECT_THAT(figures_of("The plant will process 70 million tonnes of ore."), ElementsAre("70000000 tonnes: ore"));
  EXPECT_THAT(figures_of("They destroyed 15 tanks and six trucks."), ElementsAre("15 tanks: tanks", "6 trucks: trucks"));
  EXPECT_THAT(figures_of("The bank gave $20 million in new loans."), ElementsAre("20000000 USD: new loans"));
  EXPECT_THAT(figures_of("The port will take care of the remaining 10 percent."), ElementsAre("10 percent: "));
  EXPECT_THAT(figures_of("The 7 billion dollars are of great importance."), ElementsAre("7000000000 USD: "));
}

TEST(FiguresWithTrees, AWordThatCorrectsIsNoHedge) {
  const Document document = parsed("Our trade has reached nearly 40 billion dollars or more precisely 38 billion dollars. The road is 30 km or more.");
  ASSERT_GE(document.figures.size(), 2U);
  EXPECT_EQ(document.figures.front().comparison, Comparison::about);
  EXPECT_EQ(document.figures.back().comparison, Comparison::more_than);
}

TEST(FiguresWithTrees, ALaterClauseSaysNothingOfTheTime) {
  const Document document = parsed("She informed them that more than 48,000 families had been moved to higher ground and that schools in four counties would stay closed until May 6.");
  ASSERT_EQ(document.figures.size(), 2U);
  EXPECT_EQ(document.figures[0].time.value, "");
  EXPECT_NE(document.figures[1].time.value, "");
}

TEST(FiguresWithTrees, AClauseBesideSaysNothingOfTheDirection) {
  EXPECT_THAT(figures_of("Although slightly lower than before, the deficit stands at 9 percent."), ElementsAre("9 percent: deficit"));
}

TEST(FiguresWithTrees, OneHundredPercentMayMeanWholly) {
  EXPECT_THAT(figures_of("I am one hundred percent sure of that."), IsEmpty());
  EXPECT_THAT(figures_of("We have 100 percent mutual understanding."), IsEmpty());
  EXPECT_THAT(figures_of("The state will pay 100 percent of the costs."), ElementsAre("100 percent: costs"));
}


std::vector<std::string> commitments_of(const std::string& text) {
  const Document document = parsed(text);
  std::vector<std::string> out;
  for (const Commitment& commitment : document.commitments) {
    out.push_back(std::string(name_of(commitment.kind)) + ": " + std::string(document.of(commitment.span)));
  }
  return out;
}

TEST(CommitmentsWithTrees, APromiseIsDiscreteAndSpecific) {
  EXPECT_THAT(commitments_of(kMeeting + "The government will deliver 20 buses to the town by September."),
              ElementsAre("promise: The government will deliver 20 buses to the town by September"));
  EXPECT_THAT(commitments_of(kMeeting + "The two sides agreed to continue working together."), ElementsAre("ritual: The two sides agreed to continue working together"));
  EXPECT_THAT(commitments_of(kMeeting + "Chad will deepen its ties with Mali."), ElementsAre("ritual: Chad will deepen its ties with Mali"));
  EXPECT_THAT(commitments_of(kMeeting + "The ministers agreed to discuss fishing rights."), ElementsAre("agenda: The ministers agreed to discuss fishing rights"));
  EXPECT_THAT(commitments_of(kMeeting + "The next round will be held in Chad in July."), ElementsAre("plan: The next round will be held in Chad in July"));
  EXPECT_THAT(commitments_of(kMeeting + "Chad plans to host the next meeting in June."), ElementsAre("plan: Chad plans to host the next meeting in June"));
}

TEST(CommitmentsWithTrees, TalkForecastsAndThePastAreNone) {
  const std::string turn = kMeeting + "\n\nAbdoulaye Diop said:\n\n- ";
  for (const char* text : {"I'll give you one example.", "I'm going to take my mask off.", "They will get what they deserve.",
                           "We will survive the drought.", "We were not prepared to counter the attack.", "They planned to blow up the bridge."}) {
    EXPECT_THAT(commitments_of(turn + text + "\n"), IsEmpty()) << text;
  }
  EXPECT_THAT(commitments_of(kMeeting + "A meeting of the leaders of Chad will take place in May."), IsEmpty());
}

TEST(CommitmentsWithTrees, WhatOthersSayThatOneWillDoIsNone) {
  const std::string turn = kMeeting + "\n\nAbdoulaye Diop said:\n\n- ";
  EXPECT_THAT(commitments_of(turn + "They claim that we will close the bridge.\n"), IsEmpty());
  EXPECT_THAT(commitments_of(turn + "They try to spread panic by saying we will close the bridge.\n"), IsEmpty());
  EXPECT_THAT(commitments_of(turn + "I know that we will repair the bridge by September.\n"), ElementsAre("promise: we will repair the bridge by September"));
}

TEST(CommitmentsWithTrees, AJoinedClauseIsACommitmentOfItsOwn) {
  const Document document = parsed(kMeeting + "\n\nAbdoulaye Diop said:\n\n- We will repair the bridge, and we will reopen the school.\n");
  ASSERT_EQ(document.commitments.size(), 2U);
  EXPECT_EQ(document.of(document.commitments[0].span), "We will repair the bridge");
  EXPECT_EQ(document.of(document.commitments[1].span), "we will reopen the school");
}

TEST(CommitmentsWithTrees, WhatIsOverOrOnlyNamedSetsNoTerm) {
  const Document document = parsed(kMeeting + "The government will carry out the agreement signed on 2 February 2021. "
                                              "The government will publish the list within two weeks.");
  ASSERT_EQ(document.commitments.size(), 2U);
  EXPECT_EQ(document.commitments[0].due.value, "");
  EXPECT_EQ(document.commitments[1].due.value, "P2W");
}

std::vector<std::string> courtesies_of(const std::string& text) {
  const Document document = parsed(text);
  std::vector<std::string> out;
  for (const Courtesy& courtesy : document.courtesies) {
    out.push_back(std::string(name_of(courtesy.kind)) + ": " + name_of_entity(document, courtesy.from) + " > " + name_of_entity(document, courtesy.to));
  }
  return out;
}

TEST(CourtesiesWithTrees, TheOneThankedAndTheOneWhoGivesAreTold) {
  EXPECT_THAT(courtesies_of(kMeeting + "Idriss Deby stopped by to greet Mr. Diop and exchange views."), ElementsAre("greetings: Idriss Deby > Abdoulaye Diop"));
  EXPECT_THAT(courtesies_of(kMeeting + "\n\nIdriss Deby said:\n\n- I am grateful to Kenya for its support.\n"), ElementsAre("thanks: Idriss Deby > Kenya"));
  EXPECT_THAT(courtesies_of(kMeeting + "Abdoulaye Diop expressed his condolences to Idriss Deby and to the people of Chad over the floods."),
              UnorderedElementsAre("condolences: Abdoulaye Diop > Idriss Deby", "condolences: Abdoulaye Diop > people of Chad"));
  const Document carried = parsed(kMeeting + "\n\nAbdoulaye Diop said:\n\n- I convey to Idriss Deby warm greetings on behalf of President of Mali Assimi Goita.\n");
  ASSERT_EQ(carried.courtesies.size(), 1U);
  EXPECT_EQ(name_of_entity(carried, carried.courtesies[0].from), "Assimi Goita");
  EXPECT_EQ(name_of_entity(carried, carried.courtesies[0].via), "Abdoulaye Diop");
  EXPECT_THAT(courtesies_of("Forty firefighters of the port brigade were awarded state medals."), ElementsAre("award: - > Forty firefighters of the port brigade"));
}

TEST(CourtesiesWithTrees, NobodyKnownIsThankedBeforeAnApposition) {
  for (const char* text : {"I am grateful to you, President of Mali Assimi Goita, for that.", "We thank you all, the people of Chad, Mali and Kenya.",
                           "They are grateful to him, the Minister of Mali.", "Thank you, Mali, my friend, Kenya, and you, and.", "grateful to", "to and to and to"}) {
    EXPECT_NO_THROW(parsed(text)) << text;
    EXPECT_NO_THROW(parsed(std::string("Idriss Deby: ") + text)) << text;
  }
}

}  // namespace
}  // namespace chancery
