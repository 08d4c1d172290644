// A second opinion on predicates, asked where the first holds a word for a likely one: it sees the vectors of the words around
// (head, subject, what is governed, neighbours) and features of the whole clause. Two that err in different places err less
// together. Optional tensors of the section "speech"; const and thread-safe.
#pragma once

#include <vector>

#include "model/layers.hpp"
#include "stages/speech/word_view.hpp"

namespace chancery {

class FrameDecision {
 public:
  FrameDecision() = default;
  /// Without the tensors it is empty. Throws Error(input) where they do not fit.
  explicit FrameDecision(const TensorReader& tensors);
  bool empty() const { return words_.empty(); }
  /// How likely the word is a predicate, as a logit.
  float score(const WordView& view, Index word) const;

 private:
  std::vector<LinearLayer> words_;  ///< of the word itself, then of each word of its frame
  TensorView rows_;
  LinearLayer decision_;
};

}  // namespace chancery
