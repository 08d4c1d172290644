// Which endings of words lead to which edit scripts (Chrupała 2006), for the section "lemmas".
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace chancery::train {

/// A word with its tags, by number, and the script that leads to its lemma.
struct WordType {
  std::string lower;
  uint16_t tag = 0;
  uint16_t script = 0;
  size_t strip = 0;  ///< code points that the script cuts
  double weight = 1;
};

/// Endings, keyed as tag::Endings keys them, that say something else than the ending inside them. A script needs the
/// votes of types that weigh `fewest` together, and an ending that holds all that it cuts.
std::unordered_map<uint64_t, uint16_t> learn_endings(const std::vector<WordType>& types, double fewest);

}  // namespace chancery::train
