#include "train/lemma_endings.hpp"

#include <algorithm>
#include <map>

#include "stages/tag/hashed_table.hpp"
#include "stages/tag/lemma_keys.hpp"

namespace chancery::train {
namespace {

struct Ending {
  std::map<uint16_t, double> scripts;
  uint16_t inside = tag::HashedTable::kNone;  ///< what the longest ending inside it says
};

using Learnt = std::unordered_map<uint64_t, uint16_t>;

/// The votes for all endings of one length.
std::unordered_map<uint64_t, Ending> count(const std::vector<WordType>& types, size_t length, const Learnt& shorter) {
  std::unordered_map<uint64_t, Ending> endings;
  for (const WordType& type : types) {
    if (type.strip > length) continue;
    tag::Endings ending(type.lower, type.tag);
    uint16_t inside = tag::HashedTable::kNone;
    bool long_enough = true;
    for (size_t reached = 0; reached < length && long_enough; ++reached) {
      const auto found = shorter.find(ending.key());
      if (found != shorter.end()) inside = found->second;
      long_enough = ending.lengthen();
    }
    if (!long_enough) continue;
    Ending& e = endings[ending.key()];
    e.scripts[type.script] += type.weight;
    e.inside = inside;
  }
  return endings;
}

}  // namespace

std::unordered_map<uint64_t, uint16_t> learn_endings(const std::vector<WordType>& types, double fewest) {
  Learnt learnt;
  for (size_t length = 0; length <= tag::kLongestSuffix; ++length) {
    Learnt longer;
    for (const auto& [key, ending] : count(types, length, learnt)) {
      const auto best = std::max_element(ending.scripts.begin(), ending.scripts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
      const auto inside = ending.scripts.find(ending.inside);
      const double for_inside = inside == ending.scripts.end() ? 0 : inside->second;
      if (best->first != ending.inside && best->second >= fewest && best->second > for_inside) longer[key] = best->first;
    }
    learnt.merge(longer);
  }
  return learnt;
}

}  // namespace chancery::train
