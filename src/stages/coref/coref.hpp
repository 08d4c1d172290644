// The stage that says who "he", "she", "they", "the two leaders" and "both sides" are.
//
// A pronoun goes to the nearest person who fits in gender, the subject of the sentence before first (centering: the
// backward-looking centre of a sentence is its likeliest subject). A plural goes to the plural subject before it, else
// to the principals: the people whom the opening sentences name together. What does not fit is left without entity.
#pragma once

#include <filesystem>
#include <unordered_map>

#include "pipeline/stage.hpp"

namespace chancery {

class CorefStage : public Stage {
 public:
  explicit CorefStage(const std::filesystem::path& data_folder);
  std::string_view name() const override { return "coref"; }
  std::vector<Layer> needs() const override { return {Layer::tokens, Layer::mentions, Layer::entities}; }
  /// Adds pronoun and description mentions, and group entities with their members.
  std::vector<Layer> gives() const override { return {Layer::mentions}; }
  void run(Document& document) const override;

 private:
  std::unordered_map<std::string, bool> nouns_;  ///< plural noun; true: stands for the principals
};

}  // namespace chancery
