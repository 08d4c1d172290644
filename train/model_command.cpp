#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "base/error.hpp"
#include "base/file.hpp"
#include "network/trainer.hpp"
#include "pipeline/self_test.hpp"
#include "stages/encode/encode.hpp"
#include "stages/parse/parse.hpp"
#include "stages/segment/segment.hpp"
#include "stages/tag/tag.hpp"
#include "train/arguments.hpp"
#include "train/command.hpp"
#include "train/feature_trainer.hpp"
#include "train/lemma_trainer.hpp"
#include "train/segment_trainer.hpp"

namespace chancery::train {
namespace {

using nlohmann::ordered_json;

ordered_json card_of(const TrainingSettings& settings, const TrainingResult& result) {
  ordered_json scores = ordered_json::array();
  const auto rounded = [](double v) { return std::round(v * 100) / 100; };
  for (const DevScore& s : result.scores) {
    if (s.has_names) {
      scores.push_back({{"data", s.name}, {"precision", rounded(s.precision)}, {"recall", rounded(s.recall)}, {"f1", rounded(s.f1)}});
    } else {
      scores.push_back({{"data", s.name}, {"upos", rounded(s.upos)}, {"xpos", rounded(s.xpos)}, {"uas", rounded(s.uas)}, {"las", rounded(s.las)}});
    }
  }
  const auto sources = settings.lists.find("source");
  return {{"made_by", "chancery-train " CHANCERY_VERSION},
          {"sources", sources == settings.lists.end() ? std::vector<std::string>() : sources->second},
          {"scores", scores},
          {"annotated_words", result.words},
          {"epoch", result.epoch},
          {"minutes", std::round(result.minutes)},
          {"settings", settings.text}};
}

/// One sentence a line; what the program must find again when it opens the model.
std::vector<std::string> read_samples(const std::filesystem::path& file) {
  std::vector<std::string> texts;
  std::istringstream lines(read_file(file));
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line[0] != '#') texts.push_back(line);
  }
  return texts;
}

std::string analyse(const std::vector<std::string>& samples, const ModelWriter& writer, const std::filesystem::path& data, const Knowledge& knowledge) {
  const auto model = Model::from_bytes(writer.bytes());
  std::vector<std::unique_ptr<Stage>> stages;
  stages.push_back(std::make_unique<SegmentStage>(data, model.get()));
  stages.push_back(std::make_unique<EncodeStage>(model, knowledge));
  stages.push_back(std::make_unique<TagStage>(model));
  stages.push_back(std::make_unique<ParseStage>(model));
  return analysed_samples(samples, Runner(std::move(stages)));
}

/// The treebanks one by one, since lemmas and features trust the first more than the others.
std::vector<std::vector<TreeSentence>> treebanks(const Corpora& corpora) {
  std::vector<std::vector<TreeSentence>> out;
  size_t begin = 0;
  for (const size_t end : corpora.treebank_ends) {
    out.emplace_back(corpora.trees.begin() + static_cast<std::ptrdiff_t>(begin), corpora.trees.begin() + static_cast<std::ptrdiff_t>(end));
    begin = end;
  }
  return out;
}

}  // namespace

int run_model(const std::vector<std::string>& arguments) {
  const Arguments given(arguments, {"--settings", "--corpora", "--data", "--wordnet", "--samples", "--workers", "--out"});
  const TrainingSettings settings = read_settings(given.one("--settings"));
  const std::filesystem::path folder = given.one("--corpora"), out = given.one("--out");
  const std::filesystem::path data = given.has("--data") ? std::filesystem::path(given.one("--data")) : data_folder();
  const size_t workers = given.has("--workers") ? std::stoul(given.one("--workers")) : std::max(1u, std::thread::hardware_concurrency());
  const auto samples = given.has("--samples") ? read_samples(given.one("--samples")) : std::vector<std::string>();
  const Knowledge knowledge = Knowledge::load(data);
  Corpora corpora = read_corpora(settings, folder, data, knowledge);
  if (corpora.trees.empty()) throw Error(ErrorKind::input, given.one("--settings") + " names no treebank; write \"trees = FILE\"");

  ModelWriter fixed;
  const auto banks = treebanks(corpora);
  fixed.add("lemmas", train_lemmas(banks, given.has("--wordnet") ? read_wordnet(given.one("--wordnet")) : Lexicon()));
  fixed.add("features", train_features(banks.front()));
  std::cerr << "lemmas and features are made\n";
  const std::string boundaries = train_boundaries(corpora.trees, data, BoundarySettings(), std::cerr);
  for (const auto& file : settings.files("dev_trees", folder)) {
    const SentenceScore score = score_boundaries(read_conllu(file), data, boundaries);
    std::cerr << fmt::format("{}: sentences from raw text F1 {:.2f}\n", file.string(), 100 * score.f1());
  }
  fixed.add(BoundaryModel::kSection, boundaries);

  fixed.add("trust", std::string(reinterpret_cast<const char*>(&settings.trust), sizeof settings.trust));

  Trainer trainer(settings, corpora, knowledge, workers, std::cerr);
  const auto write = [&](const TrainingResult& result) {
    ModelWriter model = fixed;
    trainer.add_sections(model);
    ordered_json card = card_of(settings, result);
    card["samples"] = ordered_json::parse(analyse(samples, model, data, knowledge));
    model.card(card.dump(1));
    model.write(out);
  };
  const TrainingResult result = trainer.run(write);
  std::cout << fmt::format("{}: best in epoch {}, after {:.0f} minutes\n", out.string(), result.epoch, result.minutes);
  for (const DevScore& s : result.scores) {
    if (s.has_names) {
      std::cout << fmt::format("{}: names P {:.2f} R {:.2f} F1 {:.2f}\n", s.name, s.precision, s.recall, s.f1);
    } else {
      std::cout << fmt::format("{}: UPOS {:.2f} XPOS {:.2f} UAS {:.2f} LAS {:.2f}\n", s.name, s.upos, s.xpos, s.uas, s.las);
    }
  }
  return 0;
}

}  // namespace chancery::train
