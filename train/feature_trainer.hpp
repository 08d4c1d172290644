// Makes the model's section "features" (stages/tag/features.hpp) from a treebank.
//
// One treebank: their habits differ too much to be mixed. Deterministic: the same input gives the same bytes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "train/conllu.hpp"

namespace chancery::train {

std::string train_features(const std::vector<TreeSentence>& treebank);

struct FeatureScore {
  size_t words = 0, right = 0;
  std::vector<std::string> misses;  ///< "form XPOS relation wanted given"
};

/// With the treebank's own tags, lemmas and trees.
FeatureScore score_features(std::span<const std::byte> section, const std::vector<TreeSentence>& sentences);

}  // namespace chancery::train
