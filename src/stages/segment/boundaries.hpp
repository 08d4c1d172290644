// Where sentences end inside one block of words: by the model where there is one, by rules alone otherwise. What the
// rules are sure of (a title before a name, a stop before a closing quotation mark) the model is not asked.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "stages/segment/abbreviations.hpp"
#include "stages/segment/boundary_model.hpp"

namespace chancery {

class Boundaries {
 public:
  /// No sentence gets longer: beyond this many words it is cut at the best place before.
  static constexpr Index kLongest = 400;

  /// `model` may be null. Keeps references; all must outlive it.
  Boundaries(const Document& document, const Abbreviations& abbreviations, const BoundaryModel* model)
      : document_(document), abbreviations_(abbreviations), model_(model) {}

  /// For the tokens [first, last) of a block: one past the last token of each sentence, in order; the last is `last`.
  std::vector<Index> ends(Index first, Index last) const;

 private:
  std::vector<Index> by_rules(Index first, Index last) const;
  std::vector<Index> by_model(Index first, Index last) const;

  const Document& document_;
  const Abbreviations& abbreviations_;
  const BoundaryModel* model_;
};

}  // namespace chancery
