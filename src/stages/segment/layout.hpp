// The layout of a text: paragraphs, headings, list items, separators, and the marks that are no words.
//
// A paragraph ends at a blank line; at a single line end too unless the text is hard-wrapped; and at a separator
// ("* * *", "###", a rule of dashes) even inside a line, since sources lose their line ends. Spans are bytes.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace chancery {

/// Blocks of one part, in order, not overlapping, trimmed of white space; sentences are not filled in yet.
std::vector<Block> find_blocks(std::string_view text, Part part);

/// Stretches that are layout, not words: "**", "<b>", "<!-- -->", and struck text "<s>...</s>" as a whole, in order.
std::vector<Span> find_marks(std::string_view text, Part part);

}  // namespace chancery
