#include "stages/events/tree.hpp"

#include <algorithm>

#include "base/one_of.hpp"

namespace chancery {
namespace {

/// No sentence that a parser reads at once is longer; given trees may be damaged and run in circles.
constexpr size_t kMostWords = 400;

/// Relations of what is told beside a word rather than of it.
bool opens_clause(std::string_view relation) { return one_of(relation, {"advcl", "ccomp", "csubj", "parataxis", "conj", "appos", "discourse", "punct"}); }

}  // namespace

Tree::Tree(const Document& document) : document_(document), children_(document.tokens), mention_at_(document.tokens.size(), kNone) {
  // Mentions are sorted, the longer first: an inner one overwrites the one around it. Nested ones are few and short.
  for (Index m = 0; m < document.mentions.size(); ++m) {
    const auto [begin, end] = document.tokens_in(document.mentions[m].span);
    std::fill(mention_at_.begin() + begin, mention_at_.begin() + end, m);
  }
}

std::string_view Tree::relation(Index token) const {
  const std::string_view whole = document_.tokens[token].deprel;
  return whole.substr(0, whole.find(':'));
}

Index Tree::head_of(Index first, Index last) const {
  for (Index i = first; i < last; ++i) {
    const Index head = document_.tokens[i].head;
    if (head == kNone || head < first || head >= last) return i;
  }
  return first;
}

std::string_view Tree::preposition(Index token) const {
  std::string_view found;
  for (const Index child : children(token)) {
    if (child > token) break;
    if (relation(child) == "case") found = document_.tokens[child].lower;
  }
  return found;
}

Index Tree::verb_over(Index token) const {
  Index at = document_.tokens[token].head;
  for (int steps = 0; at != kNone && steps < 40; ++steps, at = document_.tokens[at].head) {
    if (document_.tokens[at].upos == "VERB") return at;
    const auto below = children(at);
    if (std::any_of(below.begin(), below.end(), [&](Index c) { return relation(c) == "cop"; })) return at;
  }
  return kNone;
}

std::vector<Index> Tree::joined(Index token) const {
  std::vector<Index> all = {token};
  for (size_t i = 0; i < all.size() && all.size() < kMostWords; ++i) {
    for (const Index child : children(all[i])) {
      if (relation(child) == "conj") all.push_back(child);
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<Index> Tree::phrase(Index top) const {
  std::vector<Index> words = {top};
  for (size_t i = 0; i < words.size() && words.size() < kMostWords; ++i) {
    for (const Index child : children(words[i])) {
      if (i > 0 || !opens_clause(relation(child))) words.push_back(child);
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace chancery
