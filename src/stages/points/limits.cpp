#include "stages/points/limits.hpp"

#include <algorithm>

#include "base/one_of.hpp"

namespace chancery::points {
namespace {

class Limiter {
 public:
  Limiter(const Setting& setting, std::vector<Site>& sites, Index end) : s_(setting), tree_(setting.tree), sites_(sites), end_(end) {}

  void run() {
    Index limit = end_;
    for (size_t k = sites_.size(); k-- > 0;) {
      Site& site = sites_[k];
      if (site.frame == Frame::Kind::subject) {
        site.limit = clause_begin(site.verb, site.match.first, tree_.right(*tree_.child(site.verb, "nsubj")));
        limit = site.topic;
        continue;
      }
      site.limit = std::max(limit, site.topic + 1);
      site.limit = trimmed(site.topic, std::min({site.limit, next_clause(site, site.limit), main_clause(site, site.limit)}));
      limit = clause_begin_of(site);
    }
  }
 private:
  const std::string& word(Index i) const { return s_.at(i).lower; }
  Index clause_begin(Index verb, Index first, Index after) const {
    Index at = std::min(verb, first);
    for (const Index c : tree_.children(verb)) {
      if (tree_.is_kind(c, "aux") && c > after) at = std::min(at, c);
    }
    return std::max(at, after + 1);
  }
  Index clause_begin_of(const Site& site) const {
    Index at = site.match.first > site.verb && site.match.first == site.match.last - 1 ? site.match.first : std::min(site.match.first, site.verb);
    if (at > site.verb) return at;  // a second noun of a verb told before
    for (const Index c : tree_.children(site.verb)) {
      const bool own = tree_.is_kind(c, "nsubj") || tree_.is_kind(c, "aux") || tree_.is_kind(c, "mark") || tree_.is_kind(c, "advmod");
      if (own && c < at + 1 && c + 40 > at) at = std::min(at, tree_.is_kind(c, "nsubj") ? tree_.left(c) : c);
    }
    return at;
  }
  /// Begin of a finite clause after the topic that belongs to the account: ", and the delegation left".
  Index next_clause(const Site& site, Index limit) const {
    for (Index i = site.topic; i < limit; ++i) {
      const bool joined = tree_.head(i) == site.verb && (tree_.is_kind(i, "conj") || tree_.is_kind(i, "parataxis")) && i > site.topic + 1;
      if (joined && s_.at(i).upos == "VERB" && tree_.is_finite(i) && s_.at(i).xpos != "VB") return tree_.left(i) > site.topic + 1 ? tree_.left(i) : i;
      if (word(i) == ";" && (site.frame == Frame::Kind::that || site.frame == Frame::Kind::clause)) return i;
    }
    return limit;
  }
  /// "Speaking about the border, the President warned": where the clause begins on which the cue's own hangs.
  Index main_clause(const Site& site, Index limit) const {
    const Index over = tree_.head(site.verb);
    if (over == kNone || over <= site.topic || over >= limit || !tree_.is_kind(site.verb, "advcl")) return limit;
    Index begin = over;
    for (const Index child : tree_.children(over)) {
      if (child > site.topic && child < over && s_.at(child).upos != "PUNCT") begin = std::min(begin, std::max(tree_.left(child), site.topic + 1));
    }
    return begin;
  }
  Index trimmed(Index topic, Index limit) const {
    while (limit > topic + 1 && (s_.at(limit - 1).upos == "PUNCT" || one_of(word(limit - 1), {"and", "while", "but", "also", "as", "well", "then", "or"}))) {
      const bool closes = one_of(word(limit - 1), {")", "\"", "]"});
      if (closes) break;
      --limit;
    }
    return limit;
  }

  const Setting& s_;
  const Tree& tree_;
  std::vector<Site>& sites_;
  const Index end_;
};

}  // namespace

void set_limits(const Setting& setting, std::vector<Site>& sites, Index end) { Limiter(setting, sites, end).run(); }

}  // namespace chancery::points
