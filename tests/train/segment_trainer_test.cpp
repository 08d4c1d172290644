#include "train/segment_trainer.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sstream>

#include "base/error.hpp"
#include "base/file.hpp"

namespace chancery::train {
namespace {

/// Letters of a greeting without a stop, a sentence and a signature, in one paragraph each.
std::vector<TreeSentence> letters(int from, int count) {
  static const char* const names[] = {"Ana", "Boris", "Chen", "Dora", "Emil", "Fatima", "Goran"};
  std::string text;
  const auto add = [&](std::initializer_list<std::string> words, bool stop) {
    const std::vector<std::string> all(words);
    for (size_t i = 0; i < all.size(); ++i) {
      text += fmt::format("{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", i + 1, all[i], stop && i + 2 == all.size() ? "SpaceAfter=No" : "_");
    }
    text += '\n';
  };
  for (int i = from; i < from + count; ++i) {
    text += fmt::format("# newdoc id = {}\n", i);
    add({"Dear", names[i % 7]}, false);
    add({"We", "met", names[(i + 3) % 7], "in", "the", "U.S.", "and", "Mr.", names[(i + 1) % 7], "spoke", "."}, true);
    add({"Thanks", names[(i + 2) % 7]}, false);
  }
  return parse_conllu(text, "letters");
}

BoundarySettings small() {
  BoundarySettings settings;
  settings.bits = 12;
  settings.folds = 2;
  return settings;
}

TEST(SegmentTrainer, MakesTheTextAsItWasAndKnowsWhereSentencesEnd) {
  const auto texts = raw_texts(letters(0, 2));
  ASSERT_EQ(texts.size(), 2u);
  EXPECT_EQ(texts[0].text, "Dear Ana We met Dora in the U.S. and Mr. Boris spoke. Thanks Chen ");
  EXPECT_EQ(texts[0].ends, (std::vector<uint32_t>{8, 53, 65}));
}

TEST(SegmentTrainer, LearnsEndsThatNoStopShows) {
  std::ostringstream log;
  const std::string section = train_boundaries(letters(0, 80), data_folder(), small(), log);
  const auto unseen = letters(80, 20);
  const SentenceScore score = score_boundaries(unseen, data_folder(), section);
  EXPECT_EQ(score.wanted, 60u);
  EXPECT_GT(score.f1(), 0.95) << log.str();
}

TEST(SegmentTrainer, TheSameTreebankGivesTheSameBytes) {
  std::ostringstream log;
  EXPECT_EQ(train_boundaries(letters(0, 20), data_folder(), small(), log), train_boundaries(letters(0, 20), data_folder(), small(), log));
}

TEST(SegmentTrainer, RefusesATreebankWithNothingToLearn) {
  std::ostringstream log;
  EXPECT_THROW(train_boundaries({}, data_folder(), small(), log), Error);
}

}  // namespace
}  // namespace chancery::train
