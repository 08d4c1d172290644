// How well a network does on annotated sentences, by its own arithmetic and with words and sentences given. The heads
// are each word's best, not yet a tree, so that the figures lie a little under the program's.
#pragma once

#include "network/examples.hpp"

namespace chancery::train {

struct DevScore {
  std::string name;
  size_t words = 0;
  double upos = 0, xpos = 0, uas = 0, las = 0;  ///< per cent; trees
  double precision = 0, recall = 0, f1 = 0;     ///< per cent; names of persons, organisations and places, exact
  bool has_names = false;
  /// What early stopping looks at: LAS and UPOS together, or F1.
  double total() const { return has_names ? f1 : (las + upos) / 2; }
};

DevScore score_trees(const JointNetwork& network, const std::vector<Example>& examples, const LabelSets& labels);
DevScore score_names(const JointNetwork& network, const std::vector<Example>& examples, const LabelSets& labels);

}  // namespace chancery::train
