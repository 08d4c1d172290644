#include "stages/facts/voices.hpp"

#include <algorithm>
#include <numeric>

namespace chancery::facts {

Voices::Voices(const Document& document) : document_(document), holder_(document.tokens.size(), kNone) {
  std::vector<Index> order(document.statements.size());
  std::iota(order.begin(), order.end(), Index{0});
  const auto length = [&](Index i) { return document.statements[i].span.size(); };
  std::ranges::stable_sort(order, [&](Index a, Index b) { return length(a) > length(b); });
  for (const Index index : order) {
    const Statement& statement = document.statements[index];
    const auto paint = [&](const Span& span) {
      const auto [first, last] = document.tokens_in(span);
      std::fill(holder_.begin() + first, holder_.begin() + last, index);
    };
    if (statement.pieces.empty()) paint(statement.span);
    for (const Span& piece : statement.pieces) paint(piece);
  }
}

Index Voices::speaker(Index token) const {
  Index index = holder_[token];
  while (index != kNone) {
    const Statement& statement = document_.statements[index];
    if (!statement.speakers.empty()) return statement.speakers.front();
    index = statement.parent;
  }
  return kNone;
}

Index Voices::addressee(Index token) const {
  Index index = holder_[token];
  while (index != kNone) {
    const Statement& statement = document_.statements[index];
    if (statement.addressee != kNone) return statement.addressee;
    index = statement.parent;
  }
  return kNone;
}

Sentence within_reach(const Sentence& sentence, Index at) {
  constexpr Index reach = 200;
  Sentence out = sentence;
  out.first = std::max(sentence.first, at > reach ? at - reach : 0);
  out.last = std::min(sentence.last, at + reach);
  return out;
}

Span span_of(const Document& document, Index first, Index last) {
  return joined(document.tokens[first].span, document.tokens[last - 1].span);
}

}  // namespace chancery::facts
