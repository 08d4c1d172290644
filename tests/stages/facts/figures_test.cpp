#include "stages/facts/figures.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <chrono>

#include "analysed.hpp"

namespace chancery {
namespace {

using test::analysed;
using ::testing::IsEmpty;

/// "60 percent more_than up: trade"
std::string told(const Document& document, const Figure& figure) {
  std::string out(document.of(figure.span));
  out += " = " + fmt::format("{}", figure.value);
  if (figure.value_to) out += ".." + fmt::format("{}", *figure.value_to);
  out += " " + figure.unit + " " + std::string(name_of(figure.comparison));
  if (!figure.direction.empty()) out += " " + figure.direction;
  if (!figure.indicator.empty()) out += ": " + figure.indicator;
  return out;
}

std::string figures_of(const std::string& text) {
  const Document document = analysed(text);
  std::string out;
  for (const Figure& figure : document.figures) {
    if (figure.span.part == Part::title) continue;
    out += (out.empty() ? "" : "; ") + told(document, figure);
  }
  return out;
}

struct Case {
  const char* text;
  const char* figures;
};

class Figures : public testing::TestWithParam<Case> {};

TEST_P(Figures, AreReadWithUnitAndContext) { EXPECT_EQ(figures_of(GetParam().text), GetParam().figures) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    Kinds, Figures,
    testing::Values(
        Case{"Exports grew by more than 12.5 per cent.", "12.5 per cent = 12.5 percent more_than up: Exports"},
        Case{"The increase in mutual trade was 40%.", "40% = 40 percent exact up: mutual trade"},
        Case{"Output fell by almost 3 percent.", "3 percent = 3 percent about down: Output"},
        Case{"The bank lent $39.6 billion to farmers.", "$39.6 billion = 39600000000 USD exact"},
        Case{"They approved €1.5 billion in loans.", "€1.5 billion = 1500000000 EUR exact: loans"},
        Case{"About 2 billion hryvnias were returned.", "2 billion hryvnias = 2000000000 UAH about"},
        Case{"Some 20 000 people left the town.", "20 000 people = 20000 people about: people"},
        Case{"At least 200,000 refugees crossed the border.", "200,000 refugees = 200000 refugees more_than: refugees"},
        Case{"Norway gave NOK 60 million for relief.", "NOK 60 million = 60000000 NOK exact: relief"},
        Case{"They lent Denmark 5 million kroner.", "5 million kroner = 5000000 DKK exact"},
        Case{"The plant makes 8-10 million tonnes.", "8-10 million tonnes = 8000000..10000000 tonnes between"},
        Case{"We shall plant twenty-five oaks.", "twenty-five oaks = 25 oaks exact: oaks"},
        Case{"They moved one to five kilometres.", "one to five kilometres = 1..5 kilometres between"},
        Case{"It was between 20 and 60 percent.", "20 and 60 percent = 20..60 percent between"},
        Case{"It lies 8 thousand 193 kilometres away.", "8 thousand 193 kilometres = 8193 kilometres exact: away"},
        Case{"It cost 7 billion dollars, actually 17.", "7 billion dollars, actually 17 = 17000000000 USD exact"},
        Case{"They spent $800 - nearly $800,000.", "$800,000 = 800000 USD about"},
        Case{"The toll is 12 bucks.", "12 bucks = 12 USD exact: toll"},
        Case{"They sent 500 tents. Yes, 500 tents.", "500 tents = 500 tents exact: tents"},
        Case{"The pipe carries 3 billion cubic metres.", "3 billion cubic metres = 3000000000 cubic metres exact"},
        Case{"The council has two permanent seats for island states.", "two permanent seats = 2 seats exact: permanent seats for island states"}));

class NoFigures : public testing::TestWithParam<const char*> {};

TEST_P(NoFigures, AreMadeOfOtherNumbers) { EXPECT_EQ(figures_of(GetParam()), "") << GetParam(); }

INSTANTIATE_TEST_SUITE_P(Kinds, NoFigures,
                         testing::Values("They met for two hours on 5 March 2021.", "The two leaders spoke.",
                                         "Article 5 commitments remain.", "It is his 70th birthday.",
                                         "Resolution 2202 was adopted at 9:30 am.", "One of the ministers left.",
                                         "A Boeing 737 landed.", "The Group of 20 meets in 2024.",
                                         "He has served for 12 years.", "The 25th anniversary was marked.", "She won three gold medals.", "I had two uncles there.",
                                         "I have two suggestions."));

TEST(FiguresStage, KeepsHedgePeriodSpeakerAndCountries) {
  const Document document = analysed(
      "President of Chad Idriss Deby received Foreign Minister of Mali Abdoulaye Diop.\n\n"
      "Abdoulaye Diop said:\n\n- Our trade rose by over 30 per cent in the first 9 months, according to our customs at least.\n",
      "2017-11-19");
  ASSERT_EQ(document.figures.size(), 1U);
  const Figure& figure = document.figures.front();
  EXPECT_EQ(figure.value, 30);
  EXPECT_EQ(document.of(figure.hedge), "according to our customs at least");
  EXPECT_EQ(figure.time.value, "2017-01/2017-09");
  EXPECT_EQ(iso(figure.time.to.value()), "2017-09-30");
  EXPECT_EQ(test::name_of_entity(document, figure.speaker), "Abdoulaye Diop");
  EXPECT_THAT(figure.about, testing::Contains("MLI"));
}

TEST(FiguresStage, ScaledDecimalsAreExact) {
  const Document document = analysed("It cost $39.6 billion, $2.9 trillion, $0.07 million and $1.1 million.");
  ASSERT_EQ(document.figures.size(), 4U);
  EXPECT_EQ(document.figures[0].value, 39'600'000'000.0);
  EXPECT_EQ(document.figures[1].value, 2'900'000'000'000.0);
  EXPECT_EQ(document.figures[2].value, 70'000.0);
  EXPECT_EQ(document.figures[3].value, 1'100'000.0);
}

TEST(FiguresStage, ASentenceWithoutEndIsReadInBoundedTime) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "they will send " + std::to_string(i + 11) + " million greetings to you, and ";
  Document document;
  document.text = text;
  SegmentStage(data_folder()).run(document);
  const auto begin = std::chrono::steady_clock::now();
  FiguresStage(data_folder()).run(document);
  CommitmentsStage(data_folder()).run(document);
  CourtesiesStage(data_folder()).run(document);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << "quadratic time would take minutes";
  EXPECT_EQ(document.figures.size(), 20'000U);
}

TEST(FiguresStage, HostileNumbersEndNowhere) {
  EXPECT_THAT(analysed("").figures, IsEmpty());
  EXPECT_NO_THROW(analysed(std::string(5000, '9') + " people"));
  EXPECT_NO_THROW(analysed("1,2,3,4,5,6 $ $ $ 7- 8- 9-"));
}

}  // namespace
}  // namespace chancery
