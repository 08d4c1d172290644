#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "train/lexicon.hpp"

namespace chancery::train {
namespace {

class WordNet : public testing::Test {
 protected:
  WordNet() : folder_(std::filesystem::path(testing::TempDir()) / ("wordnet-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    std::filesystem::create_directories(folder_);
    for (const char* part : {"verb", "noun", "adj", "adv"}) {
      write(std::string("data.") + part, "  1 a licence\n");
      write(std::string(part) + ".exc", "");
    }
  }
  ~WordNet() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

  bool has(const Lexicon& lexicon, const std::string& form, const std::string& lemma, const std::string& xpos) const {
    return std::any_of(lexicon.inflections.begin(), lexicon.inflections.end(), [&](const Inflection& i) { return i.form == form && i.lemma == lemma && i.xpos == xpos; });
  }

  std::filesystem::path folder_;
};

TEST_F(WordNet, VerbsAreInflectedByTheRulesOfSpelling) {
  write("data.verb", "00000001 30 v 04 make 0 stop 0 carry 0 see 0 000 | to do\n");
  const Lexicon lexicon = read_wordnet(folder_);
  for (const auto& [form, lemma, xpos] : std::vector<std::array<std::string, 3>>{
           {"making", "make", "VBG"}, {"stopped", "stop", "VBD"}, {"stopping", "stop", "VBG"}, {"carried", "carry", "VBN"}, {"carries", "carry", "VBZ"}, {"carrying", "carry", "VBG"}, {"seeing", "see", "VBG"}}) {
    EXPECT_TRUE(has(lexicon, form, lemma, xpos)) << form;
  }
  EXPECT_FALSE(has(lexicon, "stoped", "stop", "VBD"));
}

TEST_F(WordNet, ListedFormsComeFirst) {
  write("data.verb", "00000001 30 v 02 find 0 found 0 000 | to do\n");
  write("verb.exc", "found find\n");
  const Lexicon lexicon = read_wordnet(folder_);
  EXPECT_EQ(lexicon.inflections.front().form, "found");
  EXPECT_EQ(lexicon.inflections.front().lemma, "find");
}

TEST_F(WordNet, NamesAndWordsAreKeptApart) {
  write("data.noun", "00000001 15 n 03 New_York 0 treaty 0 ad_hoc 0 000 | x\n00000002 15 n 02 Baku 0 series 0 000 | y\n");
  const Lexicon lexicon = read_wordnet(folder_);
  EXPECT_EQ(lexicon.names, (std::vector<std::string>{"baku", "new", "york"}));
  EXPECT_EQ(lexicon.words, (std::vector<std::string>{"series", "treaty"}));
  EXPECT_TRUE(has(lexicon, "treaties", "treaty", "NNS"));
  EXPECT_TRUE(has(lexicon, "series", "series", "NNS"));
}

TEST_F(WordNet, AMissingFileIsAnError) {
  std::filesystem::remove(folder_ / "verb.exc");
  EXPECT_THROW(read_wordnet(folder_), Error);
}

}  // namespace
}  // namespace chancery::train
