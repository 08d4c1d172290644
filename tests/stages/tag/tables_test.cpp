// What the tables of the model promise, whatever is in them.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "stages/tag/edit_script.hpp"
#include "stages/tag/hashed_table.hpp"
#include "stages/tag/lemma_keys.hpp"
#include "stages/tag/letters.hpp"
#include "stages/tag/word_set.hpp"

namespace chancery::tag {
namespace {

TEST(HashedTable, FindsWhatWasPutInAndNothingElse) {
  std::mt19937_64 random(7);
  std::unordered_map<uint64_t, uint16_t> values;
  for (int i = 0; i < 20000; ++i) values[random()] = static_cast<uint16_t>(i);
  const auto words = HashedTable::build(values);
  const HashedTable table(words, "test");
  for (const auto& [key, value] : values) ASSERT_EQ(table.find(key), value);
  for (int i = 0; i < 20000; ++i) ASSERT_EQ(table.find(random()), HashedTable::kNone);
}

TEST(HashedTable, IsTheSameHoweverItsValuesCame) {
  std::unordered_map<uint64_t, uint16_t> forwards, backwards;
  for (uint16_t i = 0; i < 500; ++i) forwards[hash64(std::to_string(i))] = i;
  for (uint16_t i = 500; i-- > 0;) backwards[hash64(std::to_string(i))] = i;
  EXPECT_EQ(HashedTable::build(forwards), HashedTable::build(backwards));
}

TEST(HashedTable, AnswersWhenEmptyOrFull) {
  EXPECT_EQ(HashedTable().find(42), HashedTable::kNone);
  const std::vector<uint32_t> full{1, 2, 0};  // two slots, none free, as only a damaged file has them
  EXPECT_EQ(HashedTable(full, "test").find(uint64_t{9} << 32), HashedTable::kNone);
}

TEST(HashedTable, RefusesWhatIsNoTable) {
  for (const size_t size : {1U, 2U, 5U, 9U, 100U}) {
    EXPECT_THROW(HashedTable(std::vector<uint32_t>(size), "test"), Error) << size;
  }
}

TEST(LemmaKeys, TellShortWordsAndTagsApart) {
  std::set<uint64_t> keys;
  size_t count = 0;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      for (uint16_t tag = 0; tag < 60; ++tag, ++count) keys.insert(form_key(hash64(std::string{a, b}), tag));
    }
  }
  EXPECT_EQ(keys.size(), count);
}

TEST(Endings, AreTheSameForWordsThatEndAlike) {
  Endings stopping("stopping", 3), making("making", 3), other("making", 4);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(stopping.key(), making.key());
    EXPECT_NE(making.key(), other.key());
    ASSERT_TRUE(stopping.lengthen() && making.lengthen() && other.lengthen());
  }
  EXPECT_EQ(stopping.key(), making.key());  // "ing"
  stopping.lengthen();
  making.lengthen();
  EXPECT_NE(stopping.key(), making.key());
}

TEST(Endings, StepByCodePointsAndEnd) {
  Endings word("Çay", 1);
  EXPECT_TRUE(word.lengthen() && word.lengthen() && word.lengthen());
  EXPECT_FALSE(word.lengthen());
}

TEST(EditScript, LeadsFromEachWordToItsLemma) {
  for (const auto& [word, lemma] : std::vector<std::pair<std::string, std::string>>{
           {"stopping", "stop"}, {"went", "go"}, {"n't", "not"}, {"said", "say"}, {"a", ""}, {"", "a"}, {"Şamaxıda", "Şamaxı"}, {"öğüdü", "öğüt"}, {"киевом", "киев"}}) {
    EditScript script;
    ASSERT_TRUE(script_between(word, lemma, script));
    std::string out;
    script.apply(word, out);
    EXPECT_EQ(out, lemma);
  }
}

TEST(EditScript, NeverCutsThroughACharacter) {
  EditScript script;
  ASSERT_TRUE(script_between("ş", "ğ", script));  // their first bytes may be the same
  EXPECT_EQ(script.append, "ğ");
  std::string out;
  script.strip = 200;
  script.apply("aş", out);
  EXPECT_EQ(out, "ğ");
}

TEST(EditScript, RefusesWhatTheModelCannotKeep) {
  EditScript script;
  EXPECT_FALSE(script_between(std::string(300, 'a'), "b", script));
  EXPECT_FALSE(script_between("b", std::string(300, 'a'), script));
}

TEST(WordSet, HoldsItsWordsAndFewOthers) {
  std::vector<std::string> words;
  for (int i = 0; i < 5000; ++i) words.push_back("word" + std::to_string(i));
  const auto bits = WordSet::build(words);
  const WordSet set(bits);
  int mistaken = 0;
  for (const auto& word : words) ASSERT_TRUE(set.contains(word));
  for (int i = 0; i < 5000; ++i) mistaken += set.contains("other" + std::to_string(i)) ? 1 : 0;
  EXPECT_LT(mistaken, 150);
  EXPECT_FALSE(WordSet().contains("word"));
}

TEST(Letters, AreToldApartByTheirCapitals) {
  EXPECT_EQ(letter_case("said"), LetterCase::lower);
  EXPECT_EQ(letter_case("Çiçək"), LetterCase::title);
  EXPECT_EQ(letter_case("PRESIDENT"), LetterCase::upper);
  EXPECT_EQ(letter_case("U.S."), LetterCase::upper_short);
  EXPECT_EQ(letter_case("I"), LetterCase::single);
  EXPECT_EQ(letter_case("McCain"), LetterCase::mixed);
  EXPECT_EQ(letter_case("G7"), LetterCase::digits);
  EXPECT_EQ(letter_case("..."), LetterCase::none);
  EXPECT_EQ(letter_case(""), LetterCase::none);
}

TEST(Letters, LoseOnlyCommasThatGroupDigits) {
  EXPECT_EQ(without_grouping("1,234,567.8"), "1234567.8");
  EXPECT_EQ(without_grouping("3,40"), "3,40");
  EXPECT_EQ(without_grouping("1,2345"), "1,2345");
  EXPECT_EQ(without_grouping(",000"), ",000");
  EXPECT_EQ(without_grouping("a,b"), "a,b");
}

}  // namespace
}  // namespace chancery::tag
