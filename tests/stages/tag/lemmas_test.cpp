#include <gtest/gtest.h>

#include "base/error.hpp"
#include "document/word.hpp"
#include "stages/tag/lemmas.hpp"
#include "tests/stages/tag/treebank.hpp"
#include "train/lemma_trainer.hpp"

namespace chancery::tag {
namespace {

using train::Lexicon;
using train::tagged;
using Treebanks = std::vector<std::vector<train::TreeSentence>>;

class Trained {
 public:
  explicit Trained(const Treebanks& treebanks, const Lexicon& lexicon = {}) : section_(train::train_lemmas(treebanks, lexicon)), lemmatiser_(std::as_bytes(std::span(section_))) {}

  std::string operator()(std::string_view form, std::string_view upos, std::string_view xpos, std::string_view feats = {}) const {
    std::string out;
    lemmatiser_.lemma({form, plain_lower(form), upos, xpos, feats}, out);
    return out;
  }
  const std::string& section() const { return section_; }

 private:
  std::string section_;
  Lemmatiser lemmatiser_;
};

Treebanks small() {
  return {{tagged({{"The", "the", "DET", "DT"}, {"ministers", "minister", "NOUN", "NNS"}, {"met", "meet", "VERB", "VBD"}, {"Aliyev", "Aliyev", "PROPN", "NNP"}}),
           tagged({{"They", "they", "PRON", "PRP"}, {"discussed", "discuss", "VERB", "VBD"}, {"treaties", "treaty", "NOUN", "NNS"}, {"in", "in", "ADP", "IN"}, {"Baku", "Baku", "PROPN", "NNP"}}),
           tagged({{"President", "President", "PROPN", "NNP"}, {"Sadyr", "Sadyr", "PROPN", "NNP"}, {"visited", "visit", "VERB", "VBD"}, {"cities", "city", "NOUN", "NNS"}}),
           tagged({{"NATO", "NATO", "PROPN", "NNP"}, {"EU", "EU", "PROPN", "NNP"}, {"UN", "UN", "PROPN", "NNP"}, {"did", "do", "AUX", "VBD"}, {"n't", "not", "PART", "RB"}}),
           tagged({{"Guests", "guest", "NOUN", "NNS"}, {"Parties", "party", "NOUN", "NNS"}, {"Talks", "talk", "NOUN", "NNS"}, {"1,200", "1200", "NUM", "CD"}, {"9,000", "9000", "NUM", "CD"}, {"7,100", "7100", "NUM", "CD"}})}};
}

TEST(Lemmas, OfSeenWordsAreThoseOfTheTreebank) {
  const Trained lemma(small());
  EXPECT_EQ(lemma("met", "VERB", "VBD"), "meet");
  EXPECT_EQ(lemma("n't", "PART", "RB"), "not");
  EXPECT_EQ(lemma("n’t", "PART", "RB"), "not");  // apostrophes are made plain
  EXPECT_EQ(lemma("did", "AUX", "VBD"), "do");
}

TEST(Lemmas, OfUnseenWordsFollowTheirEndings) {
  const Trained lemma(small());
  EXPECT_EQ(lemma("delegations", "NOUN", "NNS"), "delegation");
  EXPECT_EQ(lemma("countries", "NOUN", "NNS"), "country");
  EXPECT_EQ(lemma("hosted", "VERB", "VBD"), "host");
}

TEST(Lemmas, KeepTheCapitalsOfNamesAlone) {
  const Trained lemma(small());
  EXPECT_EQ(lemma("Zelenskyy", "PROPN", "NNP"), "Zelenskyy");
  EXPECT_EQ(lemma("OSCE", "PROPN", "NNP"), "OSCE");
  EXPECT_EQ(lemma("Countries", "NOUN", "NNS"), "country");
}

TEST(Lemmas, OfNumbersHaveNoCommas) {
  const Trained lemma(small());
  EXPECT_EQ(lemma("3,500,000", "NUM", "CD"), "3500000");
  EXPECT_EQ(lemma("3,5", "NUM", "CD"), "3,5");
}

TEST(Lemmas, TakeTheFirstTreebanksSide) {
  const std::vector<train::TreeSentence> first{tagged({{"people", "people", "NOUN", "NNS"}})};
  const std::vector<train::TreeSentence> second(9, tagged({{"people", "person", "NOUN", "NNS"}}));
  EXPECT_EQ(Trained({first, second})("people", "NOUN", "NNS"), "people");
  EXPECT_EQ(Trained({second, first})("people", "NOUN", "NNS"), "person");
}

TEST(Lemmas, ReadUnseenPairsOfTagsByOneOfThem) {
  const Trained lemma(small());
  EXPECT_EQ(lemma("ministers", "PROPN", "NNS"), "minister");  // as any NNS
  EXPECT_EQ(lemma("Ganja", "PROPN", "ZZZ"), "Ganja");         // as any PROPN
  EXPECT_EQ(lemma("word", "NIL", "NIL"), "word");
  EXPECT_EQ(lemma("", "NOUN", "NN"), "");
}

TEST(Lemmas, UseWhatTheDictionaryKnows) {
  Lexicon lexicon;
  lexicon.inflections = {{"undertook", "undertake", "VERB", "VBD"}, {"planned", "plan", "VERB", "VBD"}};
  const Trained lemma(small(), lexicon);
  EXPECT_EQ(lemma("undertook", "VERB", "VBD"), "undertake");
  EXPECT_EQ(lemma("planned", "VERB", "VBD"), "plan");
}

TEST(Lemmas, AreLearntFromFeaturesWhereThereIsNoXpos) {
  train::TreeSentence sentence;
  for (const auto& [form, lemma, feats] : std::vector<std::array<std::string, 3>>{
           {"görüşlər", "görüş", "Number=Plur"}, {"nazirlər", "nazir", "Number=Plur"}, {"elçilər", "elçi", "Number=Plur"}, {"söz", "söz", "Number=Sing"}, {"gün", "gün", "Number=Sing"}, {"il", "il", "Number=Sing"}}) {
    train::TreeWord word;
    word.form = form;
    word.lemma = lemma;
    word.upos = "NOUN";
    word.feats = feats;
    sentence.words.push_back(word);
  }
  const Trained lemma({{sentence}});
  EXPECT_EQ(lemma("səfirlər", "NOUN", "", "Number=Plur"), "səfir");
  EXPECT_EQ(lemma("lər", "NOUN", "", "Number=Sing"), "lər");
}

TEST(Lemmas, AreTheSameEveryTimeTheyAreTrained) { EXPECT_EQ(Trained(small()).section(), Trained(small()).section()); }

TEST(Lemmas, RefuseADamagedSection) {
  const std::string section = Trained(small()).section();
  for (size_t size = 0; size < section.size(); size += 101) {
    EXPECT_THROW(Lemmatiser(std::as_bytes(std::span(section).first(size))), Error) << size;
  }
}

TEST(Lemmas, OfAnEmptyTreebankAreTheWordsThemselves) {
  const Trained lemma(Treebanks{{}});
  EXPECT_EQ(lemma("Words", "NOUN", "NNS"), "Words");
}

}  // namespace
}  // namespace chancery::tag
