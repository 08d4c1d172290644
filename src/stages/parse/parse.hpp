// The stage that gives every word its head and relation, per UD v2: a biaffine parser (Dozat & Manning 2017).
//
// Recurrent layers of its own over the encoder's vectors, a score for every pair of dependent and head, the best tree
// over them, and a relation for each arc. A sentence longer than kLongestRun words is parsed in parts, whose roots hang
// on the first part's. Sentences that come with heads keep them. Without vectors the stage does nothing.
#pragma once

#include <memory>

#include "document/runs.hpp"
#include "model/layers.hpp"
#include "model/model.hpp"
#include "pipeline/stage.hpp"

namespace chancery {

class ParseStage : public Stage {
 public:
  /// `model` may be null and is kept alive. Throws Error(input) where the section "parse" does not fit this version.
  explicit ParseStage(std::shared_ptr<const Model> model);
  std::string_view name() const override { return "parse"; }
  std::vector<Layer> needs() const override { return {Layer::blocks, Layer::tokens, Layer::vectors}; }
  std::vector<Layer> gives() const override { return {Layer::syntax}; }
  void run(Document& document) const override;

 private:
  struct Work;
  void check() const;
  void score(const float* vectors, std::span<const size_t> bounds, Work& work) const;
  std::vector<uint32_t> tree_of(const Work& work, size_t first, size_t words) const;
  void label(Document& document, std::span<const WordRun> runs, Work& work) const;

  std::shared_ptr<const Model> model_;
  RecurrentStack layers_;
  LinearLayer arc_dependent_, arc_head_, biaffine_, relation_dependent_, relation_head_, relation_;
  std::vector<float> head_bias_, root_arc_, root_relation_;
  std::vector<std::string> labels_;
  size_t root_label_ = 0;
};

}  // namespace chancery
