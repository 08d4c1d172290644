// In which earlier releases the shingles of a text occur. Inside questions/ only.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "document/phrases.hpp"
#include "questions/novelty.hpp"

namespace chancery::questions {

class ShingleCounts {
 public:
  struct Earlier {
    record::WordingLine line;
    bool of_kind = false;         ///< and by the publisher
    std::vector<uint32_t> found;  ///< shingles of the text, by number
    uint32_t shingles = 0;        ///< all it has
    std::string wording;          ///< packed; of those that dropped words are looked for in: of publisher, kind and pair
  };

  /// Reads the releases that `subject` is compared with, but those that are nearly the same text.
  ShingleCounts(const record::Record& record, const Subject& subject, const std::vector<Shingle>& shingles);

  const std::vector<Earlier>& earlier() const { return earlier_; }
  /// Of a shingle of the text, by its place in `shingles`.
  uint32_t number(size_t shingle) const { return numbers_[shingle]; }
  size_t different() const { return postings_.size(); }
  /// Places in `earlier` of the releases that have the shingle of that number.
  const std::vector<uint32_t>& postings(uint32_t number) const { return postings_[number]; }

 private:
  std::vector<uint32_t> numbers_;
  std::vector<Earlier> earlier_;
  std::vector<std::vector<uint32_t>> postings_;
};

}  // namespace chancery::questions
