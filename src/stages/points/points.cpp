#include "stages/points/points.hpp"

#include <algorithm>

#include "stages/points/reader.hpp"

namespace chancery {

void PointsStage::run(Document& document) const {
  const bool has_tree = std::ranges::any_of(document.tokens, [](const Token& t) { return !t.deprel.empty(); });
  if (has_tree) points::Reader(document, lexicon_, name()).run();
}

}  // namespace chancery
