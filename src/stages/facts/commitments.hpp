// The stage that finds commitments: what participants say they will do, agreed, pledged, plan or stand ready to do.
//
// A hope, a forecast, a question or a condition is none. Spans run from the first word of the clause, its subject
// included, to its end. `by` is the one who commits; where several do, they stand in `parties`.
#pragma once

#include <filesystem>

#include "pipeline/stage.hpp"
#include "stages/facts/cues.hpp"

namespace chancery {

class CommitmentsStage : public Stage {
 public:
  /// `data_folder` is the folder of all data; reads facts/commitments.tsv in it.
  explicit CommitmentsStage(const std::filesystem::path& data_folder);

  std::string_view name() const override { return "commitments"; }
  std::vector<Layer> needs() const override {
    return {Layer::tokens, Layer::mentions, Layer::entities, Layer::times, Layer::statements, Layer::events};
  }
  std::vector<Layer> gives() const override { return {Layer::commitments}; }
  void run(Document& document) const override;

 private:
  facts::Cues cues_;
};

}  // namespace chancery
