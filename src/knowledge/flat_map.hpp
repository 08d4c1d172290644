// From 64-bit hashes of words to small numbers, in one array (open addressing, linear probing).
//
// The hash stands for the word: of 100,000 words two share one with a chance below one in a billion, and a chance
// likeness then costs a wrong look-up, never a crash. Loading tens of thousands of words this way takes a tenth of
// the time of a node-based map. Not thread-safe while it is filled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.hpp"

namespace chancery {

class FlatMap {
 public:
  explicit FlatMap(size_t expected = 0) : slots_(capacity_for(expected)) {}

  /// The key of a word, told apart by `seed`; never the key that marks an empty slot.
  /// Small seeds are spread over all bits first: with them as they are, the hash gives words of up to three letters that
  /// differ in their last one ("and", "ann") the same keys again and again.
  static uint64_t key(std::string_view word, uint64_t seed = 0) { return hash64(word, seed * 0x9E3779B97F4A7C15ULL) | 1; }

  /// Enters the value unless the key has one; returns the value that stands, and whether it is new.
  std::pair<uint32_t, bool> insert(uint64_t key, uint32_t value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place(slots_, key)];
    if (slot.key == key) return {slot.value, false};
    slot = {key, value};
    ++size_;
    return {value, true};
  }

  const uint32_t* find(uint64_t key) const {
    const Slot& slot = slots_[place(slots_, key)];
    return slot.key == key ? &slot.value : nullptr;
  }

 private:
  struct Slot {
    uint64_t key = 0;
    uint32_t value = 0;
  };

  static size_t capacity_for(size_t expected) {
    size_t capacity = 16;
    while (capacity < 2 * expected) capacity *= 2;
    return capacity;
  }

  static size_t place(const std::vector<Slot>& slots, uint64_t key) {
    const size_t mask = slots.size() - 1;
    size_t at = (key >> 1) & mask;
    while (slots[at].key != 0 && slots[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (const Slot& slot : slots_) {
      if (slot.key != 0) larger[place(larger, slot.key)] = slot;
    }
    slots_.swap(larger);
  }

  std::vector<Slot> slots_;
  size_t size_ = 0;
};

}  // namespace chancery
