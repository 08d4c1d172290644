// Encounters out of links between accounts.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "stages/link/encounters.hpp"

namespace chancery {
namespace {

/// A rival this much weaker does not make a link doubtful.
constexpr double kClearly = 0.08;

class Grouper {
 public:
  Grouper(const std::vector<Telling>& accounts, const std::map<Link, Likeness>& links) : accounts_(accounts), links_(links), parent_(accounts.size()), members_(accounts.size()), beside_(accounts.size()) {
    std::iota(parent_.begin(), parent_.end(), size_t{0});
    for (size_t i = 0; i < accounts.size(); ++i) members_[i] = {i};
    for (const auto& [link, likeness] : links) {
      beside_[link.first].emplace_back(link.second, likeness.confidence);
      beside_[link.second].emplace_back(link.first, likeness.confidence);
    }
  }

  Grouping run(const std::set<Link>& told) {
    for (const Link& link : strongest_first()) consider(link);
    for (const auto& [link, likeness] : links_) {
      if (root(link.first) != root(link.second)) grouping_.proposed.emplace(link, against(link, likeness.confidence));
    }
    // A person joins two encounters with all their accounts: had it come first, one might now speak against another.
    for (const Link& link : told) join(link);
    for (size_t i = 0; i < accounts_.size(); ++i) {
      if (root(i) == i) grouping_.groups.push_back(members_[i]);
    }
    const auto by_id = [&](size_t a, size_t b) { return accounts_[a].id < accounts_[b].id; };
    for (auto& one : grouping_.groups) std::sort(one.begin(), one.end(), by_id);
    std::sort(grouping_.groups.begin(), grouping_.groups.end(), [&](const auto& a, const auto& b) { return by_id(a.front(), b.front()); });
    return std::move(grouping_);
  }

 private:
  std::vector<Link> strongest_first() const {
    std::vector<Link> order;
    for (const auto& [link, likeness] : links_) {
      if (likeness.confidence >= kJoined) order.push_back(link);
    }
    const auto ids = [&](const Link& link) { return std::minmax(accounts_[link.first].id, accounts_[link.second].id); };
    std::sort(order.begin(), order.end(), [&](const Link& a, const Link& b) {
      const double one = links_.at(a).confidence, other = links_.at(b).confidence;
      if (one != other) return one > other;
      const int mains = about(a), others = about(b);
      return mains != others ? mains > others : ids(a) < ids(b);
    });
    return order;
  }

  /// How many of the two are what their documents are about.
  int about(const Link& link) const { return int{accounts_[link.first].main} + int{accounts_[link.second].main}; }

  size_t root(size_t account) {
    while (parent_[account] != account) account = parent_[account] = parent_[parent_[account]];
    return account;
  }

  void join(const Link& link) {
    size_t to = root(link.first), from = root(link.second);
    if (to == from) return;
    if (members_[to].size() < members_[from].size()) std::swap(to, from);
    parent_[from] = to;
    members_[to].insert(members_[to].end(), members_[from].begin(), members_[from].end());
    members_[from].clear();
    grouping_.joined.push_back(link);
  }

  void consider(const Link& link) {
    if (root(link.first) == root(link.second)) return;
    if (against(link, links_.at(link).confidence).empty()) join(link);
  }

  /// What speaks against the link as the groups stand; empty where nothing does.
  std::string against(const Link& link, double confidence) {
    if (accounts_[link.first].parted || accounts_[link.second].parted) return "a person parted them";
    for (const size_t one : members_[root(link.first)]) {
      for (const size_t other : members_[root(link.second)]) {
        if (std::string why = clash(accounts_[one], accounts_[other]); !why.empty()) return why;
      }
    }
    if (confidence < kJoined) return "too little agrees";
    for (const auto& [one, other] : {link, Link{link.second, link.first}}) {
      for (const auto& [rival, strength] : beside_[one]) {
        // Of two that one document tells of, the one that agrees better is it.
        if (accounts_[rival].document == accounts_[other].document) continue;
        if (rival == other || strength < kJoined || strength < confidence - kClearly) continue;
        if (root(rival) != root(one) && root(rival) != root(other) && !clash(accounts_[rival], accounts_[other]).empty()) return "another fits as well: " + accounts_[rival].id;
      }
    }
    return {};
  }

  const std::vector<Telling>& accounts_;
  const std::map<Link, Likeness>& links_;
  std::vector<size_t> parent_;
  std::vector<std::vector<size_t>> members_;
  std::vector<std::vector<std::pair<size_t, double>>> beside_;
  Grouping grouping_;
};

}  // namespace

Grouping group(const std::vector<Telling>& accounts, const std::map<Link, Likeness>& links, const std::set<Link>& told) {
  return Grouper(accounts, links).run(told);
}

}  // namespace chancery
