// Texts with attributions as the trainer reads them, and a model that learns a few by heart, which the program's own stage
// must then find.
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "base/file.hpp"
#include "speech/attribution_trainer.hpp"
#include "stages/link/link.hpp"
#include "stages/names/names.hpp"
#include "stages/speech/attribution_model.hpp"
#include "stages/speech/speech.hpp"

namespace chancery::train {
namespace {

const std::filesystem::path kSource = CHANCERY_SOURCE_DIR;

struct Reading {
  Knowledge knowledge = Knowledge::load(data_folder());
  std::shared_ptr<const Model> model = Model::open(kSource / "models" / "english.model");
  TextAnalyser analyser{model, knowledge, data_folder()};
};

const Reading& reading() {
  static const Reading all;
  return all;
}

std::string words(const AttributedText& text, const std::vector<WordRange>& ranges) {
  std::string out;
  for (const WordRange& range : ranges) {
    for (Index i = range.first; i < range.last; ++i) out += (out.empty() ? "" : " ") + std::string(text.document->of(text.document->tokens[i]));
  }
  return out;
}

std::string told(const AttributedText& text, const GoldAttribution& gold) {
  return words(text, gold.source) + " | " + words(text, gold.cue) + " | " + words(text, gold.content);
}

std::filesystem::path folder_with(const std::string& text, const std::string& annotation) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "chancery-attributions";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "text");
  std::filesystem::create_directories(folder / "attributions");
  write_file(folder / "text" / "a.txt", text);
  write_file(folder / "attributions" / "a_01.ann", annotation);
  return folder;
}

TEST(Attributions, AreReadFromStandoffInCodePoints) {
  const auto folder = folder_with("Zoë Holm said that, as she saw it, the talks had ended.\n",
                                  "T1\tSource 0 8\tZoë Holm\nT2\tCue 9 13\tsaid\nT3\tContent 14 18;35 54\tthat the talks had ended\n"
                                  "T4\tAttribution 9 13\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n");
  const auto texts = read_brat(folder, reading().analyser);
  ASSERT_EQ(texts.size(), 1u);
  ASSERT_EQ(texts[0].gold.size(), 1u);
  EXPECT_EQ(told(texts[0], texts[0].gold[0]), "Zoë Holm | said | that the talks had ended");
  EXPECT_EQ(texts[0].document->of(texts[0].document->tokens[texts[0].gold[0].predicate]), "said");
}

TEST(Attributions, AreReadFromRhetoricalTrees) {
  const std::string table =
      "# newdoc id = GUM_news_own\n# sent_id = 1\n"
      "1\tAnna\tAnna\tPROPN\tNNP\t_\t2\tnsubj\t_\tDiscourse=attribution-positive:1->2:0:sem-atsrc-1-_+lex-indwd-2-_\n"
      "2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "3\tthey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\tDiscourse=ROOT:2:0\n"
      "4\tleft\tleave\tVERB\tVBD\t_\t2\tccomp\t_\t_\n"
      "5\tbecause\tbecause\tSCONJ\tIN\t_\t7\tmark\t_\tDiscourse=causal-cause:3->2:0:_\n"
      "6\tit\tit\tPRON\tPRP\t_\t7\tnsubj\t_\t_\n"
      "7\train\train\tVERB\tVBD\t_\t4\tadvcl\t_\tSpaceAfter=No\n"
      "8\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";
  const auto texts = read_rhetorical(parse_conllu(table, "own"), reading().analyser);
  ASSERT_EQ(texts.size(), 1u);
  ASSERT_EQ(texts[0].gold.size(), 1u);
  EXPECT_EQ(told(texts[0], texts[0].gold[0]), "Anna | said | they left because it rain .");
}

TEST(Attributions, LearnedByHeartAreFoundByTheStage) {
  const std::string text = "Anna Holm said that the talks had ended. The bridge stands over the river. Erik Strand denied the report.\n";
  const std::string annotation =
      "T1\tSource 0 9\tx\nT2\tCue 10 14\tx\nT3\tContent 15 39\tx\nE1\tSource:T1 Cue:T2 Content:T3\n"
      "T4\tSource 75 86\tx\nT5\tCue 87 93\tx\nT6\tContent 94 104\tx\nE2\tSource:T4 Cue:T5 Content:T6\n";
  const auto texts = read_brat(folder_with(text, annotation), reading().analyser);
  ASSERT_EQ(texts.size(), 1u);
  ASSERT_EQ(texts[0].gold.size(), 2u);
  AttributionTraining training;
  training.epochs = 60;
  std::ostringstream log;
  const std::string section = train_attributions(texts, training, 1, log);
  EXPECT_EQ(section, train_attributions(texts, training, 1, log)) << "the same texts give the same model";

  ModelWriter writer;
  writer.card("{}");
  writer.add("speech", section);
  const auto score = score_attributions(texts, Model::from_bytes(writer.bytes()));
  EXPECT_EQ(score.content.f1(), 100);
  EXPECT_EQ(score.source.f1(), 100);
  EXPECT_EQ(score.cue.f1(), 100);
}

/// The statements of a text whose cue no lexicon has, with a model that learned it by heart and is trusted so far.
std::vector<Statement> statements(const AttributionTrust& trust, std::vector<Entity>& entities, bool encoded = true) {
  const std::string text = "Anna Holm of Norway murmured that the talks had ended, and Erik Strand of Chad said that they had not.\n";
  const std::string annotation = "T1\tSource 0 9\tx\nT2\tCue 20 28\tx\nT3\tContent 29 53\tx\nE1\tSource:T1 Cue:T2 Content:T3\n";
  auto texts = read_brat(folder_with(text, annotation), reading().analyser);
  AttributionTraining training;
  training.epochs = 60;
  training.trust = trust;
  std::ostringstream log;
  ModelWriter writer;
  writer.card("{}");
  writer.add("speech", train_attributions(texts, training, 1, log));
  Document& document = *texts[0].document;
  if (encoded) document.vectors = texts[0].vectors;
  NamesStage(data_folder(), reading().knowledge, nullptr).run(document);
  LinkStage(reading().knowledge).run(document);
  SpeechStage(data_folder(), Model::from_bytes(writer.bytes())).run(document);
  entities = document.entities;
  return document.statements;
}

TEST(Attributions, AreJoinedWithWhatTheLexiconFinds) {
  std::vector<Entity> entities;
  const auto both = statements({.find = 0.4f, .add = 0.4f, .span = 0.1f, .drop = 0}, entities);
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[0].cue_lemma, "murmur");
  ASSERT_EQ(both[0].speakers.size(), 1u);
  EXPECT_EQ(entities[both[0].speakers[0]].name, "Anna Holm");
  EXPECT_EQ(both[1].cue_lemma, "say") << "the lexicon's own, of which the model knows nothing";
  const auto lexicon = statements({.find = 0.4f, .add = 2, .span = 2, .drop = 0}, entities);
  ASSERT_EQ(lexicon.size(), 1u);
  EXPECT_EQ(lexicon[0].cue_lemma, "say");
  const auto model = statements({.find = 0.4f, .add = 0.4f, .span = 0.1f, .drop = 0.4f}, entities);
  ASSERT_EQ(model.size(), 1u) << "a model that is trusted to drop drops what it does not see";
  EXPECT_EQ(model[0].cue_lemma, "murmur");
  const auto unread = statements({.find = 0.4f, .add = 0.4f, .span = 0.1f, .drop = 0.4f}, entities, false);
  ASSERT_EQ(unread.size(), 1u) << "of a document without vectors it knows nothing, and drops nothing";
  EXPECT_EQ(unread[0].cue_lemma, "say");
}

}  // namespace
}  // namespace chancery::train
