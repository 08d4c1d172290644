#include "stages/parse/tree.hpp"

#include <algorithm>
#include <limits>

namespace chancery {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

/// Nodes of one cycle, empty where there is none. Words that are not active hang on the root here.
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

std::vector<uint32_t> best_heads(const HeadScores& scores) {
  std::vector<uint32_t> heads(scores.nodes(), 0);
  for (size_t d = 1; d < scores.nodes(); ++d) {
    float most = kNever;
    for (size_t h = 0; h < scores.nodes(); ++h) {
      if (h == d || !(scores.at(d, h) > most)) continue;
      most = scores.at(d, h);
      heads[d] = static_cast<uint32_t>(h);
    }
  }
  return heads;
}

/// Edmonds' algorithm in place: a cycle becomes its first node, whose row and column then stand for all of it. A word
/// whose head lay in the cycle keeps it, for the cycle's column is the best of its nodes'; so that only the cycle itself
/// looks for a new head.
class Spanner {
 public:
  Spanner(HeadScores scores, std::vector<uint32_t> heads) : scores_(std::move(scores)), heads_(std::move(heads)), active_(scores_.nodes()) {
    for (uint32_t i = 0; i < active_.size(); ++i) active_[i] = i;
  }

  std::vector<uint32_t> run() {
    for (auto cycle = find_cycle(heads_); !cycle.empty(); cycle = find_cycle(heads_)) contract(std::move(cycle));
    while (!contracted_.empty()) {
      expand(contracted_.back());
      contracted_.pop_back();
    }
    return std::move(heads_);
  }

 private:
  struct Contracted {
    std::vector<uint32_t> cycle, cycle_heads;
    std::vector<uint32_t> outer, enters, leaves;  ///< of each node outside: where it would enter, and which node it hangs on
  };

  void contract(std::vector<uint32_t> cycle) {
    Contracted one;
    one.cycle = std::move(cycle);
    std::vector<uint8_t> inside(heads_.size(), 0);
    for (const uint32_t node : one.cycle) {
      inside[node] = 1;
      one.cycle_heads.push_back(heads_[node]);
    }
    const uint32_t whole = one.cycle.front();
    std::erase_if(active_, [&](uint32_t node) { return inside[node] && node != whole; });
    float most = kNever;
    uint32_t head = 0;
    for (const uint32_t outer : active_) {
      if (outer == whole) continue;
      const auto [enter, gain] = best_entry(one, outer);
      const auto [leave, score] = best_exit(one, outer);
      one.outer.push_back(outer);
      one.enters.push_back(enter);
      one.leaves.push_back(leave);
      gains_.push_back(gain);
      exits_.push_back(score);
      if (gain > most) most = gain, head = outer;
    }
    for (size_t i = 0; i < one.outer.size(); ++i) {
      const uint32_t outer = one.outer[i];
      scores_.at(whole, outer) = gains_[i];
      scores_.at(outer, whole) = exits_[i];
      if (inside[heads_[outer]]) heads_[outer] = whole;
    }
    gains_.clear();
    exits_.clear();
    for (const uint32_t node : one.cycle) heads_[node] = 0;  // out of sight of the next search
    heads_[whole] = head;
    contracted_.push_back(std::move(one));
  }

  std::pair<uint32_t, float> best_entry(const Contracted& one, uint32_t outer) const {
    std::pair<uint32_t, float> best{one.cycle.front(), kNever};
    for (size_t k = 0; k < one.cycle.size(); ++k) {
      const float gain = scores_.at(one.cycle[k], outer) - scores_.at(one.cycle[k], one.cycle_heads[k]);
      if (gain > best.second) best = {one.cycle[k], gain};
    }
    return best;
  }

  std::pair<uint32_t, float> best_exit(const Contracted& one, uint32_t outer) const {
    std::pair<uint32_t, float> best{one.cycle.front(), kNever};
    for (const uint32_t node : one.cycle) {
      if (scores_.at(outer, node) > best.second) best = {node, scores_.at(outer, node)};
    }
    return best;
  }

  void expand(const Contracted& one) {
    const uint32_t whole = one.cycle.front(), head = heads_[whole];
    for (size_t i = 0; i < one.outer.size(); ++i) {
      if (one.outer[i] != 0 && heads_[one.outer[i]] == whole) heads_[one.outer[i]] = one.leaves[i];
    }
    for (size_t k = 0; k < one.cycle.size(); ++k) heads_[one.cycle[k]] = one.cycle_heads[k];
    const size_t from = static_cast<size_t>(std::find(one.outer.begin(), one.outer.end(), head) - one.outer.begin());
    heads_[one.enters[from]] = head;
  }

  HeadScores scores_;
  std::vector<uint32_t> heads_, active_;
  std::vector<Contracted> contracted_;
  std::vector<float> gains_, exits_;
};

/// The words that lose least, or gain most, by being the root instead of hanging on another word.
std::vector<uint32_t> likely_roots(const HeadScores& scores) {
  constexpr size_t kShort = 64, kMost = 8, kMostInLong = 2;  // trees to try; more would gain little but time
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
  const size_t most = scores.nodes() > kShort ? kMostInLong : kMost;
  for (size_t i = 0; i < std::min(most, gains.size()); ++i) roots.push_back(gains[i].second);
  return roots;
}

std::vector<uint32_t> tree_with_root(const HeadScores& scores, uint32_t root) {
  constexpr float kFar = 1e4f;  // not infinite, so that differences stay numbers
  HeadScores rooted = scores;
  for (uint32_t d = 1; d < scores.nodes(); ++d) rooted.at(d, 0) += d == root ? kFar : -kFar;
  std::vector<uint32_t> heads = best_heads(rooted);
  return Spanner(std::move(rooted), std::move(heads)).run();
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
