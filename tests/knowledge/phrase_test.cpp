#include "knowledge/phrase.hpp"

#include <gmock/gmock.h>

namespace chancery {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SplitWords, LowersAndKeepsAbbreviations) {
  EXPECT_THAT(split_words("St. Petersburg"), ElementsAre("st.", "petersburg"));
  EXPECT_THAT(split_words("U.S. Department of State"), ElementsAre("u.s.", "department", "of", "state"));
}

TEST(SplitWords, PartsCliticsAndHyphens) {
  EXPECT_THAT(split_words("the People’s Republic"), ElementsAre("the", "people", "'s", "republic"));
  EXPECT_THAT(split_words("Vice–President"), ElementsAre("vice", "-", "president"));
  EXPECT_THAT(split_words("Her Majesty, Queen"), ElementsAre("her", "majesty", ",", "queen"));
}

TEST(SplitWords, KeepsApostrophesInsideNames) {
  EXPECT_THAT(split_words("N'Djamena"), ElementsAre("n'djamena"));
  EXPECT_THAT(split_words("Côte d’Ivoire"), ElementsAre("côte", "d'ivoire"));
}

TEST(SplitWords, NothingOfNothing) {
  EXPECT_THAT(split_words(""), IsEmpty());
  EXPECT_THAT(split_words(" \t\n"), IsEmpty());
}

}  // namespace
}  // namespace chancery
