// Phrases of words as a document has them, found by longest match: what the small lexicons of the stages share.
// Immutable once filled, shared by threads.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"

namespace chancery {

class PhraseIndex {
 public:
  /// `phrase`: words parted by spaces, each a whole Token::lower. `value` is the caller's own number for it.
  void add(std::string_view phrase, uint32_t value);

  struct Match {
    Index length = 0;  ///< tokens; 0: nothing found
    uint32_t value = 0;
  };
  /// The longest phrase that begins at token `at` and ends before `end`.
  Match match(const std::vector<Token>& tokens, Index at, Index end) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    uint32_t value;
  };
  std::unordered_map<std::string, std::vector<Phrase>> by_first_;  ///< longest first
};

}  // namespace chancery
