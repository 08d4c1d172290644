// The dependents of every word, from the heads: one table in compressed rows, in the order of the text. A value; built in
// time linear in the words. A head that is no word of the document (kNone) has no row.
#pragma once

#include <span>
#include <vector>

#include "document/document.hpp"

namespace chancery {

class Children {
 public:
  Children() = default;
  /// By the heads of the parse.
  explicit Children(const std::vector<Token>& tokens);
  explicit Children(std::span<const Index> heads);

  std::span<const Index> of(Index word) const { return {words_.data() + first_[word], words_.data() + first_[word + 1]}; }

 private:
  std::vector<Index> first_, words_;  ///< children of w: words_[first_[w], first_[w + 1])
};

}  // namespace chancery
