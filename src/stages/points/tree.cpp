#include "stages/points/tree.hpp"

#include <algorithm>

namespace chancery::points {
namespace {

constexpr int kDeepest = 80;  ///< steps up; no real sentence is deeper

}  // namespace

Tree::Tree(const Document& document) : tokens_(document.tokens), children_(document.tokens) {
  const auto size = static_cast<Index>(tokens_.size());
  left_.resize(size);
  right_.resize(size);
  for (Index i = 0; i < size; ++i) left_[i] = right_[i] = i;
  for (Index i = 0; i < size; ++i) {
    Index above = head(i);
    for (int step = 0; above < size && step < kDeepest; ++step, above = head(above)) {
      if (left_[above] <= i && i <= right_[above]) continue;
      left_[above] = std::min(left_[above], i);
      right_[above] = std::max(right_[above], i);
    }
  }
}

bool Tree::is_kind(Index token, std::string_view relation) const {
  const std::string& own = tokens_[token].deprel;
  return own.starts_with(relation) && (own.size() == relation.size() || own[relation.size()] == ':');
}

std::optional<Index> Tree::child(Index token, std::string_view relation) const {
  for (const Index c : children(token)) {
    if (is_kind(c, relation)) return c;
  }
  return std::nullopt;
}

bool Tree::has_child(Index token, std::string_view relation, std::string_view lower) const {
  return std::ranges::any_of(children(token), [&](Index c) { return is_kind(c, relation) && at(c).lower == lower; });
}

bool Tree::below(Index token, Index top) const {
  for (int step = 0; token != kNone && step < kDeepest; ++step, token = head(token)) {
    if (token == top) return true;
  }
  return false;
}

Index Tree::branch(Index token, Index top) const {
  for (int step = 0; token != kNone && step < kDeepest; ++step, token = head(token)) {
    if (head(token) == top) return token;
  }
  return kNone;
}

Index Tree::top_within(Index token, Index first, Index last) const {
  for (int step = 0; step < kDeepest; ++step) {
    const Index above = head(token);
    if (above == kNone || above < first || above >= last) break;
    token = above;
  }
  return token;
}

bool Tree::is_finite(Index token) const {
  const Token& t = tokens_[token];
  if (t.xpos == "VBD" || t.xpos == "VBZ" || t.xpos == "VBP" || t.xpos == "MD") return true;
  const auto speaks_of = [&](Index c) { return is_kind(c, "aux") || is(c, "nsubj"); };
  const auto is_aux = [&](Index c) { return is_kind(c, "aux"); };
  if (t.upos == "VERB" && t.xpos == "VBG") return std::ranges::any_of(children(token), is_aux);  // "is working"
  return t.upos == "VERB" && std::ranges::any_of(children(token), speaks_of);
}

bool Tree::is_gerund(Index token) const { return tokens_[token].xpos == "VBG"; }

}  // namespace chancery::points
