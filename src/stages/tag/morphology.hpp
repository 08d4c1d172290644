// The stage that fills the features of words (FEATS, per UD v2) once tags and relations are known (see features.hpp).
// Words that come with features keep them. Without the model's section "features", or without a parse, it does nothing.
#pragma once

#include <memory>
#include <optional>

#include "model/model.hpp"
#include "pipeline/stage.hpp"
#include "stages/tag/features.hpp"

namespace chancery {

class MorphologyStage : public Stage {
 public:
  /// `model` may be null and is kept alive. Throws Error(input) where its section cannot be read.
  explicit MorphologyStage(std::shared_ptr<const Model> model);
  std::string_view name() const override { return "morphology"; }
  std::vector<Layer> needs() const override { return {Layer::blocks, Layer::tags, Layer::syntax}; }
  std::vector<Layer> gives() const override { return {Layer::features}; }
  void run(Document& document) const override;

 private:
  std::shared_ptr<const Model> model_;
  std::optional<tag::Morphology> morphology_;
};

}  // namespace chancery
