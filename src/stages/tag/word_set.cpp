#include "stages/tag/word_set.hpp"

#include <array>

#include "base/hash.hpp"

namespace chancery::tag {
namespace {

constexpr size_t kBitsAWord = 10;
constexpr size_t kProbes = 7;  // ln 2 times the bits a word, which is where mistakes are fewest

/// Places from two halves of one hash (Kirsch and Mitzenmacher 2008).
std::array<uint64_t, kProbes> places(std::string_view word, uint64_t bits) {
  const uint64_t hash = hash64(word);
  const uint64_t step = (hash >> 32) | 1;
  std::array<uint64_t, kProbes> out{};
  for (size_t i = 0; i < kProbes; ++i) out[i] = ((hash & 0xFFFFFFFF) + i * step) % bits;
  return out;
}

}  // namespace

bool WordSet::contains(std::string_view word) const {
  if (bits_.empty()) return false;
  for (const uint64_t place : places(word, bits_.size() * 32)) {
    if ((bits_[place / 32] >> (place % 32) & 1) == 0) return false;
  }
  return true;
}

std::vector<uint32_t> WordSet::build(const std::vector<std::string>& words) {
  std::vector<uint32_t> bits((words.size() * kBitsAWord + 31) / 32);
  for (const std::string& word : words) {
    for (const uint64_t place : places(word, bits.size() * 32)) bits[place / 32] |= 1U << (place % 32);
  }
  return bits;
}

}  // namespace chancery::tag
