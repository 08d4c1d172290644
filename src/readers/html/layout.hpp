// The main text of a page as plain text: paragraphs with a blank line between them, line breaks kept, list items
// on lines of their own ("• " or "1. "), cells of a row parted by tabs, struck words between <s> and </s>.
#pragma once

#include <string>
#include <vector>

#include "readers/html/main_text.hpp"

namespace chancery::readers::html {

/// One paragraph, heading, list item or table row.
struct Line {
  std::string text;
  bool heading = false;
  NodeIndex group = 0;    ///< the list or table whose item or row it is; no blank line between items of one; 0: none
  NodeIndex node = 0;     ///< the block it stands in
};

std::vector<Line> lines_of(const Page& page, NodeIndex root, const std::vector<bool>& left_out);

std::string joined(const std::vector<Line>& lines);

}  // namespace chancery::readers::html
