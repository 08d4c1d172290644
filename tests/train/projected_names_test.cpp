// Names marked by the grammar and the lists, for the network to learn from: what is sure, what is left open.
#include "network/projected_names.hpp"

#include <gtest/gtest.h>

#include "base/file.hpp"
#include "knowledge/knowledge.hpp"
#include "stages/names/names.hpp"
#include "stages/segment/segment.hpp"

namespace chancery::train {
namespace {

std::vector<NamedSentence> projected(const std::string& text) {
  static const Knowledge knowledge = Knowledge::load(data_folder());
  Document document;
  document.text = text;
  SegmentStage(data_folder()).run(document);
  NamesStage(data_folder(), knowledge, nullptr).run(document);
  return project_names(document, knowledge);
}

/// "word/label" for every word that is not outside; "?" where it is unknown.
std::string marked(const NamedSentence& sentence) {
  auto labels = span_labels(sentence);
  for (const uint32_t word : sentence.unknown) labels[word] = "?";
  std::string out;
  for (size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] != "O") out += sentence.words[i] + "/" + labels[i] + " ";
  }
  return out;
}

TEST(ProjectedNames, AreThoseThatTitlesAndListsTell) {
  const auto sentences = projected("President Emmanuel Macron met the Prime Minister of Kenya in Nairobi on Friday.");
  ASSERT_EQ(sentences.size(), 1u);
  EXPECT_EQ(marked(sentences[0]), "Emmanuel/B-person Macron/E-person Kenya/S-place Nairobi/S-place Friday/? ");
}

TEST(ProjectedNames, LeaveOpenWhatOnlyACapitalSpeaksFor) {
  const auto sentences = projected("At the end of their talks the leaders of Norway and Chad welcomed the Quiet Harvest Pledge at some length, and then they left Oslo.");
  ASSERT_EQ(sentences.size(), 1u);
  EXPECT_NE(marked(sentences[0]).find("Norway/S-place Chad/S-place "), std::string::npos) << marked(sentences[0]);
  EXPECT_NE(marked(sentences[0]).find("Pledge/? "), std::string::npos) << marked(sentences[0]);
}

TEST(ProjectedNames, DoNotDoubtAWordThatTheTextHasWithoutACapital) {
  const auto sentences = projected("Later they visited a river in Norway by boat. It was later than they had thought in Norway.");
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(marked(sentences[0]), "Norway/S-place ");
}

TEST(ProjectedNames, NeedASentenceWithASureOne) { EXPECT_TRUE(projected("The sides discussed trade and energy at some length.").empty()); }

}  // namespace
}  // namespace chancery::train
