// Which words a language has, as a Bloom filter (Bloom 1970) read in place from the model: ten bits a word, and about
// one word in a hundred that it does not hold is taken for one that it does.
//
// A view into memory that must outlive it; immutable, safe to read from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chancery::tag {

class WordSet {
 public:
  WordSet() = default;
  explicit WordSet(std::span<const uint32_t> bits) : bits_(bits) {}

  bool contains(std::string_view word) const;

  static std::vector<uint32_t> build(const std::vector<std::string>& words);

 private:
  std::span<const uint32_t> bits_;
};

}  // namespace chancery::tag
