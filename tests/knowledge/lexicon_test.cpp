#include "knowledge/lexicon.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "knowledge/phrase.hpp"

namespace chancery {
namespace {

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (const std::string& word : split_words_as_written(text)) {
    Token token;
    token.lower = utf8::lower(word);
    token.shape = word == token.lower ? Shape::lower : Shape::capitalised;
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (word.size() > 1 && std::ranges::all_of(word, is_capital)) token.shape = Shape::upper;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

Entry named(EntryKind kind, std::string name) {
  Entry entry;
  entry.kind = kind;
  entry.name = std::move(name);
  return entry;
}

TEST(Lexicon, TakesTheLongestPhrase) {
  Lexicon lexicon;
  lexicon.add("Republic", named(EntryKind::place, "wrong"));
  lexicon.add("Republic of Korea", named(EntryKind::country, "South Korea"));
  const auto tokens = tokens_of("the Republic of Korea today");
  const Lexicon::Match match = lexicon.longest(tokens, 1, tokens.size());
  ASSERT_EQ(match.length, 3U);
  EXPECT_EQ(match.entries.front().name, "South Korea");
  EXPECT_EQ(lexicon.longest(tokens, 1, 3).length, 1U) << "the phrase must end before the given end";
  EXPECT_EQ(lexicon.longest(tokens, 0, tokens.size()).length, 0U);
}

TEST(Lexicon, KindRestrictsTheMatchAndItsEntries) {
  Lexicon lexicon;
  lexicon.add("Georgia", named(EntryKind::region, "Georgia (state)"));
  lexicon.add("Georgia", named(EntryKind::country, "Georgia"));
  lexicon.add("Georgia Brown", named(EntryKind::given_name, "Georgia"));
  const auto tokens = tokens_of("Georgia Brown");
  const Lexicon::Match match = lexicon.longest(tokens, 0, 2, EntryKind::country);
  ASSERT_EQ(match.length, 1U);
  ASSERT_EQ(match.entries.size(), 1U);
  EXPECT_EQ(match.entries.front().kind, EntryKind::country);
  EXPECT_EQ(lexicon.find("georgia").size(), 2U);
}

TEST(Lexicon, ShortWordsAfterOthersAreToldApart) {
  Lexicon lexicon;
  for (int i = 0; i < 4000; ++i) lexicon.add("town" + std::to_string(i) + " ann", named(EntryKind::city, "ann"));
  for (int i = 0; i < 4000; ++i) {
    const auto tokens = tokens_of("town" + std::to_string(i) + " and");
    EXPECT_EQ(lexicon.longest(tokens, 0, tokens.size()).length, 0U) << i;
  }
}

TEST(Lexicon, SeveralKindsAreFoundTogether) {
  Lexicon lexicon;
  lexicon.add("Virginia", named(EntryKind::region, "state"));
  lexicon.add("Virginia", named(EntryKind::city, "town"));
  lexicon.add("Virginia", named(EntryKind::given_name, "given"));
  const auto tokens = tokens_of("Virginia");
  EXPECT_EQ(lexicon.longest(tokens, 0, 1, EntryKind::city, EntryKind::region).entries.size(), 2U);
}

TEST(Lexicon, FindsUnaccentedSpelling) {
  Lexicon lexicon;
  lexicon.add("Côte d’Ivoire", named(EntryKind::country, "Côte d'Ivoire"));
  EXPECT_EQ(lexicon.find("cote d'ivoire").size(), 1U);
  EXPECT_EQ(lexicon.find("Côte d'Ivoire").size(), 1U);
}

TEST(Lexicon, AbbreviationsNeedTheirCapitals) {
  Lexicon lexicon;
  lexicon.add("US", named(EntryKind::country, "United States"));
  lexicon.add("UN Security Council", named(EntryKind::organisation, "Council"));
  EXPECT_EQ(lexicon.longest(tokens_of("told us today"), 1, 3).length, 0U);
  EXPECT_EQ(lexicon.longest(tokens_of("the US today"), 1, 3).length, 1U);
  EXPECT_EQ(lexicon.longest(tokens_of("UN Security Council"), 0, 3).length, 3U);
  EXPECT_TRUE(lexicon.find("us").empty());
  EXPECT_FALSE(lexicon.find("US").empty());
}

TEST(Lexicon, TheSameEntryTwiceIsKeptOnce) {
  Lexicon lexicon;
  lexicon.add("Baku", named(EntryKind::city, "Baku"));
  lexicon.add("Baku", named(EntryKind::city, "Baku"));
  EXPECT_EQ(lexicon.find("Baku").size(), 1U);
}

}  // namespace
}  // namespace chancery
