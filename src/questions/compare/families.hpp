// Words of one family, as one key: "diplomacy" and "diplomatic", "escalate" and "escalation". Inside compare/ only.
//
// Two lemmas are of one family where they share a beginning of at least six letters that is two thirds of the longer one:
// blunt beside a stemmer, but right for the Latin nouns, adjectives and verbs that releases are made of, and linear in the
// words but for sorting them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chancery::questions::compare {

class Families {
 public:
  /// Groups these words; the same word may come more than once.
  explicit Families(std::vector<std::string> words);
  /// The word's family; for a word that was not given, the word itself has none and 0 is returned.
  uint32_t of(const std::string& word) const;
  uint32_t size() const { return size_; }

 private:
  std::unordered_map<std::string, uint32_t> families_;
  uint32_t size_ = 1;
};

bool are_related(std::string_view a, std::string_view b);

}  // namespace chancery::questions::compare
