// Words as in UD English EWT: punctuation, clitics ("'s", "n't") and the parts of hyphenated words stand alone;
// abbreviations keep their stop, numbers their separators, addresses (URL, e-mail) stay whole.
//   "Iran's well-known U.S. envoy." => Iran 's well - known U.S. envoy .
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "stages/segment/abbreviations.hpp"
#include "stages/segment/spelling.hpp"

namespace chancery {

class WordSplitter {
 public:
  /// Keeps references; both must outlive it.
  WordSplitter(const Abbreviations& abbreviations, const Spelling& spelling) : abbreviations_(abbreviations), spelling_(spelling) {}

  /// Appends the words of `span` of `text`, leaving out `marks` (sorted). Token::sentence is not set.
  void split(std::string_view text, const Span& span, const std::vector<Span>& marks, std::vector<Token>& out) const;

 private:
  const Abbreviations& abbreviations_;
  const Spelling& spelling_;
};

}  // namespace chancery
