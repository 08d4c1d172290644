// The stage that says who "he", "she", "they", "the two leaders", "his counterpart" and "both sides" are.
//
// A pronoun goes to the best of what the text has spoken of so far, by syntax, gender, number and salience
// (ranking.hpp); it stays without an entity where nobody fits, where two fit as well, or where it stands for somebody
// whom the text never names. Offices without a name are the work of the link stage; "I" and "we" of the voices stage.
#pragma once

#include <filesystem>

#include "pipeline/stage.hpp"
#include "stages/coref/lexicon.hpp"

namespace chancery {

class CorefStage : public Stage {
 public:
  explicit CorefStage(const std::filesystem::path& data_folder);
  std::string_view name() const override { return "coref"; }
  std::vector<Layer> needs() const override { return {Layer::tokens, Layer::mentions, Layer::entities}; }
  /// Adds pronoun and description mentions, with the confidence of each, and group entities with their members.
  std::vector<Layer> gives() const override { return {Layer::mentions}; }
  void run(Document& document) const override;

 private:
  coref::CorefLexicon lexicon_;
};

}  // namespace chancery
