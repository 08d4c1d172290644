// The gradients that are written out by hand against differences of the loss, and a network that learns a toy treebank
// by heart, which the program's own stages must then read from the model file in the same way.
#include "network/joint.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <sstream>

#include "document/word.hpp"
#include "model/model.hpp"
#include "network/trainer.hpp"
#include "pipeline/runner.hpp"
#include "stages/encode/encode.hpp"
#include "stages/names/tagger.hpp"
#include "stages/parse/parse.hpp"
#include "stages/tag/tag.hpp"
#include "toy.hpp"
#include "train/gum_names.hpp"

namespace chancery::train {
namespace {

bool is_title(const std::string& lower) { return lower == "mr."; }

NetworkSettings tiny() {
  NetworkSettings s;
  s.word_width = 6, s.piece_rows = 64, s.piece_width = 5, s.flag_width = 3;
  s.width = 4, s.shared_layers = 2, s.parse_layers = 1, s.names_layers = 1, s.names_width = 3;
  s.arc_width = 5, s.relation_width = 4;
  s.input_dropout = s.dropout = s.word_dropout = 0;
  return s;
}

struct Toy {
  Toy() : vocabulary(table, 6), maker(vocabulary, 64, nullptr, labels), parameters(1, 7) {
    const auto trees = toy_trees();
    const auto names = names_in_treebank(trees, is_title);
    for (size_t i = 0; i < trees.size(); ++i) {
      Example e = maker.of(trees[i], true);
      if (i != 1) e.names = maker.of(names[i], true).names;  // one sentence without, which must cost nothing
      examples.push_back(e);
    }
    for (Example& e : examples) {
      for (size_t i = 0; i < e.features.size(); ++i) e.features.flags[i] = static_cast<uint32_t>(1u << (i % 3));
      batch.push_back(&e);
    }
    NetworkSettings s = tiny();
    s.words = 6;
    s.upos = labels.upos.size(), s.xpos = labels.xpos.size(), s.relations = labels.relations.size(), s.names = labels.names.size();
    s.masked_candidates = 4;
    // Counts so high that no word is taken for unknown by chance.
    network = std::make_unique<JointNetwork>(parameters, s, std::vector<uint32_t>(6, 100'000'000));
  }

  double loss() {
    Random random(1);
    const Losses l = network->learn(0, batch, random);
    return l.tags + l.arcs + l.relations + l.names;
  }

  std::vector<uint32_t> table = Vocabulary::build({"ana", "met", "lima", "the", "."});
  Vocabulary vocabulary;
  LabelSets labels;
  ExampleMaker maker;
  Parameters parameters;
  std::unique_ptr<JointNetwork> network;
  std::vector<Example> examples;
  std::vector<const Example*> batch;
};

void clear_gradients(Parameters& parameters) {
  for (size_t i = 0; i < parameters.size(); ++i) {
    Parameter& p = parameters[i];
    p.gradient[0].setZero();
    if (!p.sparse) continue;
    p.touched[0].clear();
    std::fill(p.is_touched[0].begin(), p.is_touched[0].end(), 0);
  }
}

/// Compares a few entries of every parameter, those with the largest gradient and some others.
void expect_gradients(Toy& toy, const std::function<double()>& loss) {
  clear_gradients(toy.parameters);
  loss();
  std::vector<Matrix> gradients;
  for (size_t i = 0; i < toy.parameters.size(); ++i) gradients.push_back(toy.parameters[i].gradient[0]);
  for (size_t i = 0; i < toy.parameters.size(); ++i) {
    Parameter& p = toy.parameters[i];
    Eigen::Index r = 0, c = 0;
    gradients[i].cwiseAbs().maxCoeff(&r, &c);
    const std::vector<Eigen::Index> entries = {r * p.value.cols() + c, 0, p.value.size() / 2, p.value.size() - 1};
    for (const Eigen::Index at : entries) {
      float& value = p.value.data()[at];
      const float kept = value;
      const auto slope = [&](float step) {
        value = kept + step;
        const double up = loss();
        value = kept - step;
        const double down = loss();
        value = kept;
        return (up - down) / (2 * step);
      };
      // A rectifier has a corner: where one step runs over it, a smaller one does not, though it is rounded more.
      const double got = gradients[i].data()[at], wide = slope(4e-3f), narrow = slope(1e-3f);
      const double off = std::min(std::abs(got - wide), std::abs(got - narrow));
      EXPECT_LT(off, 0.02 + 0.02 * std::abs(got)) << p.name << " entry " << at << ": " << got << ", not " << wide << " or " << narrow;
    }
  }
}

TEST(Network, GradientsAreThoseOfTheLoss) {
  Toy toy;
  expect_gradients(toy, [&] { return toy.loss(); });
}

TEST(Network, GradientsOfGuessingAreThoseOfTheLoss) {
  Toy toy;
  expect_gradients(toy, [&] {
    Random random(11);  // hides and draws the same words each time
    return toy.network->guess(0, toy.batch, random).names;
  });
}

TEST(Network, WorkersTogetherStepAsOneDoes) {
  Toy one, two;
  Parameters& p = two.parameters;
  Random random(1);
  one.network->learn(0, one.batch, random);
  for (const Example* e : two.batch) two.network->learn(0, std::span(&e, 1), random);
  for (size_t i = 0; i < p.size(); ++i) EXPECT_TRUE(one.parameters[i].gradient[0].isApprox(p[i].gradient[0], 1e-3f) || p[i].gradient[0].norm() < 1e-4) << p[i].name;
}

TEST(Trainer, LearnsByHeartAndTheStagesReadTheSame) {
  TrainingSettings settings;
  settings.network = tiny();
  settings.network.width = 16, settings.network.names_width = 8, settings.network.arc_width = 16, settings.network.relation_width = 16;
  settings.network.word_width = 16, settings.network.piece_width = 16;
  settings.epochs = 120, settings.patience = 120, settings.batch_words = 8, settings.warm_up = 5, settings.adam.rate = 0.02f, settings.least_count = 1;
  settings.guess_epochs = 1, settings.network.masked_candidates = 8;
  Corpora corpora;
  corpora.trees = toy_trees();
  corpora.names = names_in_treebank(corpora.trees, is_title);
  corpora.raw = {{"Ana", "spoke", "in", "Lima", "."}};
  corpora.dev = {{"toy", corpora.trees, {}}, {"toy names", {}, corpora.names}};
  const Knowledge knowledge = Knowledge::load(CHANCERY_SOURCE_DIR "/data");
  std::ostringstream log;
  Trainer trainer(settings, corpora, knowledge, 2, log);
  const TrainingResult result = trainer.run([](const TrainingResult&) {});
  EXPECT_EQ(result.scores[0].las, 100.0) << log.str();
  EXPECT_EQ(result.scores[1].f1, 100.0) << log.str();

  ModelWriter writer;
  trainer.add_sections(writer);
  const auto model = Model::from_bytes(writer.bytes());
  Document document;
  for (const TreeSentence& tree : corpora.trees) {
    Sentence sentence;
    sentence.first = static_cast<Index>(document.tokens.size());
    for (const TreeWord& word : tree.words) {
      Token token;
      token.span = {static_cast<uint32_t>(document.text.size()), static_cast<uint32_t>(document.text.size() + word.form.size())};
      token.lower = plain_lower(word.form);
      token.shape = shape_of(word.form);
      document.tokens.push_back(token);
      document.text += word.form + " ";
    }
    sentence.last = static_cast<Index>(document.tokens.size());
    document.sentences.push_back(sentence);
  }
  EncodeStage(model, knowledge).run(document);
  TagStage(model).run(document);
  ParseStage(model).run(document);
  Index at = 0;
  for (const TreeSentence& tree : corpora.trees) {
    const Index first = at;
    for (const TreeWord& word : tree.words) {
      const Token& token = document.tokens[at++];
      EXPECT_EQ(token.upos, word.upos) << word.form;
      EXPECT_EQ(token.deprel, word.deprel) << word.form;
      EXPECT_EQ(token.head == kNone ? 0 : token.head - first + 1, word.head) << word.form;
    }
  }
  const NameGuesses guesses = NameTagger(model).guess(document);
  ASSERT_EQ(guesses.names.size(), 4u);
  EXPECT_EQ(guesses.names[1].type, MentionType::person);  // Oduya, without "Mr."
  EXPECT_EQ(guesses.names[1].first, 3u);
  EXPECT_EQ(guesses.names[2].type, MentionType::organisation);
  EXPECT_EQ(guesses.names[2].last - guesses.names[2].first, 3u);
  EXPECT_GT(guesses.names[2].certainty, 0.5f);
  EXPECT_LT(guesses.outside[3], 0.5f);
  EXPECT_GT(guesses.outside[4], 0.5f);
}

TEST(Trainer, SameSeedGivesTheSameNetwork) {
  const auto bytes = [] {
    TrainingSettings settings;
    settings.network = tiny();
    settings.epochs = 3, settings.batch_words = 8, settings.least_count = 1;
    Corpora corpora;
    corpora.trees = toy_trees();
    const Knowledge knowledge = Knowledge::load(CHANCERY_SOURCE_DIR "/data");
    std::ostringstream log;
    Trainer trainer(settings, corpora, knowledge, 2, log);
    trainer.run([](const TrainingResult&) {});
    ModelWriter writer;
    trainer.add_sections(writer);
    return writer.bytes();
  };
  EXPECT_EQ(bytes(), bytes());
}

}  // namespace
}  // namespace chancery::train
