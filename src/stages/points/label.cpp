#include "stages/points/label.hpp"

#include <algorithm>

#include "base/one_of.hpp"

namespace chancery::points {
namespace {

constexpr size_t kMostWords = 4;

class Labeller {
 public:
  Labeller(const Setting& setting, const Range& topic) : s_(setting), tree_(setting.tree), first_(topic.first), end_(topic.last) {}

  std::string label() const {
    Index noun = core(tree_.top_within(first_, first_, end_));
    for (Index i = first_; i < end_ && !tree_.is_noun(noun) && s_.at(noun).upos != "VERB"; ++i) {
      if (tree_.is_noun(i)) noun = i;  // "how X endangers Y", "you": the first noun says more
    }
    std::vector<Index> words = phrase(noun, kMostWords);
    if (words.size() < 3 && s_.lexicon.is(s_.at(noun), "vague")) add_complement(noun, words);
    std::string out;
    for (const Index w : words) {
      if (!out.empty() && s_.at(w).space_before) out += ' ';
      const bool name = s_.at(w).upos == "PROPN" || s_.at(w).shape == Shape::upper || s_.at(w).shape == Shape::mixed || s_.mention_over(w);
      out += name ? std::string(s_.document.of(s_.at(w))) : s_.at(w).lower;
    }
    return out;
  }

 private:
  /// From "the importance of increasing aid" to "aid": through what only announces the topic.
  Index core(Index head) const {
    for (int step = 0; step < 8; ++step) {
      const bool announces = tree_.is_noun(head) ? s_.lexicon.is(s_.at(head), "light") : true;
      if (!announces) break;
      const auto next = std::ranges::find_if(tree_.children(head), [&](Index c) {
        if (c < first_ || c >= end_) return false;
        const bool after = c > head && (tree_.is_kind(c, "obj") || tree_.is_kind(c, "nmod") || tree_.is_kind(c, "acl") || tree_.is_kind(c, "xcomp") || tree_.is_kind(c, "obl") || tree_.is_kind(c, "ccomp"));
        return tree_.is_kind(c, "nsubj") ? tree_.is_noun(c) : after;
      });
      if (next == tree_.children(head).end()) break;
      head = *next;
    }
    return head;
  }

  /// The head with the words right before it that belong to it.
  std::vector<Index> phrase(Index noun, size_t most) const {
    std::vector<Index> words = {noun};
    for (Index i = noun; i-- > first_ && words.size() < most;) {
      const bool hyphen = s_.at(i).lower == "-" && !s_.at(i).space_before && !s_.at(i + 1).space_before;
      if (hyphen && i > first_) {
        words.insert(words.begin(), i);
        ++most;
        continue;
      }
      const bool own = one_of(s_.at(i).upos, {"ADJ", "NOUN", "PROPN", "NUM"}) || (s_.at(i).upos == "VERB" && s_.at(i).deprel == "amod");
      if (!own || !tree_.below(i, noun)) break;
      words.insert(words.begin(), i);
    }
    while (words.size() > 1 && s_.at(words.front()).upos == "VERB") words.erase(words.begin());
    for (Index i = noun + 1; i < end_ && words.size() < most && tree_.is_kind(i, "flat") && tree_.head(i) == noun; ++i) words.push_back(i);
    return words;
  }

  /// "the situation in Gaza": the vague noun with what it is about.
  void add_complement(Index noun, std::vector<Index>& words) const {
    for (const Index c : tree_.children(noun)) {
      const auto preposition = tree_.child(c, "case");
      if (c <= noun || c >= end_ || !tree_.is_kind(c, "nmod") || !preposition || *preposition < noun) continue;
      const auto more = phrase(c, kMostWords - words.size() > 1 ? kMostWords - words.size() - 1 : 1);
      if (more.front() < *preposition || words.size() + 1 + more.size() > kMostWords) return;
      words.push_back(*preposition);
      words.insert(words.end(), more.begin(), more.end());
      return;
    }
  }

  const Setting& s_;
  const Tree& tree_;
  const Index first_, end_;
};

}  // namespace

Range core_of(const Setting& setting, const Range& topic) {
  const Tree& tree = setting.tree;
  Range core = topic;
  for (int step = 0; step < 4; ++step) {
    const Index head = tree.top_within(core.first, core.first, core.last);
    if (!tree.is_noun(head) || !setting.lexicon.is(setting.at(head), "light")) break;
    const auto next = std::ranges::find_if(tree.children(head), [&](Index c) { return c > head && c < core.last && (tree.is_kind(c, "nmod") || tree.is_kind(c, "acl")); });
    if (next == tree.children(head).end()) break;
    Index first = std::max(tree.left(*next), head + 1);
    while (first < *next && (setting.at(first).upos == "ADP" || setting.at(first).upos == "SCONJ" || setting.at(first).lower == "to")) ++first;
    core.first = first;
  }
  return core;
}

std::string label_of(const Setting& setting, const Range& topic) { return Labeller(setting, topic).label(); }

}  // namespace chancery::points
