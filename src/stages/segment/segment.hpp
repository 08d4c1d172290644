// The stage that finds blocks, sentences and words, on which every other stage stands.
//
// Sentences follow UD English: a quotation that runs over several sentences is several; headings and list items
// end without a full stop. Documents that come with words (CoNLL-U) are left as they are.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "model/model.hpp"
#include "pipeline/stage.hpp"
#include "stages/segment/abbreviations.hpp"
#include "stages/segment/boundary_model.hpp"
#include "stages/segment/spelling.hpp"

namespace chancery {

/// The tokens of one block, half-open.
struct WordsOfBlock {
  Index first = 0, last = 0;
};

class SegmentStage : public Stage {
 public:
  /// `model` may be null, or lack the section "segment": then rules alone tell where sentences end. It must outlive this.
  explicit SegmentStage(const std::filesystem::path& data_folder, const Model* model = nullptr);
  std::string_view name() const override { return "segment"; }
  std::vector<Layer> needs() const override { return {}; }
  std::vector<Layer> gives() const override { return {Layer::blocks, Layer::tokens}; }
  bool reads(std::string_view) const override { return true; }
  void run(Document& document) const override;


  /// Blocks and tokens without sentences, one range for each block; what `run` and the trainer begin with.
  std::vector<WordsOfBlock> find_words(Document& document) const;
  const Abbreviations& abbreviations() const { return abbreviations_; }

 private:
  Abbreviations abbreviations_;
  Spelling spelling_;
  std::optional<BoundaryModel> model_;
};

}  // namespace chancery
