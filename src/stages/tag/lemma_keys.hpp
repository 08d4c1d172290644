// Under which keys the lemmatiser's tables keep what they know: shared by the stage and its trainer.
// Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/hash.hpp"

namespace chancery::tag {

inline constexpr size_t kLongestSuffix = 7;  // code points; longer ones changed nothing on the development set

/// A pair of part of speech and language-specific tag (or features, where a treebank has no such tags).
inline uint64_t tag_key(std::string_view upos, std::string_view second) { return hash64(second, hash64(upos)); }

/// A hash and a number as one key. The number must not be the hash's seed: XXH3 lets seed and word of up to three bytes
/// cancel each other out.
inline uint64_t with_number(uint64_t hash, uint32_t number) {
  uint64_t h = (hash ^ number) * 0x9E3779B97F4A7C15;
  h ^= h >> 32;
  return h * 0xD6E8FEB86659FD93;
}

/// Of a word exactly as written, by its hash.
inline uint64_t form_key(uint64_t form, uint16_t tag) { return with_number(form, 0x10000U | tag); }
/// Of a word whatever its capitals, by the hash of its lower case.
inline uint64_t lower_key(uint64_t lower, uint16_t tag) { return with_number(lower, 0x20000U | tag); }

/// Hashes ever longer endings of a word, one code point more at each step: "", "g", "ng", "ing" ...
class Endings {
 public:
  Endings(std::string_view lower, uint16_t tag) : word_(lower), end_(lower.size()), tag_(tag) {}

  uint64_t key() const { return with_number(state_, tag_); }
  /// False where the whole word has been taken.
  bool lengthen() {
    if (end_ == 0) return false;
    do {
      --end_;
      state_ = (state_ ^ static_cast<unsigned char>(word_[end_])) * 0x100000001B3;
    } while (end_ > 0 && (static_cast<unsigned char>(word_[end_]) & 0xC0) == 0x80);
    return true;
  }

 private:
  std::string_view word_;
  size_t end_;
  uint64_t state_ = 0xCBF29CE484222325;  // FNV-1a, from the end
  uint16_t tag_;
};

}  // namespace chancery::tag
