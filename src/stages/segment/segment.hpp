// The stage that finds blocks, sentences and words, on which every other stage stands.
//
// Sentences follow UD English: a quotation that runs over several sentences is several; headings and list items
// end without a full stop. Documents that come with words (CoNLL-U) are left as they are.
#pragma once

#include <filesystem>

#include "pipeline/stage.hpp"
#include "stages/segment/abbreviations.hpp"

namespace chancery {

class SegmentStage : public Stage {
 public:
  explicit SegmentStage(const std::filesystem::path& data_folder);
  std::string_view name() const override { return "segment"; }
  std::vector<Layer> needs() const override { return {}; }
  std::vector<Layer> gives() const override { return {Layer::blocks, Layer::tokens}; }
  bool reads(std::string_view) const override { return true; }
  void run(Document& document) const override;

 private:
  Abbreviations abbreviations_;
};

}  // namespace chancery
