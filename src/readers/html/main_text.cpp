#include "readers/html/main_text.hpp"

#include "readers/html/noise.hpp"

namespace chancery::readers::html {
namespace {

class Finder {
 public:
  Finder(const Page& page, Judgement judgement) : page_(page), left_out_(mark_noise(page, judgement)), amounts_(amounts(page, left_out_)) {}

  bool found_mass() const { return mass(0) > 0; }

  MainText run() {
    MainText found;
    found.root = descend(start());
    found.heading = find_heading(found.root);
    find_leads(found);
    found.left_out = std::move(left_out_);
    return found;
  }

 private:
  uint32_t mass(NodeIndex i) const { return amounts_[i].mass; }

  /// The innermost element that the page itself calls its article or main part, if it holds the better part of the
  /// text: of all text, or for what is inside such an element, of its text.
  NodeIndex start() const {
    NodeIndex best = 0;
    for (NodeIndex i = 1; i < page_.nodes().size(); ++i) {
      const Node& node = page_[i];
      if (left_out_[i] || node.is_text() || mass(i) == 0) continue;
      const bool main = node.name == "main" || page_.attribute(i, "role") == "main";
      // schema.org's microdata, microformats2's h-entry and its forerunner hAtom name the body of an entry so.
      const bool article = node.name == "article" || page_.has_word(i, "itemprop", "articleBody") || page_.has_word(i, "class", "e-content") ||
                           page_.has_word(i, "class", "entry-content");
      const bool most = main ? mass(i) * 10ULL >= mass(best) * 3ULL : mass(i) * 10ULL >= mass(best) * 6ULL;
      if ((main || article) && most) best = i;
    }
    return best;
  }

  /// Goes down while one child holds nearly everything and no running text stands beside it.
  NodeIndex descend(NodeIndex at) const {
    if (mass(at) == 0) return at;
    for (;;) {
      NodeIndex heaviest = kNoNode;
      bool text_beside = false;
      for (NodeIndex child = at + 1; child < page_[at].end; child = page_[child].end) {
        const Node& node = page_[child];
        if (left_out_[child]) continue;
        if (mass(child) == 0) continue;
        if (!node.is(kContainer) || node.name == "blockquote") text_beside = true;
        if (heaviest == kNoNode || mass(child) > mass(heaviest)) heaviest = child;
      }
      if (heaviest == kNoNode || text_beside || !page_[heaviest].is(kContainer)) return at;
      if (mass(heaviest) * 4ULL < mass(at) * 3ULL) return at;
      at = heaviest;
    }
  }

  bool is_heading(NodeIndex i, std::string_view name) const { return !left_out_[i] && page_[i].name == name && amounts_[i].text > 0; }

  /// The last h1 before the end of the main text's first half, else the last h2 right before it.
  NodeIndex find_heading(NodeIndex root) const {
    NodeIndex found = kNoNode;
    const NodeIndex until = root + (page_[root].end - root) / 2;
    for (const std::string_view name : {"h1", "h2"}) {
      for (NodeIndex i = 1; i <= until && i < page_.nodes().size(); ++i) {
        if (!is_heading(i, name)) continue;
        if (i > root && found != kNoNode) break;  // a heading inside the text is the title only where none stands before
        found = i;
        if (i > root) break;
      }
      if (found != kNoNode) return found;
    }
    return found;
  }

  /// Blocks of running text after the headline and before the root: a lead that the site sets apart.
  void find_leads(MainText& found) const {
    if (found.heading == kNoNode || found.heading >= found.root) return;
    for (NodeIndex i = page_[found.heading].end; i < found.root;) {
      const Node& node = page_[i];
      const bool above = node.end > found.root;  // an ancestor of the root, to be entered
      const bool lead = !above && !left_out_[i] && node.is(kBlock) && mass(i) > 0 && !amounts_[i].mostly_links();
      if (lead) found.leads.push_back(i);
      i = above ? i + 1 : node.end;
    }
  }

  const Page& page_;
  std::vector<bool> left_out_;
  std::vector<Amount> amounts_;
};

}  // namespace

MainText find_main_text(const Page& page) {
  Finder bold(page, Judgement::bold);
  return bold.found_mass() ? bold.run() : Finder(page, Judgement::careful).run();
}

}  // namespace chancery::readers::html
