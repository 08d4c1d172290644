#include "knowledge/lexicon.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "knowledge/phrase.hpp"

namespace chancery {
namespace {

constexpr size_t kLongestAbbreviation = 6;

std::span<const Entry> of_kinds(std::span<const Entry> entries, EntryKind first, EntryKind last) {
  return {std::ranges::lower_bound(entries, first, {}, &Entry::kind), std::ranges::upper_bound(entries, last, {}, &Entry::kind)};
}

/// "US", "BRICS", "G7": a word that loses its meaning with its capitals.
bool is_abbreviation(std::string_view word) {
  if (word.size() < 2 || word.size() > kLongestAbbreviation) return false;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto fits = [&](char c) { return is_capital(c) || (c >= '0' && c <= '9'); };
  return is_capital(word.front()) && std::ranges::all_of(word, fits);
}

/// The key under which a word in capitals is entered.
std::string capital_key(std::string_view lower) { return "^" + std::string(lower); }

std::string key_of(std::string_view word) {
  const std::string lower = utf8::lower(word);
  return is_abbreviation(word) ? capital_key(lower) : lower;
}

bool same_meaning(const Entry& a, const Entry& b) {
  return a.kind == b.kind && a.name == b.name && a.country == b.country && a.detail == b.detail;
}

}  // namespace

void Lexicon::add(std::string_view phrase, Entry entry) {
  std::vector<std::string> words = split_words_as_written(phrase);
  for (std::string& word : words) word = key_of(word);
  enter(words, entry);
  if (std::ranges::all_of(phrase, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return;
  std::vector<std::string> plain;
  plain.reserve(words.size());
  for (const std::string& word : words) plain.push_back(utf8::unaccented(word));
  if (plain != words) enter(plain, entry);
}

void Lexicon::enter(const std::vector<std::string>& words, const Entry& entry) {
  if (words.empty()) return;
  NodeId node = 0;
  for (const std::string& word : words) node = grow(node, word);
  const std::span<const Entry> old = at(node);
  if (std::ranges::any_of(old, [&](const Entry& other) { return same_meaning(other, entry); })) return;
  Range& range = nodes_[node];
  if (range.first + range.count != pool_.size()) {
    // Others follow in the pool: the node's entries move to its end. Their old places stay unused.
    const std::vector<Entry> moved(old.begin(), old.end());
    range.first = static_cast<uint32_t>(pool_.size());
    pool_.insert(pool_.end(), moved.begin(), moved.end());
  }
  const auto begin = pool_.begin() + range.first;
  pool_.insert(std::ranges::upper_bound(begin, pool_.end(), entry.kind, {}, &Entry::kind), entry);
  ++range.count;
}

Lexicon::NodeId Lexicon::grow(NodeId from, std::string_view word) {
  const auto [node, fresh] = edges_.insert(FlatMap::key(word, from), static_cast<NodeId>(nodes_.size()));
  if (fresh) nodes_.emplace_back();
  return node;
}

Lexicon::NodeId Lexicon::step(NodeId from, std::string_view word) const {
  const NodeId* node = edges_.find(FlatMap::key(word, from));
  return node ? *node : kNowhere;
}

std::span<const Entry> Lexicon::at(NodeId node) const {
  return std::span<const Entry>(pool_).subspan(nodes_[node].first, nodes_[node].count);
}

template <typename Accept>
void Lexicon::search(const std::vector<Token>& tokens, size_t at, size_t end, Accept accept, NodeId node,
                     size_t length, Match& best) const {
  if (at >= std::min(end, tokens.size())) return;
  const auto follow = [&](NodeId next) {
    if (next == kNowhere) return;
    const std::span<const Entry> entries = accept(this->at(next));
    if (!entries.empty() && length + 1 > best.length) best = {length + 1, entries};
    search(tokens, at + 1, end, accept, next, length + 1, best);
  };
  const Token& token = tokens[at];
  const bool in_capitals = token.shape == Shape::upper || token.shape == Shape::mixed;
  if (in_capitals && token.lower.size() <= kLongestAbbreviation) follow(step(node, capital_key(token.lower)));
  follow(step(node, token.lower));
}

Lexicon::Match Lexicon::longest(const std::vector<Token>& tokens, size_t at, size_t end) const {
  Match best;
  search(tokens, at, end, [](std::span<const Entry> entries) { return entries; }, 0, 0, best);
  return best;
}

Lexicon::Match Lexicon::longest(const std::vector<Token>& tokens, size_t at, size_t end, EntryKind kind) const {
  return longest(tokens, at, end, kind, kind);
}

Lexicon::Match Lexicon::longest(const std::vector<Token>& tokens, size_t at, size_t end, EntryKind first, EntryKind last) const {
  Match best;
  search(tokens, at, end, [=](std::span<const Entry> entries) { return of_kinds(entries, first, last); }, 0, 0, best);
  return best;
}

void Lexicon::collect(const std::vector<Token>& tokens, size_t at, size_t end, NodeId node, size_t length, std::vector<Match>& out) const {
  if (at >= end) return;
  const auto follow = [&](NodeId next) {
    if (next == kNowhere) return;
    if (const auto entries = this->at(next); !entries.empty()) out.push_back({length + 1, entries});
    collect(tokens, at + 1, end, next, length + 1, out);
  };
  const Token& token = tokens[at];
  const bool in_capitals = token.shape == Shape::upper || token.shape == Shape::mixed;
  if (in_capitals && token.lower.size() <= kLongestAbbreviation) follow(step(node, capital_key(token.lower)));
  follow(step(node, token.lower));
}

void Lexicon::all(const std::vector<Token>& tokens, size_t at, size_t end, std::vector<Match>& out) const {
  collect(tokens, at, std::min(end, tokens.size()), 0, 0, out);
}

std::span<const Entry> Lexicon::find(std::string_view phrase) const {
  NodeId node = 0;
  for (const std::string& word : split_words_as_written(phrase)) {
    const NodeId from = node;
    node = step(from, key_of(word));
    if (node == kNowhere) node = step(from, utf8::lower(word));
    if (node == kNowhere) return {};
  }
  return at(node);
}

}  // namespace chancery
