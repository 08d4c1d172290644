#include "document/document.hpp"

namespace chancery {
namespace {

template <typename T>
Index first_from(const std::vector<T>& items, Part part, uint32_t begin) {
  const auto at = std::partition_point(items.begin(), items.end(), [&](const T& t) {
    return t.span.part != part ? t.span.part < part : t.span.begin < begin;
  });
  return static_cast<Index>(at - items.begin());
}

}  // namespace

std::pair<Index, Index> Document::tokens_in(const Span& span) const {
  return {first_from(tokens, span.part, span.begin), first_from(tokens, span.part, span.end)};
}

Index Document::first_mention(const Span& span) const { return first_from(mentions, span.part, span.begin); }

}  // namespace chancery
