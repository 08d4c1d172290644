#include <gtest/gtest.h>

#include "base/error.hpp"
#include "document/word.hpp"
#include "stages/tag/features.hpp"
#include "train/feature_trainer.hpp"

namespace chancery::tag {
namespace {

constexpr std::string_view kTreebank = R"(
1	We	we	PRON	PRP	Case=Nom|Number=Plur|Person=1	2	nsubj	_	_
2	met	meet	VERB	VBD	Number=Plur|Person=1|Tense=Past|VerbForm=Fin	0	root	_	_
3	him	he	PRON	PRP	Case=Acc|Number=Sing|Person=3	2	obj	_	_

1	He	he	PRON	PRP	Case=Nom|Number=Sing|Person=3	2	nsubj	_	_
2	spoke	speak	VERB	VBD	Number=Sing|Person=3|Tense=Past|VerbForm=Fin	0	root	_	_

1	The	the	DET	DT	Definite=Def	2	det	_	_
2	minister	minister	NOUN	NN	Number=Sing	4	nsubj:pass	_	_
3	was	be	AUX	VBD	Number=Sing|Person=3|Tense=Past|VerbForm=Fin	4	aux:pass	_	_
4	invited	invite	VERB	VBN	Tense=Past|VerbForm=Part|Voice=Pass	0	root	_	_

1	We	we	PRON	PRP	Case=Nom|Number=Plur|Person=1	3	nsubj	_	_
2	have	have	AUX	VBP	Number=Plur|Person=1|Tense=Pres|VerbForm=Fin	3	aux	_	_
3	agreed	agree	VERB	VBN	Tense=Past|VerbForm=Part	0	root	_	_

1	The	the	DET	DT	Definite=Def	2	det	_	_
2	guests	guest	NOUN	NNS	Number=Plur	4	nsubj	_	_
3	have	have	AUX	VBP	Number=Plur|Person=3|Tense=Pres|VerbForm=Fin	4	aux	_	_
4	left	leave	VERB	VBN	Tense=Past|VerbForm=Part	0	root	_	_

)";

struct Given {
  std::string form, upos, xpos, lemma, deprel;
  uint32_t head;
};

class Features : public testing::Test {
 protected:
  Features() : section_(train::train_features(train::parse_conllu(kTreebank, "test"))), morphology_(std::as_bytes(std::span(section_))) {}

  std::vector<std::string> of(const std::vector<Given>& words) const {
    std::vector<std::string> lowers;
    std::vector<ParsedWord> parsed;
    for (const Given& w : words) lowers.push_back(plain_lower(w.form));
    for (size_t i = 0; i < words.size(); ++i) {
      const Given& w = words[i];
      parsed.push_back({w.form, lowers[i], w.upos, w.xpos, w.lemma, w.deprel, w.head});
    }
    std::vector<std::string_view> out;
    morphology_.features(parsed, out);
    return {out.begin(), out.end()};
  }

  static constexpr uint32_t kRoot = ParsedWord::kRoot;
  std::string section_;
  Morphology morphology_;
};

TEST_F(Features, AgreeWithTheSubject) {
  const auto we = of({{"We", "PRON", "PRP", "we", "nsubj", 1}, {"talked", "VERB", "VBD", "talk", "root", kRoot}});
  EXPECT_EQ(we[1], "Number=Plur|Person=1|Tense=Past|VerbForm=Fin");
  const auto he = of({{"He", "PRON", "PRP", "he", "nsubj", 1}, {"talked", "VERB", "VBD", "talk", "root", kRoot}});
  EXPECT_EQ(he[1], "Number=Sing|Person=3|Tense=Past|VerbForm=Fin");
}

TEST_F(Features, OfAnAuxiliaryAgreeWithTheSubjectOfItsVerb) {
  const auto ours = of({{"We", "PRON", "PRP", "we", "nsubj", 2}, {"have", "AUX", "VBP", "have", "aux", 2}, {"signed", "VERB", "VBN", "sign", "root", kRoot}});
  EXPECT_EQ(ours[1], "Number=Plur|Person=1|Tense=Pres|VerbForm=Fin");
  const auto theirs = of({{"envoys", "NOUN", "NNS", "envoy", "nsubj", 2}, {"have", "AUX", "VBP", "have", "aux", 2}, {"signed", "VERB", "VBN", "sign", "root", kRoot}});
  EXPECT_EQ(theirs[1], "Number=Plur|Person=3|Tense=Pres|VerbForm=Fin");
}

TEST_F(Features, TellThePassiveByItsAuxiliary) {
  const auto passive = of({{"envoy", "NOUN", "NN", "envoy", "nsubj:pass", 2}, {"was", "AUX", "VBD", "be", "aux:pass", 2}, {"received", "VERB", "VBN", "receive", "root", kRoot}});
  EXPECT_EQ(passive[2], "Tense=Past|VerbForm=Part|Voice=Pass");
  const auto perfect = of({{"We", "PRON", "PRP", "we", "nsubj", 2}, {"have", "AUX", "VBP", "have", "aux", 2}, {"received", "VERB", "VBN", "receive", "root", kRoot}});
  EXPECT_EQ(perfect[2], "Tense=Past|VerbForm=Part");
}

TEST_F(Features, OfUnknownTagsAreEmpty) { EXPECT_EQ(of({{"ah", "INTJ", "UH", "ah", "root", kRoot}})[0], ""); }

TEST_F(Features, SurviveTreesThatAreNone) {
  const auto ring = of({{"a", "VERB", "VBD", "a", "conj", 1}, {"b", "VERB", "VBD", "b", "conj", 0}, {"c", "VERB", "VBD", "c", "conj", 2}, {"who", "PRON", "WP", "who", "nsubj", 77}});
  EXPECT_EQ(ring.size(), 4U);
  EXPECT_TRUE(of({}).empty());
}

TEST_F(Features, RefuseADamagedSection) {
  for (size_t size = 0; size < section_.size(); size += 37) {
    EXPECT_THROW(Morphology(std::as_bytes(std::span(section_).first(size))), Error) << size;
  }
}

TEST_F(Features, AreTheSameEveryTimeTheyAreTrained) { EXPECT_EQ(train::train_features(train::parse_conllu(kTreebank, "test")), section_); }

TEST(Agreement, IsNumberAndPersonAlone) {
  EXPECT_EQ(agreement_of("Case=Nom|Number=Plur|Person=1"), agreement_of("Number=Plur|Person=1|Tense=Past"));
  EXPECT_NE(agreement_of("Number=Plur|Person=1"), agreement_of("Number=Plur|Person=3"));
  EXPECT_EQ(agreement_of("Number[psor]=Plur"), agreement_of(""));
}

}  // namespace
}  // namespace chancery::tag
