// The dependency tree of a document as the points stage walks it: children in order, and how far each subtree reaches.
// A view: the document must outlive it and keep its tokens. Linear to build; every walk up is bounded.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "document/children.hpp"
#include "document/document.hpp"

namespace chancery::points {

class Tree {
 public:
  explicit Tree(const Document& document);

  const Token& at(Index token) const { return tokens_[token]; }
  Index head(Index token) const { return tokens_[token].head; }
  bool is(Index token, std::string_view relation) const { return tokens_[token].deprel == relation; }
  /// "nsubj" also for "nsubj:pass".
  bool is_kind(Index token, std::string_view relation) const;
  std::span<const Index> children(Index token) const { return children_.of(token); }
  std::optional<Index> child(Index token, std::string_view relation) const;
  bool has_child(Index token, std::string_view relation, std::string_view lower) const;

  /// The outermost words of the subtree: [left, right].
  Index left(Index token) const { return left_[token]; }
  Index right(Index token) const { return right_[token]; }
  /// Whether `token` is `top` or hangs below it.
  bool below(Index token, Index top) const;
  /// The child of `top` in whose branch `token` is; kNone where it is not below it.
  Index branch(Index token, Index top) const;
  /// The topmost word reached from `token` by going up without leaving [first, last).
  Index top_within(Index token, Index first, Index last) const;

  bool is_finite(Index token) const;
  bool is_gerund(Index token) const;
  /// "measures taken", "progress made": a participle that describes the noun before it.
  bool is_participle(Index token) const { return at(token).xpos == "VBN" && is(token, "acl"); }
  bool is_verb(Index token) const { return tokens_[token].upos == "VERB"; }
  bool is_noun(Index token) const { return tokens_[token].upos == "NOUN" || tokens_[token].upos == "PROPN"; }

 private:
  const std::vector<Token>& tokens_;
  Children children_;
  std::vector<Index> left_, right_;
};

}  // namespace chancery::points
