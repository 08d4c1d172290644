// Makes the model's section "lemmas" (stages/tag/lemmas.hpp) from treebanks and a dictionary.
//
// Deterministic: the same input gives the same bytes. Of treebanks that disagree the earlier one is right.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "train/conllu.hpp"
#include "train/lexicon.hpp"

namespace chancery::train {

std::string train_lemmas(const std::vector<std::vector<TreeSentence>>& treebanks, const Lexicon& lexicon);

struct LemmaScore {
  size_t words = 0, right = 0;
  std::vector<std::string> misses;  ///< "form UPOS XPOS wanted given", parted by tabs
};

/// With the treebank's own tags. Words without a lemma count as right.
LemmaScore score_lemmas(std::span<const std::byte> section, const std::vector<TreeSentence>& sentences);

}  // namespace chancery::train
