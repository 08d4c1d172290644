// Where quotations open and close in a text, in the marks of the world's scripts: "..." “...” „...“ «...» »...« ‹...›
// ``...'' ‘...’ 「...」 『...』 ”...” and mixtures of them, nested and run over paragraphs.
//
// Straight marks and those that some languages turn round open or close by the spaces beside them. A mark that is never closed
// ends where the next one opens, else with its paragraph; one that the next paragraph opens with again goes on there. Single
// marks count where both are there, so that apostrophes are none. Linear in the text; indices are tokens. Pure and thread-safe.
#pragma once

#include <vector>

#include "document/document.hpp"

namespace chancery {

struct Quotation {
  Index open = 0, close = 0;  ///< the marks; where the closing one is lost, `close` is one past the last word
  bool closed = false;
  uint8_t depth = 0;          ///< 0: in no other quotation
  Index continues = kNone;    ///< the quotation of the paragraph before that this one goes on with, by number
  Index first() const { return open + 1; }
};

/// In the order in which they open; the title has none.
std::vector<Quotation> find_quotations(const Document& document);

}  // namespace chancery
