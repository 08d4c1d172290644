// The stage that finds figures: a number with what it counts or measures, how it is hedged, where it points.
//
// A figure is a quantity that a reader could put in a table. Durations, ages, ordinals, dates, clock times and
// numbers that name something ("Article 5", "Boeing 737") are none. Spans run from the number (or the sign of its
// currency) to its unit.
#pragma once

#include <filesystem>

#include "pipeline/stage.hpp"
#include "stages/facts/cues.hpp"

namespace chancery {

class FiguresStage : public Stage {
 public:
  /// `data_folder` is the folder of all data; reads facts/figures.tsv in it.
  explicit FiguresStage(const std::filesystem::path& data_folder);

  std::string_view name() const override { return "figures"; }
  std::vector<Layer> needs() const override {
    return {Layer::tokens, Layer::mentions, Layer::entities, Layer::times, Layer::statements};
  }
  std::vector<Layer> gives() const override { return {Layer::figures}; }
  void run(Document& document) const override;

 private:
  facts::Cues cues_;
};

}  // namespace chancery
