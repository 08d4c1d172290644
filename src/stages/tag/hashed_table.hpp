// A table from 64-bit keys to 16-bit values, read in place from the model: open addressing with linear probing.
//
// Of a key only its place and a 32-bit fingerprint are kept, so that a key never put in is found by mistake less than
// once in 2^30 look-ups. Views into memory that must outlive the table; immutable, safe to read from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chancery::tag {

class HashedTable {
 public:
  static constexpr uint16_t kNone = 0xFFFF;

  HashedTable() = default;
  /// `words` as build() gives them. Throws Error(input), calling the table `name`, where they cannot be such.
  HashedTable(std::span<const uint32_t> words, std::string_view name);

  /// kNone where the key is not in the table.
  uint16_t find(uint64_t key) const;

  /// Fingerprints of a power of two of slots (0: free), then their values, two a word.
  static std::vector<uint32_t> build(const std::unordered_map<uint64_t, uint16_t>& values);

 private:
  std::span<const uint32_t> fingerprints_;
  std::span<const uint32_t> values_;
};

}  // namespace chancery::tag
