#include "document/mentions.hpp"

#include <algorithm>
#include <numeric>

namespace chancery {

void sort_mentions(std::vector<Mention>& mentions) {
  std::vector<Index> order(mentions.size());
  std::iota(order.begin(), order.end(), Index{0});
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return before(mentions[a].span, mentions[b].span); });
  std::vector<Index> place(mentions.size());
  for (Index i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Mention> sorted;
  sorted.reserve(mentions.size());
  for (const Index i : order) {
    sorted.push_back(std::move(mentions[i]));
    if (sorted.back().bearer != kNone) sorted.back().bearer = place[sorted.back().bearer];
  }
  mentions = std::move(sorted);
}

Index insert_mention(Document& document, Mention mention) {
  auto& mentions = document.mentions;
  const auto place = std::upper_bound(mentions.begin(), mentions.end(), mention, [](const Mention& a, const Mention& b) { return before(a.span, b.span); });
  const Index index = static_cast<Index>(place - mentions.begin());
  mentions.insert(place, std::move(mention));
  for (Mention& other : mentions) {
    if (other.bearer != kNone && other.bearer >= index) ++other.bearer;
  }
  return index;
}

}  // namespace chancery
