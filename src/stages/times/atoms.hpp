// The words of a document as rules see them: tokens, cut further where a token joins what rules must tell apart
// ("19/11/2017", "2017-11-19T19:23", "nine-month", "5:30pm", "Nov."), each with its symbol.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "stages/times/lexicon.hpp"

namespace chancery::times {

struct Atom {
  Span span;
  Index sentence = 0;
  Index token = 0;
  Symbol symbol = kUnknown;
  bool space_before = false;
  bool capital = false;
  bool is_number = false;
  Number number;
  std::string_view lower;  ///< refers to the document's token
};

/// `out` is emptied first; views in it live as long as the document's tokens.
void atoms_of(const Document& document, const Lexicon& lexicon, std::vector<Atom>& out);

}  // namespace chancery::times
