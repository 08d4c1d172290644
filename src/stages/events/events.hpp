// The stage that finds encounters: the main event of the release with its type, day, place and participants, other
// events it refers to, and the kind of document.
//
// A day or a place that the text does not give is left open; where only the publication day bounds it, the basis says
// so. Types, cues and word classes are in data/events/<language>/.
#pragma once

#include <filesystem>

#include "pipeline/stage.hpp"
#include "stages/events/lexicon.hpp"

namespace chancery {

class EventsStage : public Stage {
 public:
  explicit EventsStage(const std::filesystem::path& data_folder) : lexicon_(EventLexicon::load(data_folder / "events" / "en")) {}
  std::string_view name() const override { return "events"; }
  std::vector<Layer> needs() const override { return {Layer::tokens, Layer::mentions, Layer::entities, Layer::times, Layer::statements}; }
  std::vector<Layer> gives() const override { return {Layer::events, Layer::kind}; }
  void run(Document& document) const override;

 private:
  EventLexicon lexicon_;
};

}  // namespace chancery
