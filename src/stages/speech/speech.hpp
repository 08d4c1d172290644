// The stage that finds who said what: turns of a transcript, quotations, reported speech, each with its speaker.
//
// Spans are the content alone, without quotation marks, cue or label. A passive without an agent has no speaker and
// gives no statement. Inside a turn nobody else's words are looked for: they stand in the speaker's account.
#pragma once

#include <filesystem>

#include "pipeline/stage.hpp"
#include "stages/speech/attribution_model.hpp"
#include "stages/speech/lexicon.hpp"
#include "stages/speech/topics.hpp"

namespace chancery {

class SpeechStage : public Stage {
 public:
  /// `model` may be null or know nothing of speech; then the lexicon alone decides.
  explicit SpeechStage(const std::filesystem::path& data_folder, std::shared_ptr<const Model> model = nullptr)
      : lexicon_(SpeechLexicon::load(data_folder / "speech" / "en")), topics_(Topics::load(data_folder / "topics.tsv")), model_(std::move(model)) {}
  std::string_view name() const override { return "speech"; }
  std::vector<Layer> needs() const override { return {Layer::blocks, Layer::tokens, Layer::mentions, Layer::entities}; }
  std::vector<Layer> gives() const override { return {Layer::labels, Layer::statements}; }
  /// In other languages than English turns alone are looked for, by the layout of their labels.
  bool reads(std::string_view) const override { return true; }
  void run(Document& document) const override;

 private:
  SpeechLexicon lexicon_;
  Topics topics_;
  AttributionModel model_;
};

}  // namespace chancery
