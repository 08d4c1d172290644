#include "stages/parse/tree.hpp"

#include <algorithm>
#include <limits>

namespace chancery {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

std::vector<uint32_t> best_heads(const HeadScores& scores) {
  std::vector<uint32_t> heads(scores.nodes(), 0);
  for (size_t d = 1; d < scores.nodes(); ++d) {
    float most = kNever;
    for (size_t h = 0; h < scores.nodes(); ++h) {
      if (h != d && scores.at(d, h) > most) {
        most = scores.at(d, h);
        heads[d] = static_cast<uint32_t>(h);
      }
    }
  }
  return heads;
}

/// Nodes of one cycle, empty where there is none.
std::vector<uint32_t> find_cycle(const std::vector<uint32_t>& heads) {
  std::vector<uint32_t> seen(heads.size(), 0);  // 0: not yet; else the walk that came by
  for (uint32_t start = 1; start < heads.size(); ++start) {
    uint32_t at = start;
    while (at != 0 && seen[at] == 0) {
      seen[at] = start;
      at = heads[at];
    }
    if (at == 0 || seen[at] != start) continue;
    std::vector<uint32_t> cycle{at};
    for (uint32_t next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

std::vector<uint32_t> spanning_tree(const HeadScores& scores);

/// Takes the cycle for one node, solves what is left, and opens the cycle where the solution enters it.
std::vector<uint32_t> break_cycle(const HeadScores& scores, std::vector<uint32_t> heads, const std::vector<uint32_t>& cycle) {
  std::vector<uint8_t> inside(scores.nodes(), 0);
  for (const uint32_t node : cycle) inside[node] = 1;
  std::vector<uint32_t> outer;  // the nodes outside, in order; their place is their number in the smaller problem
  for (uint32_t node = 0; node < scores.nodes(); ++node) {
    if (!inside[node]) outer.push_back(node);
  }
  const size_t whole = outer.size();
  HeadScores smaller(whole + 1);
  std::vector<uint32_t> enters(whole), leaves(whole);
  for (size_t i = 0; i < whole; ++i) {
    for (size_t j = 0; j < whole; ++j) smaller.at(i, j) = scores.at(outer[i], outer[j]);
    float enter = kNever, leave = kNever;
    enters[i] = leaves[i] = cycle.front();
    for (const uint32_t node : cycle) {
      const float gain = scores.at(node, outer[i]) - scores.at(node, heads[node]);
      if (gain > enter) {
        enter = gain;
        enters[i] = node;
      }
      if (scores.at(outer[i], node) > leave) {
        leave = scores.at(outer[i], node);
        leaves[i] = node;
      }
    }
    smaller.at(whole, i) = enter;
    smaller.at(i, whole) = leave;
  }
  const std::vector<uint32_t> solved = spanning_tree(smaller);
  for (size_t i = 1; i < whole; ++i) heads[outer[i]] = solved[i] == whole ? leaves[i] : outer[solved[i]];
  heads[enters[solved[whole]]] = outer[solved[whole]];
  return heads;
}

std::vector<uint32_t> spanning_tree(const HeadScores& scores) {
  std::vector<uint32_t> heads = best_heads(scores);
  const std::vector<uint32_t> cycle = find_cycle(heads);
  return cycle.empty() ? heads : break_cycle(scores, std::move(heads), cycle);
}

/// The words that lose least, or gain most, by being the root instead of hanging on another word.
std::vector<uint32_t> likely_roots(const HeadScores& scores) {
  constexpr size_t kMost = 8;  // trees to try; more would gain nothing but time
  std::vector<std::pair<float, uint32_t>> gains;
  for (uint32_t d = 1; d < scores.nodes(); ++d) {
    float other = scores.nodes() > 2 ? kNever : 0;
    for (uint32_t h = 1; h < scores.nodes(); ++h) {
      if (h != d) other = std::max(other, scores.at(d, h));
    }
    gains.emplace_back(other - scores.at(d, 0), d);
  }
  std::sort(gains.begin(), gains.end());
  std::vector<uint32_t> roots;
  for (size_t i = 0; i < std::min(kMost, gains.size()); ++i) roots.push_back(gains[i].second);
  return roots;
}

std::vector<uint32_t> tree_with_root(const HeadScores& scores, uint32_t root) {
  constexpr float kFar = 1e4f;  // not infinite, so that differences stay numbers
  HeadScores rooted = scores;
  for (uint32_t d = 1; d < scores.nodes(); ++d) rooted.at(d, 0) += d == root ? kFar : -kFar;
  return spanning_tree(rooted);
}

}  // namespace

std::vector<uint32_t> best_tree(const HeadScores& scores) {
  const std::vector<uint32_t> heads = best_heads(scores);
  if (scores.nodes() < 2) return heads;
  if (std::count(heads.begin() + 1, heads.end(), 0u) == 1 && find_cycle(heads).empty()) return heads;
  std::vector<uint32_t> best;
  double most = 0;
  for (const uint32_t root : likely_roots(scores)) {
    std::vector<uint32_t> tree = tree_with_root(scores, root);
    double sum = 0;
    for (size_t d = 1; d < tree.size(); ++d) sum += scores.at(d, tree[d]);
    if (!best.empty() && sum <= most) continue;
    most = sum;
    best = std::move(tree);
  }
  return best;
}

}  // namespace chancery
