// The stage that finds who and what a text names: people, offices, countries, nationalities, places, bodies, groups.
//
// Reads words, writes mentions (sorted, without entities: stages/link makes those). The text is read first, then
// again with the names found in it, so that a bare surname and a headline's capitals are understood.
#pragma once

#include <filesystem>

#include "knowledge/knowledge.hpp"
#include "pipeline/stage.hpp"
#include "stages/names/nouns.hpp"

namespace chancery {

class NamesStage : public Stage {
 public:
  /// `knowledge` must outlive the stage.
  NamesStage(const std::filesystem::path& data_folder, const Knowledge& knowledge);
  std::string_view name() const override { return "names"; }
  std::vector<Layer> needs() const override { return {Layer::blocks, Layer::tokens}; }
  std::vector<Layer> gives() const override { return {Layer::mentions}; }
  void run(Document& document) const override;

 private:
  const Knowledge& knowledge_;
  NameNouns nouns_;
};

}  // namespace chancery
