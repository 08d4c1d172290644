// The stage that finds who and what a text names: people, offices, countries, nationalities, places, bodies, groups.
//
// A grammar over words with lists, and a trained model, each where it is the better (see merge.hpp). Reads words and,
// where there are, vectors; writes mentions (sorted, without entities: stages/link makes those). The text is read first, then
// again with the names found in it, so that a bare surname and a headline's capitals are understood.
#pragma once

#include <filesystem>

#include "knowledge/knowledge.hpp"
#include "pipeline/stage.hpp"
#include "stages/names/nouns.hpp"
#include "stages/names/tagger.hpp"

namespace chancery {

class NamesStage : public Stage {
 public:
  /// `knowledge` must outlive the stage. `model` may be null; then names are found by the grammar and the lists alone.
  NamesStage(const std::filesystem::path& data_folder, const Knowledge& knowledge, std::shared_ptr<const Model> model = nullptr);
  std::string_view name() const override { return "names"; }
  std::vector<Layer> needs() const override { return {Layer::blocks, Layer::tokens}; }
  std::vector<Layer> gives() const override { return {Layer::mentions}; }
  void run(Document& document) const override;

 private:
  const Knowledge& knowledge_;
  NameNouns nouns_;
  NameTagger tagger_;
};

}  // namespace chancery
