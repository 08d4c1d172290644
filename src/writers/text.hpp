// A release with its facts for people at a terminal: what it is about, the text with names, times and figures marked,
// speakers' turns apart, and each fact beside its paragraph (in the margin of a wide terminal, below it otherwise).
//
// Whatever the document holds, what comes out cannot act on a terminal.
#pragma once

#include <string>

#include "document/document.hpp"

namespace chancery::writers {

struct TextLayout {
  size_t width = 80;  ///< columns; a margin is used from 110 on
  bool colour = false;
};

std::string to_text(const Document& document, const TextLayout& layout);

}  // namespace chancery::writers
