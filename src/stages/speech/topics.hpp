// What a statement is about, in the labels of data/topics.tsv. Immutable after load, shared by threads.
// A malformed line throws Error(input) with file and line.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "knowledge/phrase_index.hpp"

namespace chancery {

class Topics {
 public:
  static Topics load(const std::filesystem::path& file);

  /// The topics whose phrases stand in tokens[first, last), the most frequent first; of a long text those that are a fair
  /// share of it.
  std::vector<std::string> of(const std::vector<Token>& tokens, Index first, Index last) const;

 private:
  std::vector<std::string> labels_;
  std::vector<std::vector<uint32_t>> meanings_;  ///< labels of a phrase, by the number that the index gives it
  PhraseIndex phrases_;
};

}  // namespace chancery
