// The weights that say how likely a sentence ends between two words; the model's section "segment".
//
// Layout, little-endian: "SEGM", version, number of bits n, a float scale, a float bias, then 2^n slots of two bytes: eight
// bits of the feature's hash (0: empty) and a signed weight. A feature stands in the slot of its lowest n bits or the next
// free one of eight; one that was not learnt is not found and weighs nothing. Views stay valid as long as the model.
// Immutable, shared by threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace chancery {

class BoundaryModel {
 public:
  static constexpr const char* kSection = "segment";

  /// Throws Error(input) for bytes that are no such section.
  explicit BoundaryModel(std::span<const std::byte> section);

  /// Log-odds of a boundary.
  float score(std::span<const uint32_t> features) const;

  /// The section's bytes with 2^bits slots for features and their weights; the heaviest are kept where room is short.
  static std::string bytes(std::vector<std::pair<uint32_t, float>> weights, float bias, uint32_t bits);

 private:
  const uint8_t* slots_ = nullptr;
  uint32_t mask_ = 0;
  float scale_ = 0, bias_ = 0;
};

}  // namespace chancery
