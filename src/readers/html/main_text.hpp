// Which part of a page is the release itself. A density method in the manner of Readability (Arc90) and of
// "Boilerplate detection using shallow text features" (Kohlschütter et al. 2010): running text counts, links and
// what names itself navigation do not. No rule knows any site.
#pragma once

#include <string_view>
#include <vector>

#include "readers/html/page.hpp"

namespace chancery::readers::html {

struct MainText {
  NodeIndex root = kNoNode;      ///< the smallest element that holds nearly all running text; kNoNode on an empty page
  NodeIndex heading = kNoNode;   ///< the page's headline: the h1 (or the first heading) before or at the top of `root`
  std::vector<bool> left_out;    ///< by node: navigation, shares, teasers, unseen
  /// Paragraphs between the headline and `root` (a lead, a summary) that belong to the text.
  std::vector<NodeIndex> leads;
};

MainText find_main_text(const Page& page);


}  // namespace chancery::readers::html
