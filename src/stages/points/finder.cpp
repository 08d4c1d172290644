#include "stages/points/finder.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "stages/points/frames.hpp"
#include "stages/points/limits.hpp"
#include "stages/points/standing.hpp"

namespace chancery::points {
namespace {

constexpr int kDeepest = 40;  ///< steps up a tree

class Finder {
 public:
  Finder(const Setting& setting, const Sentence& sentence, const std::vector<bool>& closed)
      : s_(setting), tree_(setting.tree), sentence_(sentence), first_(sentence.first), end_(sentence.last), closed_(closed) {}

  std::vector<Site> run() {
    for (Index i = first_; i < end_; ++i) {
      if (closed_[i]) continue;
      if (joins_cue(i)) continue;
      // Where the longest cue governs nothing, a shorter one may: "offered support" with no "for".
      size_t below = SIZE_MAX;
      for (CueMatch match = s_.lexicon.match(s_.document.tokens, i, end_); match.cue; match = s_.lexicon.match(s_.document.tokens, i, end_, below)) {
        below = match.words;
        if (!take(match)) continue;
        i = std::max(i, match.last - 1);
        break;
      }
    }
    set_limits(s_, sites_, end_);
    return std::move(sites_);
  }

 private:
  bool take(const CueMatch& match) {
    const Token& first = s_.at(match.first);
    if ((match.words == 1 && first.upos != "VERB" && first.xpos != "VBD") || is_name(match.first)) return false;
    Site site = site_at(match);
    site.voice = voice_of(site);
    if (!is_told(s_, sentence_, sites_, site) || !find_topic(s_, site, end_)) return false;
    if (!sites_.empty() && sites_.back().topic == site.topic) return false;
    sites_.push_back(site);
    add_list_behind(site);
    return true;
  }
  const std::string& word(Index i) const { return s_.at(i).lower; }
  /// "the Task Force to Address ..."
  bool is_name(Index i) const { return i > first_ && s_.at(i).shape != Shape::lower && !one_of(s_.at(i - 1).upos, {"PUNCT", "SYM"}); }
  bool before_is(Index i, std::initializer_list<std::string_view> words) const { return i > first_ && one_of(word(i - 1), words); }

  Site site_at(const CueMatch& match) const {
    Site site;
    site.match = match;
    site.verb = match.first;
    site.noun = match.last - 1;
    for (Index i = match.last; i-- > match.first;) {
      if (s_.at(i).upos == "VERB" && s_.at(i).deprel != "amod") site.verb = i;
    }
    if (s_.at(site.verb).upos == "ADJ" && s_.at(match.last - 1).upos == "AUX") site.verb = match.last - 1;
    if (s_.at(site.verb).upos == "ADP" || tree_.is_noun(site.verb)) site.verb = governing_verb(site.noun);
    if (s_.at(site.verb).upos == "AUX" && tree_.head(site.verb) != kNone) site.verb = tree_.head(site.verb);
    while (tree_.is_noun(site.noun) && site.noun > match.first && s_.at(site.noun).upos == "ADP") --site.noun;
    if (s_.at(site.noun).upos == "ADP" && site.noun > match.first) --site.noun;
    const bool participle = s_.at(site.verb).xpos == "VBN" || s_.at(site.verb).xpos == "VBD";
    const bool copular = s_.at(match.first).lemma == "be" || s_.at(match.first).upos == "AUX";
    site.passive = !copular && participle && passive_auxiliary(site.verb);
    site.negated = is_negated(site.verb);
    site.voice = site.verb;
    return site;
  }
  /// What the tree hangs inside the content of the cue before goes on with that one's subject.
  Index voice_of(const Site& site) const {
    if (site.passive || tree_.child(site.verb, "nsubj") || standing_of(s_, sentence_, sites_, site) != Standing::broken_out) return site.verb;
    return sites_.back().voice;
  }
  /// "X were touched upon, including A and B": the subject's list stands behind the verb.
  void add_list_behind(const Site& site) {
    const Index at = site.match.last;
    const bool list = site.frame == Frame::Kind::subject && at + 2 < end_ && word(at) == "," && s_.lexicon.is(word(at + 1), "listing");
    if (!list) return;
    Site more = site;
    more.frame = Frame::Kind::object;
    more.topic = at + 2;
    sites_.push_back(more);
  }
  bool passive_auxiliary(Index verb) const {
    return std::ranges::any_of(tree_.children(verb), [&](Index c) { return c < verb && (tree_.is(c, "aux:pass") || (tree_.is_kind(c, "aux") && s_.at(c).lemma == "be" && s_.at(verb).xpos == "VBN")); });
  }
  bool is_negated(Index verb) const {
    return std::ranges::any_of(tree_.children(verb), [&](Index c) { return c < verb + 2 && one_of(word(c), {"not", "n't", "never", "neither"}) && word(c + 1) != "only"; });
  }
  Index governing_verb(Index token) const {
    for (int step = 0; step < kDeepest && token != kNone; ++step, token = tree_.head(token)) {
      if (s_.at(token).upos == "VERB" || tree_.head(token) == kNone) return token;
    }
    return token;
  }

  /// "expressed gratitude for X and support for Y": the second noun is a cue with the same verb.
  bool joins_cue(Index i) {
    if (sites_.empty() || !tree_.is_noun(i)) return false;
    const Site& last = sites_.back();
    const bool with_gap = last.match.words == 2 && last.noun > last.verb && last.match.first == last.verb && last.frame == Frame::Kind::preposition;
    if (!with_gap || i <= last.topic || i > last.topic + 60) return false;
    Index at = i;
    while (at > last.topic && one_of(s_.at(at - 1).upos, {"ADJ", "ADV", "DET", "PRON"})) --at;
    if (at <= last.topic + 1 || !one_of(word(at - 1), {"and", ","}) || s_.at(at - 2).upos == "ADJ") return false;  // "European and international support"
    Site site = last;
    site.match = s_.lexicon.match_with(s_.document.tokens, last.verb, i);
    if (!site.match.cue || site.match.cue->act == last.match.cue->act) return false;
    site.noun = i;
    if (!find_topic(s_, site, end_) || site.topic > i + 3) return false;
    site.match.first = at;
    sites_.push_back(site);
    return true;
  }

  const Setting& s_;
  const Tree& tree_;
  const Sentence& sentence_;
  const Index first_, end_;
  const std::vector<bool>& closed_;
  std::vector<Site> sites_;
};

}  // namespace

std::vector<Site> find_sites(const Setting& setting, const Sentence& sentence, const std::vector<bool>& closed) {
  return Finder(setting, sentence, closed).run();
}

}  // namespace chancery::points
