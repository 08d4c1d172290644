#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/error.hpp"
#include "base/file.hpp"
#include "network/settings.hpp"
#include "speech/attribution_trainer.hpp"
#include "train/arguments.hpp"
#include "train/command.hpp"

namespace chancery::train {
namespace {

using nlohmann::ordered_json;

/// The model with the section "speech" made anew, its scores and settings in the card.
void put_section(const Model& model, const std::string& section, const TrainingSettings& settings, const ordered_json& scores, const std::filesystem::path& out) {
  ModelWriter writer;
  ordered_json card = ordered_json::parse(model.card());
  card["speech"] = scores;
  card["settings"] = settings.text;
  writer.card(card.dump(1));
  for (const auto& name : model.sections()) {
    if (name == "speech") continue;
    const auto bytes = model.section(name);
    writer.add(name, std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  }
  writer.add("speech", section);
  writer.write(out);
}

/// Without the documents that the settings leave out.
std::vector<TreeSentence> kept(std::vector<TreeSentence>&& sentences, const TrainingSettings& settings) {
  const auto at = settings.lists.find("leave_out");
  if (at == settings.lists.end()) return std::move(sentences);
  std::erase_if(sentences, [&](const TreeSentence& s) { return std::any_of(at->second.begin(), at->second.end(), [&](const std::string& b) { return s.document.starts_with(b); }); });
  return std::move(sentences);
}

}  // namespace

int run_speech(const std::vector<std::string>& arguments) {
  const Arguments given(arguments, {"--model", "--settings", "--corpora", "--data", "--workers", "--out"});
  const TrainingSettings settings = read_settings(given.one("--settings"));
  const std::filesystem::path folder = given.one("--corpora"), out = given.one("--out", given.one("--model"));
  const std::filesystem::path data = given.has("--data") ? std::filesystem::path(given.one("--data")) : data_folder();
  const size_t workers = given.has("--workers") ? std::stoul(given.one("--workers")) : std::max(1u, std::thread::hardware_concurrency());
  const Knowledge knowledge = Knowledge::load(data);
  const auto model = Model::open(given.one("--model"));
  const TextAnalyser analyser(model, knowledge, data);
  std::vector<AttributedText> texts;
  const auto add = [&](std::vector<AttributedText>&& some, const std::filesystem::path& from) {
    size_t attributions = 0;
    for (const auto& text : some) attributions += text.gold.size();
    std::cerr << fmt::format("{}: {} texts, {} attributions\n", from.string(), some.size(), attributions);
    std::move(some.begin(), some.end(), std::back_inserter(texts));
  };
  for (const auto& file : settings.files("speech", folder)) add(read_brat(file, analyser), file);
  for (const auto& file : settings.files("speech_trees", folder)) add(read_rhetorical(kept(read_conllu(file), settings), analyser), file);
  for (const auto& file : settings.files("speech_projected", folder)) add(project_attributions(file, analyser, knowledge, data, settings.projected_texts), file);
  if (texts.empty()) throw Error(ErrorKind::input, given.one("--settings") + " names no texts with attributions; write \"speech = FOLDER\"");
  const std::string section = train_attributions(texts, settings.attributions, workers, std::cerr);
  texts.clear();
  ordered_json scores = ordered_json::array();
  put_section(*model, section, settings, scores, out);
  const auto trained = Model::open(out);
  for (const auto& file : settings.files("dev_speech", folder)) {
    const AttributionScore score = score_attributions(read_brat(file, analyser), trained);
    std::cout << fmt::format("{}: exact F1 content {:.2f}, source {:.2f}, cue {:.2f}\n", file.string(), score.content.f1(), score.source.f1(), score.cue.f1());
    scores.push_back({{"data", file.filename().string()}, {"content", score.content.f1()}, {"source", score.source.f1()}, {"cue", score.cue.f1()}});
  }
  put_section(*trained, section, settings, scores, out);
  return 0;
}

}  // namespace chancery::train
