// The stage that gives every word its part of speech (UPOS), its treebank tag (XPOS) and its lemma, per UD v2.
//
// Tags are the best of a linear layer over the word's vector; the lemma follows from form and tags (see lemmas.hpp).
// Words that come with tags keep them. Without vectors the stage does nothing.
#pragma once

#include <memory>
#include <optional>

#include "model/layers.hpp"
#include "model/model.hpp"
#include "pipeline/stage.hpp"
#include "stages/tag/lemmas.hpp"

namespace chancery {

class TagStage : public Stage {
 public:
  /// `model` may be null and is kept alive. Throws Error(input) where its sections do not fit this version.
  explicit TagStage(std::shared_ptr<const Model> model);
  std::string_view name() const override { return "tag"; }
  std::vector<Layer> needs() const override { return {Layer::tokens, Layer::vectors}; }
  std::vector<Layer> gives() const override { return {Layer::tags}; }
  void run(Document& document) const override;

 private:
  std::shared_ptr<const Model> model_;
  LinearLayer upos_, xpos_;
  std::vector<std::string> upos_labels_, xpos_labels_;
  std::optional<Lemmatiser> lemmas_;
};

}  // namespace chancery
