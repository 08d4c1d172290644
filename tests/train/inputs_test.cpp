// What the trainer reads: settings, files of names, names in a treebank.
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "base/file.hpp"
#include "network/settings.hpp"
#include "toy.hpp"
#include "train/gum_names.hpp"

namespace chancery::train {
namespace {

std::filesystem::path written(const std::string& content) {
  const auto file = std::filesystem::path(testing::TempDir()) / "chancery-train-input";
  write_file(file, content);
  return file;
}

std::string message_of(const std::string& settings) {
  try {
    read_settings(written(settings));
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(Settings, AreReadAndTheRestKeepsItsDefault) {
  const TrainingSettings s = read_settings(written("# a run\nwidth = 32  # narrow\ntrees = a.conllu b\nrate = 0.001\nsource = One, CC0\nsource = Two\n"));
  EXPECT_EQ(s.network.width, 32u);
  EXPECT_FLOAT_EQ(s.adam.rate, 0.001f);
  EXPECT_EQ(s.epochs, TrainingSettings().epochs);
  EXPECT_EQ(s.files("trees", "/c"), (std::vector<std::filesystem::path>{"/c/a.conllu", "/c/b"}));
  EXPECT_EQ(s.lists.at("source"), (std::vector<std::string>{"One, CC0", "Two"}));
}

TEST(Settings, MistakesAreNamedWithTheirLine) {
  EXPECT_NE(message_of("width = 3\nwdith = 4\n").find(":2: there is no setting \"wdith\""), std::string::npos);
  EXPECT_NE(message_of("width = wide\n").find(":1: width wants a number"), std::string::npos);
  EXPECT_NE(message_of("width 3\n").find("key = value"), std::string::npos);
  EXPECT_NE(message_of("epochs = -1\n").find("wants a number"), std::string::npos);
}

TEST(GumNames, LeaveOutTitlesDeterminersAndCommonNouns) {
  const auto sentences = names_in_treebank(toy_trees(), [](const std::string& lower) { return lower == "mr."; });
  ASSERT_EQ(sentences.size(), 3u);
  EXPECT_EQ(span_labels(sentences[0]), (std::vector<std::string>{"S-person", "O", "O", "S-person", "O"}));
  EXPECT_EQ(span_labels(sentences[1]), (std::vector<std::string>{"O", "B-organisation", "I-organisation", "E-organisation", "O", "O", "O", "O", "O"}));
  EXPECT_EQ(span_labels(sentences[2]), (std::vector<std::string>{"O", "O", "O", "S-place", "O"}));
}

}  // namespace
}  // namespace chancery::train
