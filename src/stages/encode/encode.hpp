// The stage that turns words into vectors, on which tags, dependencies and names are decided.
//
// A word is the sum of its row in the vocabulary, its hashed pieces and its lexicon flags; recurrent layers over the
// sentence then let its neighbours in. Without a model, or without this section in it, the stage does nothing.
#pragma once

#include <memory>

#include "knowledge/knowledge.hpp"
#include "model/layers.hpp"
#include "model/model.hpp"
#include "pipeline/stage.hpp"
#include "stages/encode/word_features.hpp"

namespace chancery {

class EncodeStage : public Stage {
 public:
  /// `knowledge` must outlive the stage; `model` may be null and is kept alive. Throws Error(input) where the section
  /// "encode" is not what this version reads.
  EncodeStage(std::shared_ptr<const Model> model, const Knowledge& knowledge);
  std::string_view name() const override { return "encode"; }
  std::vector<Layer> needs() const override { return {Layer::blocks, Layer::tokens}; }
  std::vector<Layer> gives() const override { return {Layer::vectors}; }
  void run(Document& document) const override;

 private:
  void embed(const WordFeatures& features, std::vector<float>& x) const;

  std::shared_ptr<const Model> model_;
  const Knowledge& knowledge_;
  Vocabulary vocabulary_;
  TensorView words_, pieces_;
  std::vector<float> flags_;
  size_t flag_width_ = 0;
  RecurrentStack layers_;
};

}  // namespace chancery
