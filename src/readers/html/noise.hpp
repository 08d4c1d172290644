// What on a page is not its main text, whatever the site. Indices are those of the page.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/html/page.hpp"

namespace chancery::readers::html {

/// Counts of what is seen under a node, in bytes without white space.
struct Amount {
  uint32_t text = 0;
  uint32_t linked = 0;  ///< of it inside links
  uint32_t links = 0;
  uint32_t mass = 0;    ///< of it in paragraphs of running text

  bool mostly_links() const { return text > 0 && linked * 10ULL > text * 6ULL; }
};

/// One pass over the tree; nodes marked in `left_out` count nothing.
std::vector<Amount> amounts(const Page& page, const std::vector<bool>& left_out);

/// How much to believe that things are not the text: `bold` goes by names and shapes, `careful` only by what is not
/// shown and by elements with that meaning.
enum class Judgement : uint8_t { bold, careful };

/// Marks navigation, asides, banners, share links, lists of links and of teasers, and what is not shown, with all
/// below them. What holds most of the page's running text is never marked, whatever it calls itself.
std::vector<bool> mark_noise(const Page& page, Judgement judgement);

/// What a class or id, taken as words ("social-share", "cookieBanner"), says of its element.
enum class Naming : uint8_t { content, weak, strong };
Naming naming(std::string_view class_or_id);

}  // namespace chancery::readers::html
