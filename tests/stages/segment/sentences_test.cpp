#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <span>

#include "base/error.hpp"
#include "base/file.hpp"
#include "stages/segment/boundaries.hpp"
#include "stages/segment/segment.hpp"

namespace chancery {
namespace {

Document segmented(const std::string& text) {
  static const SegmentStage stage(data_folder());
  Document document;
  document.text = text;
  stage.run(document);
  return document;
}

std::vector<std::string> sentences_of(const std::string& text) {
  const Document document = segmented(text);
  std::vector<std::string> out;
  for (const Sentence& sentence : document.sentences) out.emplace_back(document.of(sentence.span));
  return out;
}

TEST(Sentences, EndWhereTheGenreEndsThem) {
  EXPECT_THAT(sentences_of("He met H.E. Dr. Ana Silva at 11:48 A.M. EDT. It was No. 5 of the series."), testing::SizeIs(2));
  EXPECT_THAT(sentences_of("Talks ended.*** President Ana Silva spoke."), testing::ElementsAre("Talks ended.", "President Ana Silva spoke."));
}

TEST(Sentences, TokensBelongToThemInOrderWithoutGaps) {
  const Document document = segmented("Tea, etc. Then more, etc. And:\n\n- one\n- two, etc.");
  Index next = 0;
  for (Index s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    EXPECT_EQ(sentence.first, next);
    for (Index i = sentence.first; i < sentence.last; ++i) EXPECT_EQ(document.tokens[i].sentence, s);
    next = sentence.last;
  }
  EXPECT_EQ(next, document.tokens.size());
}

TEST(Sentences, AreNoLongerThanTheBound) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += i % 90 == 89 ? "word, " : "word ";
  const Document document = segmented(text);
  EXPECT_GT(document.sentences.size(), 100000u / Boundaries::kLongest);
  for (const Sentence& sentence : document.sentences) ASSERT_LE(sentence.last - sentence.first, Boundaries::kLongest);
  EXPECT_EQ(document.tokens[document.sentences[0].last - 1].lower, ",");
}

double seconds_for(const std::string& piece, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  const auto start = std::chrono::steady_clock::now();
  segmented(text);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(Sentences, TakeTimeThatGrowsWithTheTextAlone) {
  for (const std::string piece : {"a", "1", ".", "**", "<", "a@", "a.b", "(", "\"", "'", "1-", "http://", "etc. The ", "** a", "\xF0\x9F\x98\x80", "\xEE\x80\x80", "* * * ", "**a"}) {
    seconds_for(piece, 20000);
    const double once = std::max(seconds_for(piece, 60000), 0.005);
    // The best of three: what else the machine does at the moment is not the text's doing.
    double more = seconds_for(piece, 480000);
    for (int again = 0; again < 2 && more >= 40 * once; ++again) more = std::min(more, seconds_for(piece, 480000));
    EXPECT_LT(more, 40 * once) << piece;
  }
}

TEST(Sentences, StandNulBytesAndPrivateUseCharacters) {
  const std::string text("a\0b \uE000 \x01 end.", 14);
  EXPECT_FALSE(segmented(text).sentences.empty());
}

TEST(BoundaryModelTest, WeighsWhatItLearntAndNothingElse) {
  const std::string bytes = BoundaryModel::bytes({{0x01000005u, 2.0f}, {0x02000005u, -1.0f}, {0x03000009u, 0.5f}}, 0.25f, 8);
  const BoundaryModel model(std::as_bytes(std::span<const char>(bytes)));
  const std::vector<uint32_t> known = {0x01000005u, 0x02000005u}, other = {0x04000005u, 0x03000010u};
  EXPECT_NEAR(model.score(known), 1.25, 0.05);
  EXPECT_FLOAT_EQ(model.score(other), 0.25f);
}

TEST(BoundaryModelTest, RefusesWhatIsNoSuchSection) {
  const std::string bytes = BoundaryModel::bytes({{1u, 1.0f}}, 0, 8);
  for (const std::string& wrong : {std::string(), std::string("SEGM"), bytes.substr(0, bytes.size() - 1), "X" + bytes.substr(1)}) {
    const auto section = std::as_bytes(std::span<const char>(wrong));
    EXPECT_THROW(BoundaryModel{section}, Error);
  }
}

}  // namespace
}  // namespace chancery
