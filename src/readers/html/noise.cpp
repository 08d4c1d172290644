#include "readers/html/noise.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"

namespace chancery::readers::html {
namespace {

constexpr uint32_t kRunningText = 40;     // bytes that make a paragraph of a block
constexpr uint32_t kShortParagraph = 20;  // where the page calls it one
constexpr uint32_t kTeaser = 15;          // bytes that make a linked headline
constexpr uint32_t kLongestTeaser = 500;  // bytes of running text below it
constexpr std::array<std::string_view, 10> kNoiseRoles = {"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar"};

// The common words of web markup for what surrounds a text. The first kind is hardly ever said of the text itself,
// the second often enough; in both cases the amount of text decides.
constexpr std::array<std::string_view, 44> kStrongWords = {
    "ad",       "ads",        "advert",     "advertisement", "breadcrumb",   "breadcrumbs", "browsehappy", "captcha",  "comments", "consent",  "cookie",
    "cookies",  "crumbs",     "disqus",     "footer",        "gdpr",         "languages",   "lightbox",    "login",    "masthead", "menu",     "nav",
    "navbar",   "navigation", "newsletter", "outbrain",      "pagination",   "popular",     "popup",       "promo",    "readmore", "recommended",
    "related",  "share",      "sharing",    "sidebar",       "sitemap",      "skiplink",    "social",      "sponsor",  "subscribe", "subscription", "taglist", "tooltip"};
constexpr std::array<std::string_view, 31> kWeakWords = {
    "foot", "imprint", "legal",
    "banner", "caption", "comment", "contacts", "copyright", "crumb", "dialog",   "disclaimer", "download", "dropdown", "feedback", "gallery", "hidden", "hotline",
    "meta",   "metadata", "modal",  "noprint",  "pager",     "player", "print",   "rating",     "search",   "skip",     "slider",   "tags",    "teaser", "widget"};

template <typename T, size_t N>
bool contains(const std::array<T, N>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool styled_away(std::string_view style) {
  std::string plain;
  for (const char c : style) {
    if (!is_white(c)) plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

bool is_unseen(const Page& page, NodeIndex i) {
  const Node& node = page[i];
  if (node.is(kUnseen)) return true;
  if (node.first_attribute == node.last_attribute) return false;
  return page.has_attribute(i, "hidden") || page.attribute(i, "aria-hidden") == "true" || styled_away(page.attribute(i, "style"));
}

bool by_meaning(const Page& page, NodeIndex i) { return page[i].is(kAside) || contains(kNoiseRoles, page.attribute(i, "role")); }

Naming by_name(const Page& page, NodeIndex i) { return std::max(naming(page.attribute(i, "class")), naming(page.attribute(i, "id"))); }

class Marker {
 public:
  explicit Marker(const Page& page) : page_(page), marked_(page.nodes().size(), false) {}

  std::vector<bool> run(Judgement judgement) {
    for (NodeIndex i = 0; i < marked_.size(); ++i) {
      if (is_unseen(page_, i) && page_[i].name != "html" && page_[i].name != "body") i = mark(i);
    }
    amounts_ = amounts(page_, marked_);
    const uint32_t all = amounts_[0].mass;
    each([&](NodeIndex i) { return by_meaning(page_, i) && amounts_[i].mass * 10ULL <= all * 9ULL; });
    if (judgement == Judgement::careful) return std::move(marked_);
    amounts_ = amounts(page_, marked_);
    find_what_each_holds();
    each([&](NodeIndex i) { return is_named_noise(i) || is_banner(i); });
    each([&](NodeIndex i) { return is_link_list(i) || is_teaser_list(i); });
    return std::move(marked_);
  }

 private:
  NodeIndex mark(NodeIndex i) {
    std::fill(marked_.begin() + i, marked_.begin() + page_[i].end, true);
    return page_[i].end - 1;
  }

  template <typename Test>
  void each(Test test) {
    for (NodeIndex i = 1; i < marked_.size(); ++i) {
      if (!marked_[i] && !page_[i].is_text() && page_[i].name != "html" && page_[i].name != "body" && test(i)) i = mark(i);
    }
  }

  /// Holds so little of the page's running text that a misleading name loses little.
  bool is_small(NodeIndex i, Naming name) const {
    if (page_[i].name == "main" || page_[i].name == "article" || holds_[i].headline) return false;
    const uint64_t mine = amounts_[i].mass, all = amounts_[0].mass;
    return name == Naming::strong ? mine * 5 <= all * 3 : mine * 4 <= all;
  }

  bool is_named_noise(NodeIndex i) const {
    const Naming name = by_name(page_, i);
    return name != Naming::content && is_small(i, name);
  }

  /// The site's header, not the article's, which holds the headline.
  bool is_banner(NodeIndex i) const { return page_[i].name == "header" && !holds_[i].headline && amounts_[i].mass == 0; }

  bool is_link_list(NodeIndex i) const {
    const Node& node = page_[i];
    const bool list = node.name == "ul" || node.name == "ol" || node.name == "table" || node.name == "div" || node.name == "section" || node.name == "dl";
    return list && amounts_[i].links >= 2 && amounts_[i].mostly_links();
  }

  /// Three children or more built alike, nearly each with a link on its heading: a list of other releases.
  bool is_teaser_list(NodeIndex i) const {
    const Node& node = page_[i];
    if (!node.is(kContainer) && node.name != "ul" && node.name != "ol") return false;
    if (node.name == "body" || node.name == "tr" || node.name == "tbody" || amounts_[i].mass * 5ULL > amounts_[0].mass * 4ULL) return false;
    size_t children = 0, teasers = 0;
    for (NodeIndex child = i + 1; child < node.end; child = page_[child].end) {
      if (page_[child].is_text() || page_[child].is(kHeading) || marked_[child]) continue;
      ++children;
      teasers += holds_[child].teaser && amounts_[child].mass <= kLongestTeaser ? 1 : 0;
    }
    return teasers >= 3 && teasers * 5 >= children * 4;
  }

  struct Holds {
    bool headline = false;  // an h1
    bool block = false;
    bool teaser = false;    // a heading that is a link, a link around a whole block, or a linked block with more below
  };

  /// One pass from the last node to the first, so that nesting costs nothing.
  void find_what_each_holds() {
    holds_.assign(marked_.size(), {});
    for (NodeIndex i = static_cast<NodeIndex>(marked_.size()) - 1; i > 0; --i) {
      if (marked_[i]) continue;
      const Node& node = page_[i];
      Holds& mine = holds_[i];
      const bool link = node.name == "a" && amounts_[i].linked > 0;
      mine.teaser = mine.teaser || (link && mine.block) || (node.is(kHeading) && amounts_[i].mostly_links()) || begins_with_linked_block(i);
      Holds& parent = holds_[node.parent];
      parent.headline = parent.headline || mine.headline || node.name == "h1";
      parent.block = parent.block || mine.block || node.is(kBlock);
      parent.teaser = parent.teaser || mine.teaser;
    }
  }

  bool begins_with_linked_block(NodeIndex i) const {
    bool linked = false;
    for (NodeIndex child = i + 1; child < page_[i].end; child = page_[child].end) {
      if (marked_[child] || amounts_[child].text == 0) continue;
      if (!page_[child].is(kBlock)) return false;
      if (linked) return true;
      if (!amounts_[child].mostly_links() || amounts_[child].linked < kTeaser) return false;
      linked = true;
    }
    return false;
  }

  const Page& page_;
  std::vector<bool> marked_;
  std::vector<Amount> amounts_;
  std::vector<Holds> holds_;
};

}  // namespace

std::vector<bool> mark_noise(const Page& page, Judgement judgement) { return Marker(page).run(judgement); }

Naming naming(std::string_view name) {
  Naming found = Naming::content;
  std::string word;
  const auto judge = [&] {
    if (contains(kStrongWords, word)) found = Naming::strong;
    if (found == Naming::content && contains(kWeakWords, word)) found = Naming::weak;
    word.clear();
  };
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    const bool hump = upper && i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (!letter || hump) judge();
    if (letter) word += upper ? static_cast<char>(c + 32) : c;
  }
  judge();
  return found;
}

std::vector<Amount> amounts(const Page& page, const std::vector<bool>& left_out) {
  const size_t n = page.nodes().size();
  std::vector<Amount> all(n);
  // What a block holds directly, not through blocks inside it, decides whether it is running text.
  std::vector<uint32_t> own(n, 0), own_linked(n, 0);
  std::vector<NodeIndex> block(n, 0);
  std::vector<bool> in_link(n, false);
  for (NodeIndex i = 1; i < n; ++i) {
    const Node& node = page[i];
    block[i] = node.is(kBlock) ? i : block[node.parent];
    in_link[i] = in_link[node.parent] || (node.name == "a" && page.has_attribute(i, "href"));
    if (left_out[i]) continue;
    if (node.name == "a" && in_link[i]) all[i].links = 1;
    if (!node.is_text()) continue;
    const auto size = static_cast<uint32_t>(std::count_if(node.text.begin(), node.text.end(), [](char c) { return !is_white(c); }));
    all[i].text = size;
    all[i].linked = in_link[i] ? size : 0;
    own[block[i]] += size;
    own_linked[block[i]] += all[i].linked;
  }
  for (NodeIndex i = static_cast<NodeIndex>(n) - 1; i > 0; --i) {
    const Node& node = page[i];
    const uint32_t enough = node.name == "p" ? kShortParagraph : kRunningText;
    if (node.is(kBlock) && !node.is(kHeading) && own[i] >= enough && own_linked[i] * 2ULL < own[i]) all[i].mass += own[i] - own_linked[i];
    Amount& parent = all[page[i].parent];
    parent.text += all[i].text;
    parent.linked += all[i].linked;
    parent.links += all[i].links;
    parent.mass += all[i].mass;
  }
  return all;
}

}  // namespace chancery::readers::html
