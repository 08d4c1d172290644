// The FEATS column of Universal Dependencies for parsed sentences: what the treebank has for the same word in the same
// place, else for ever coarser descriptions of the place (back-off; see feature_context.hpp).
//
// Features are read in place from the model's section "features" and are views into it: the section must outlive them.
// Immutable, safe to use from any thread. A section that cannot be read throws Error(input).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stages/tag/feature_context.hpp"
#include "stages/tag/hashed_table.hpp"

namespace chancery::tag {

class Morphology {
 public:
  explicit Morphology(std::span<const std::byte> section);

  /// One entry a word, empty where it has no features.
  void features(std::span<const ParsedWord> sentence, std::vector<std::string_view>& out) const;

 private:
  uint16_t find(const std::array<uint64_t, kFeatureLevels>& keys) const;

  HashedTable table_;
  std::vector<std::string_view> columns_;
  std::vector<uint64_t> agreements_;  // of each column
};

}  // namespace chancery::tag

namespace chancery {
using tag::Morphology;
using tag::ParsedWord;
}  // namespace chancery
