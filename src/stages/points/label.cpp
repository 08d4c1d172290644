#include "stages/points/label.hpp"

#include <algorithm>

#include "base/one_of.hpp"

namespace chancery::points {
namespace {

constexpr size_t kMostWords = 4;
constexpr int kMostSteps = 8;

/// Prepositions after which a noun tells what it is about: "support for", not "support at".
bool tells_about(const Setting& setting, Index noun) {
  const auto preposition = setting.tree.child(noun, "case");
  if (!preposition) return true;
  return one_of(setting.at(*preposition).lower, {"of", "for", "in", "on", "to", "with", "about", "against", "over", "between", "from"});
}

class Labeller {
 public:
  Labeller(const Setting& setting, const Range& topic) : s_(setting), tree_(setting.tree), first_(topic.first), end_(topic.last) {}

  std::string label() const {
    const Index head = core(tree_.top_within(first_, first_, end_));
    if (s_.at(head).upos == "VERB" || s_.at(head).upos == "AUX" || tree_.child(head, "nsubj")) return joined(tree_.child(head, "nsubj") ? clause() : action(head));
    return joined(about(tree_.is_noun(head) ? head : first_noun(head)));
  }

 private:
  /// From "the importance of regional trade" to "trade": through nouns that only announce the topic.
  /// A concern is kept: it says how the topic is looked at.
  Index core(Index head) const {
    for (int step = 0; step < kMostSteps && tree_.is_noun(head) && s_.lexicon.is(s_.at(head), "light") && s_.at(head).lemma != "concern"; ++step) {
      const auto next = std::ranges::find_if(tree_.children(head), [&](Index c) {
        const bool announced = (tree_.is(c, "nmod") && tells_about(s_, c)) || (tree_.is(c, "acl") && !tree_.is_participle(c));
        return c > head && c < end_ && announced;
      });
      if (next == tree_.children(head).end()) break;
      head = *next;
    }
    return head;
  }

  Index first_noun(Index otherwise) const {
    for (Index i = first_; i < end_; ++i) {
      if (tree_.is_noun(i)) return tree_.top_within(i, i, end_);
    }
    return otherwise;
  }

  /// A noun, with what it is about where it says little alone: "situation in Gaza", "success of athletes".
  std::vector<Index> about(Index noun) const {
    std::vector<Index> words = phrase(noun, kMostWords);
    const bool thin = words.size() == 1 && s_.at(noun).upos == "NOUN";
    if (thin || (words.size() < 3 && s_.lexicon.is(s_.at(noun), "vague"))) add_complement(noun, words);
    return words;
  }

  /// "countering corruption", "maintain close contact"
  std::vector<Index> action(Index verb) const {
    std::vector<Index> words = {verb};
    for (const Index c : tree_.children(verb)) {
      if (c <= verb || c >= end_ || words.size() > 1) continue;
      const auto preposition = tree_.child(c, "case");
      if (tree_.is(c, "obj") || tree_.is(c, "xcomp")) {
        for (const Index w : phrase(c, kMostWords - 1)) words.push_back(w);
      } else if (tree_.is(c, "obl") && preposition && *preposition == verb + 1) {
        words.push_back(*preposition);
        for (const Index w : phrase(c, kMostWords - 2)) words.push_back(w);
      }
    }
    return words;
  }

  /// The first words of a clause that carry it: "ceasefire was vital".
  std::vector<Index> clause() const {
    std::vector<Index> words;
    for (Index i = first_; i < end_ && words.size() < kMostWords; ++i) {
      const bool hyphen = s_.at(i).lower == "-" && !words.empty();
      if ((s_.at(i).upos == "PUNCT" && !hyphen) || (one_of(s_.at(i).upos, {"DET", "ADV", "CCONJ", "SCONJ"}) && !one_of(s_.at(i).lower, {"no", "not", "never"}))) continue;
      words.push_back(i);
    }
    while (words.size() > 1 && one_of(s_.at(words.back()).upos, {"ADP", "AUX", "PART", "PUNCT"})) words.pop_back();
    return words;
  }

  /// The head with the words right before it that belong to it.
  std::vector<Index> phrase(Index noun, size_t most) const {
    std::vector<Index> words = {noun};
    size_t counted = 1;
    for (Index i = noun; i-- > first_ && counted < most;) {
      const bool hyphen = s_.at(i).lower == "-" && !s_.at(i).space_before && !s_.at(i + 1).space_before && i > first_;
      const bool own = one_of(s_.at(i).upos, {"ADJ", "NOUN", "PROPN", "NUM"}) || (s_.at(i).upos == "VERB" && s_.at(i).deprel == "amod");
      if (!hyphen && (!own || !tree_.below(i, noun))) break;
      words.insert(words.begin(), i);
      if (!hyphen && s_.at(i + 1).lower != "-") ++counted;
    }
    while (words.size() > 1 && (s_.at(words.front()).upos == "VERB" || s_.at(words.front()).upos == "PUNCT")) words.erase(words.begin());
    for (Index i = noun + 1; i < end_ && counted < most && tree_.is_kind(i, "flat") && tree_.head(i) == noun; ++i, ++counted) words.push_back(i);
    return words;
  }

  void add_complement(Index noun, std::vector<Index>& words) const {
    for (const Index c : tree_.children(noun)) {
      const auto preposition = tree_.child(c, "case");
      const bool complement = (tree_.is(c, "nmod") || tree_.is(c, "obl")) && preposition && *preposition > noun;
      if (c <= noun || c >= end_ || !complement || !tells_about(s_, c) || words.size() + 2 > kMostWords) continue;
      const auto more = phrase(c, kMostWords - words.size() - 1);
      if (more.front() < *preposition) return;
      words.push_back(*preposition);
      words.insert(words.end(), more.begin(), more.end());
      return;
    }
  }

  std::string joined(const std::vector<Index>& words) const {
    std::string out;
    Index previous = kNone;
    for (const Index w : words) {
      if (!out.empty() && (s_.at(w).space_before || w != previous + 1)) out += ' ';
      previous = w;
      const Shape shape = s_.at(w).shape;
      const bool name = s_.at(w).upos == "PROPN" || shape == Shape::upper || shape == Shape::mixed || s_.mention_over(w) || w > first_;
      out += name ? std::string(s_.document.of(s_.at(w))) : s_.at(w).lower;
    }
    return out;
  }

  const Setting& s_;
  const Tree& tree_;
  const Index first_, end_;
};

}  // namespace

Range core_of(const Setting& setting, const Range& topic) {
  const Tree& tree = setting.tree;
  Range core = topic;
  for (int step = 0; step < kMostSteps; ++step) {
    const Index head = tree.top_within(core.first, core.first, core.last);
    if (!tree.is_noun(head) || !setting.lexicon.is(setting.at(head), "light")) break;
    const auto announced = [&](Index c) { return c > head && c < core.last && (tree.is_kind(c, "nmod") || tree.is(c, "acl")) && !tree.is_participle(c); };
    const auto next = std::ranges::find_if(tree.children(head), announced);
    if (next == tree.children(head).end()) break;
    Index first = std::max(tree.left(*next), head + 1);
    while (first < *next && (setting.at(first).upos == "ADP" || setting.at(first).upos == "SCONJ" || setting.at(first).lower == "to")) ++first;
    core.first = first;
  }
  return core;
}

std::string label_of(const Setting& setting, const Range& topic) { return Labeller(setting, topic).label(); }

}  // namespace chancery::points
