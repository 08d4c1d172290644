// The stage that finds points: what is said to have been discussed, raised, urged, agreed, warned of ... in an encounter.
//
// One point a topic: "discussed A and B" is two. A point's span is its topic, from the first word after the cue (or after
// "that", "to", "about") on; `topic` is the same span without what only announces it. `holders` is empty where the text
// does not say who. `negated`: the text denies it; what is expressly said not to have been discussed is `not_raised`
// instead. `prominence`: the share of the words of all points of the document that this one takes (0 to 1).
//
// Needs a dependency tree (the stages tag and parse); without one, or in a language it does not read, there are no points.
#pragma once

#include <filesystem>

#include "pipeline/stage.hpp"
#include "stages/points/lexicon.hpp"

namespace chancery {

class PointsStage : public Stage {
 public:
  /// `data_folder` is the folder of all data; reads points/en/ in it.
  explicit PointsStage(const std::filesystem::path& data_folder) : lexicon_(points::Lexicon::load(data_folder / "points" / "en")) {}
  std::string_view name() const override { return "points"; }
  std::vector<Layer> needs() const override { return {Layer::blocks, Layer::tokens, Layer::mentions, Layer::entities, Layer::times, Layer::statements, Layer::events}; }
  std::vector<Layer> gives() const override { return {Layer::points}; }
  void run(Document& document) const override;

 private:
  points::Lexicon lexicon_;
};

}  // namespace chancery
