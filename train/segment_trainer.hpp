// Trains where sentences end: a linear model over the stage's own features, by logistic regression.
//
// The texts are made from the treebank as raw text is: sentences of a paragraph joined by a space unless SpaceAfter=No,
// paragraphs parted by a blank line. Words and blocks are found by the stage, so that training sees what the program
// will. The same sentences, settings and seed give the same bytes.
#pragma once

#include <filesystem>
#include <ostream>
#include <span>
#include <string>

#include "train/conllu.hpp"

namespace chancery::train {

struct BoundarySettings {
  uint32_t bits = 17;      ///< 2^bits slots of two bytes each
  uint32_t rounds = 15;
  float rate = 0.1f;       ///< AdaGrad (Duchi et al. 2011)
  float decay = 2e-3f;     ///< of each weight at each update
  uint32_t least = 2;      ///< features seen less often are left out
  uint64_t seed = 1;
  uint32_t folds = 5;      ///< of the cross-validation that chooses the threshold; 0: none
};

/// A text and where its sentences end, as byte offsets.
struct RawText {
  std::string text;
  std::vector<uint32_t> ends;
};

/// The raw text of each document in `sentences`.
std::vector<RawText> raw_texts(std::span<const TreeSentence> sentences);

/// The bytes of the model's section "segment". `data` is the folder with the stage's lexicons.
std::string train_boundaries(std::span<const TreeSentence> sentences, const std::filesystem::path& data, const BoundarySettings& settings,
                             std::ostream& log);

/// Counts of sentences whose begin and end are both right.
struct SentenceScore {
  size_t right = 0, given = 0, wanted = 0;
  double f1() const { return given + wanted == 0 ? 0 : 2.0 * static_cast<double>(right) / static_cast<double>(given + wanted); }
};

/// Runs the stage with a section on raw text.
SentenceScore score_boundaries(std::span<const TreeSentence> sentences, const std::filesystem::path& data, const std::string& section);

}  // namespace chancery::train
