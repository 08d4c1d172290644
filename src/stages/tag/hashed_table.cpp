#include "stages/tag/hashed_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "base/error.hpp"

namespace chancery::tag {
namespace {

uint32_t fingerprint(uint64_t key) { return std::max<uint32_t>(1, static_cast<uint32_t>(key >> 32)); }

}  // namespace

HashedTable::HashedTable(std::span<const uint32_t> words, std::string_view name) {
  const size_t slots = words.size() / 3 * 2;
  if (!std::has_single_bit(slots) || slots < 2 || slots + slots / 2 != words.size()) {
    throw Error(ErrorKind::input, fmt::format("the model's table \"{}\" has {} words, which no such table has; train the model again", name, words.size()));
  }
  fingerprints_ = words.first(slots);
  values_ = words.subspan(slots);
}

uint16_t HashedTable::find(uint64_t key) const {
  const size_t mask = fingerprints_.size() - 1;
  const uint32_t wanted = fingerprint(key);
  // A damaged table may have no free slot: at most one round.
  for (size_t i = 0, slot = key & mask; i < fingerprints_.size(); ++i, slot = (slot + 1) & mask) {
    if (fingerprints_[slot] == wanted) return static_cast<uint16_t>(values_[slot / 2] >> (slot % 2 * 16));
    if (fingerprints_[slot] == 0) break;
  }
  return kNone;
}

std::vector<uint32_t> HashedTable::build(const std::unordered_map<uint64_t, uint16_t>& values) {
  const size_t slots = std::bit_ceil(std::max<size_t>(2, values.size() * 4 / 3 + 1));
  std::vector<uint32_t> words(slots + slots / 2);
  // In the order of the keys, so that the same values give the same bytes on every machine.
  std::vector<std::pair<uint64_t, uint16_t>> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [key, value] : sorted) {
    size_t slot = key & (slots - 1);
    while (words[slot] != 0) slot = (slot + 1) & (slots - 1);
    words[slot] = fingerprint(key);
    words[slots + slot / 2] |= static_cast<uint32_t>(value) << (slot % 2 * 16);
  }
  return words;
}

}  // namespace chancery::tag
