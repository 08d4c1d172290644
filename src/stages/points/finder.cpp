#include "stages/points/finder.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "stages/points/frames.hpp"

namespace chancery::points {
namespace {

constexpr int kDeepest = 40;

/// "The discussion focused on ...": a finite verb that the tree shows as a participle of its subject.
bool reads_as_participle(const Setting& setting, Index verb) {
  const Tree& tree = setting.tree;
  const Index noun = tree.head(verb);
  if (noun == kNone || noun + 1 != verb || !tree.is(verb, "acl") || tree.is_gerund(verb)) return false;
  const bool opens = setting.at(tree.left(noun)).upos == "DET" || tree.left(noun) == noun;
  return opens && (tree.head(noun) == kNone || (tree.is_kind(noun, "nsubj") && setting.lexicon.is(setting.at(noun), "talk")));
}

class Finder {
 public:
  Finder(const Setting& setting, const Sentence& sentence, const std::vector<bool>& closed)
      : s_(setting), tree_(setting.tree), first_(sentence.first), end_(sentence.last), closed_(closed) {}

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
    set_limits();
    return std::move(sites_);
  }

 private:
  bool take(const CueMatch& match) {
    const Token& first = s_.at(match.first);
    if ((match.words == 1 && first.upos != "VERB" && first.xpos != "VBD") || is_name(match.first)) return false;
    Site site = site_at(match);
    site.voice = voice_of(site);
    if (!is_told(site) || !find_topic(s_, site, end_)) return false;
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
    if (site.passive || tree_.child(site.verb, "nsubj") || standing_of(site) != Standing::broken_out) return site.verb;
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
    if (at == last.topic || !one_of(word(at - 1), {"and", ","})) return false;
    Site site = last;
    site.match = s_.lexicon.match_with(s_.document.tokens, last.verb, i);
    if (!site.match.cue || site.match.cue->act == last.match.cue->act) return false;
    site.noun = i;
    if (!find_topic(s_, site, end_) || site.topic > i + 3) return false;
    site.match.first = at;
    sites_.push_back(site);
    return true;
  }

  // What is told, and what is only content, occasion or description.
  bool is_told(const Site& site) const {
    const Index verb = site.verb;
    if (verb == kNone || verb < first_ || verb >= end_) return false;
    const Token& token = s_.at(verb);
    const bool by_verb = site.match.words == 1 || site.match.first == verb;
    if (by_verb && ((token.upos != "VERB" && token.xpos != "VBD") || (one_of(token.deprel, {"amod", "compound", "case", "mark", "fixed"}) && site.match.words == 1))) return false;
    if (by_verb && before_is(verb, {"the", "a", "an", "its", "their", "his", "our", "-", "of", "newly", "previously"})) return false;
    if (is_hidden(verb)) return false;
    const Standing standing = standing_of(site);
    if (standing == Standing::content) return false;
    return (standing == Standing::broken_out || on_main_line(site)) && subject_fits(site);
  }

  /// "after agreeing", "if X urges", "had discussed"
  bool is_hidden(Index verb) const {
    return std::ranges::any_of(tree_.children(verb), [&](Index c) {
      const bool marks = tree_.is(c, "mark") && c < verb && s_.lexicon.is(word(c), "hidden");
      return marks || (tree_.is_kind(c, "aux") && word(c) == "had" && c < verb);
    });
  }

  enum class Standing : uint8_t { free, broken_out, content };
  Standing standing_of(const Site& site) const {
    for (auto earlier = sites_.rbegin(); earlier != sites_.rend(); ++earlier) {
      if (site.match.first < earlier->match.last || site.match.first == earlier->topic) return Standing::content;
      const Index branch = tree_.branch(site.verb, earlier->verb);
      if (branch == kNone || branch < earlier->verb) continue;
      if (tree_.is_kind(branch, "conj") || tree_.is_kind(branch, "parataxis") || tree_.is_kind(branch, "list")) continue;
      if (tree_.is(branch, "advcl") && tree_.is_gerund(branch) && branch == site.verb) continue;
      return breaks_out(site, *earlier) ? Standing::broken_out : Standing::content;
    }
    return Standing::free;
  }

  /// The tree hangs it on the content before, but its form shows that the account goes on: ", reaffirming that",
  /// "and thanked".
  bool breaks_out(const Site& site, const Site& earlier) const {
    const Index verb = site.verb;
    const bool in_clause = earlier.frame == Frame::Kind::that || earlier.frame == Frame::Kind::clause;
    Index at = verb;
    while (at > first_ && (s_.at(at - 1).upos == "ADV" || one_of(word(at - 1), {"while", "also"}))) --at;
    if (tree_.is_gerund(verb)) {
      const bool after_comma = before_is(at, {",", ";"}) || (before_is(at, {"and"}) && at > first_ + 1 && one_of(word(at - 2), {",", ";"}));
      const bool with_that = site.match.last < end_ && word(site.match.last) == "that";
      return after_comma && (!in_clause || with_that) && one_of(s_.at(verb).deprel, {"acl", "advcl", "conj", "parataxis", "xcomp"}) && !(s_.at(verb).deprel == "conj" && before_is(at, {"and"}) && !with_that && one_of(word(at - 2), {","}));
    }
    const bool past = s_.at(verb).xpos == "VBD" || (s_.at(verb).xpos == "VBN" && !site.passive && (s_.at(verb).deprel == "conj" || site.match.words > 1));
    if (!past) return false;
    const Index above = tree_.head(verb);
    const auto own = tree_.child(verb, "nsubj");
    if (own && *own < verb) {
      const Index left = tree_.left(*own);
      return !tree_.is_kind(verb, "acl") && !tree_.is_kind(verb, "ccomp") && s_.is_personal(*own) && left > first_ && one_of(word(left - 1), {"and", ";", ",", "while"}) && (!in_clause || word(left - 1) == ";" || (left > first_ + 1 && one_of(word(left - 2), {","})));
    }
    const bool joined = before_is(at, {"and", ";", ","});
    const auto doer = above == kNone ? std::nullopt : tree_.child(above, "nsubj");
    const bool thing = doer && !s_.is_personal(*doer);  // "that a ceasefire was vital and offered support"
    const bool odd = above != kNone && (!tree_.is_finite(above) || s_.at(above).upos != "VERB" || thing);
    return joined && (tree_.is_kind(verb, "conj") || tree_.is_kind(verb, "parataxis") || tree_.is_kind(verb, "acl") || tree_.is_kind(verb, "amod")) && (odd || !in_clause);
  }

  bool on_main_line(const Site& site) const {
    const Index verb = site.verb;
    const bool helped = std::ranges::any_of(tree_.children(verb), [&](Index c) { return tree_.is_kind(c, "aux"); });
    const bool infinitive = (s_.at(verb).xpos == "VB" && !helped) || before_is(verb, {"to"}) || (verb > first_ + 1 && s_.at(verb - 1).upos == "ADV" && word(verb - 2) == "to");
    if (infinitive && !is_conj_of_told(verb)) return purpose_of_gathering(verb);
    Index at = verb;
    for (int step = 0; step < kDeepest && at != kNone; ++step) {
      const Token& token = s_.at(at);
      const Index above = token.head;
      if (tree_.is_kind(at, "nsubj") || tree_.is_kind(at, "csubj") || (above != kNone && tree_.is_kind(at, "obl") && tree_.is_verb(at) && at != verb)) return false;
      if (token.deprel == "acl:relcl" && (above == kNone || !s_.is_personal(above) || is_topic(above))) return false;
      const bool bare_participle = token.deprel == "acl" && !(tree_.is_gerund(at) && before_is(tree_.left(at), {","})) && !talk_held(at) && !reads_as_participle(s_, at);
      if (bare_participle && !breaks_after(at)) return false;
      if (tree_.is_kind(at, "ccomp") && above != kNone && !is_site_conj(at)) return false;
      at = above;
    }
    return true;
  }
  bool is_topic(Index token) const {
    return std::ranges::any_of(sites_, [&](const Site& s) { return token >= s.topic; });
  }
  bool breaks_after(Index at) const {
    return !sites_.empty() && std::ranges::any_of(sites_, [&](const Site& s) { return tree_.below(at, s.verb) && at != s.verb; }) && before_is(at, {",", "and"});
  }
  bool is_site_conj(Index at) const { return std::ranges::any_of(sites_, [&](const Site& s) { return tree_.below(at, s.verb); }); }
  bool talk_held(Index at) const { return tree_.head(at) != kNone && s_.lexicon.is(s_.at(tree_.head(at)), "talk"); }
  bool is_conj_of_told(Index verb) const {
    const Index above = tree_.head(verb);
    return above != kNone && tree_.is_kind(verb, "conj") && std::ranges::any_of(sites_, [&](const Site& s) { return s.verb == above; });
  }
  /// "met to discuss", "took the opportunity to thank", "continued to urge"
  bool purpose_of_gathering(Index verb) const {
    Index at = verb;
    for (int step = 0; step < 6 && at != kNone; ++step) {
      const Index above = tree_.head(at);
      if (above == kNone) return at != verb && s_.lexicon.is(s_.at(at), "gathering");
      if (tree_.is_kind(at, "acl:relcl") || tree_.is_kind(at, "ccomp") || tree_.is_kind(at, "nsubj")) return false;
      if (s_.lexicon.is(s_.at(above), "gathering")) return !is_another_event(above);
      if (s_.lexicon.is(s_.at(above), "occasion")) return true;
      if (std::ranges::any_of(sites_, [&](const Site& s) { return s.verb == above; })) return false;
      if (tree_.is_noun(above) && !s_.lexicon.is(s_.at(above), "occasion") && tree_.is(at, "acl")) return false;
      at = above;
    }
    return false;
  }

  /// "has met with ... since May", or an encounter that the release only refers to.
  bool is_another_event(Index verb) const {
    const auto perfect = [&](Index c) { return tree_.is_kind(c, "aux") && one_of(word(c), {"has", "have", "had"}) && c < verb; };
    if (std::ranges::any_of(tree_.children(verb), perfect)) return true;
    const Span& span = s_.at(verb).span;
    const auto tells = [&](const Event& e) { return std::ranges::any_of(e.evidence, [&](const Span& x) { return x.overlaps(span); }); };
    const auto& events = s_.document.events;
    const bool main = std::ranges::any_of(events, [&](const Event& e) { return e.main && tells(e); });
    return !main && std::ranges::any_of(events, [&](const Event& e) { return !e.main && e.status == Status::happened && tells(e); });
  }

  bool subject_fits(const Site& site) const {
    const Cue& cue = *site.match.cue;
    if (cue.has(Cue::sides) || cue.has(Cue::none) || cue.has(Cue::told)) return true;
    if (site.passive) return !cue.has(Cue::talks) && (cue.frames.front().kind != Frame::Kind::here || subject_is_talk(site.verb));
    const Index subject = subject_of(s_, site.voice);
    if (subject == kNone && site.verb == first_) return !tree_.is_gerund(site.verb) && s_.at(site.verb).xpos != "VB";
    if (subject == kNone) return !cue.has(Cue::talks) && (site.verb > first_ + 1 || tree_.is_gerund(site.verb)) && has_person_before(site.verb);
    const bool talk = s_.lexicon.is(s_.at(subject), "talk") && !s_.mention_over(subject);
    if (cue.has(Cue::talks)) return talk;
    if (talk) return cue.act == PointAct::discussed;
    return s_.is_personal(subject);
  }
  bool subject_is_talk(Index verb) const {
    const Index subject = subject_of(s_, verb);
    return subject != kNone && s_.lexicon.is(s_.at(subject), "talk");
  }
  bool has_person_before(Index verb) const {
    for (Index i = first_; i < verb; ++i) {
      if (s_.is_personal(i)) return true;
    }
    return tree_.is_gerund(verb);
  }

  // Each topic ends where the clause of the next cue begins.
  void set_limits() {
    Index limit = end_;
    for (size_t k = sites_.size(); k-- > 0;) {
      Site& site = sites_[k];
      if (site.frame == Frame::Kind::subject) {
        site.limit = clause_begin(site.verb, site.match.first, tree_.right(*tree_.child(site.verb, "nsubj")));
        limit = site.topic;
        continue;
      }
      site.limit = std::max(limit, site.topic + 1);
      site.limit = trimmed(site.topic, std::min(site.limit, next_clause(site, site.limit)));
      limit = clause_begin_of(site);
    }
  }
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
      if (word(i) == ";" && site.frame != Frame::Kind::object) return i;
    }
    return limit;
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
  const Index first_, end_;
  const std::vector<bool>& closed_;
  std::vector<Site> sites_;
};

}  // namespace

std::vector<Site> find_sites(const Setting& setting, const Sentence& sentence, const std::vector<bool>& closed) {
  return Finder(setting, sentence, closed).run();
}

Index subject_of(const Setting& setting, Index verb) {
  const Tree& tree = setting.tree;
  Index at = verb;
  for (int step = 0; step < kDeepest && at != kNone; ++step) {
    if (const auto subject = tree.child(at, "nsubj"); subject && setting.at(*subject).deprel != "nsubj:outer") {
      const std::string& word = setting.at(*subject).lower;
      if (!one_of(word, {"who", "which", "that"})) return *subject;
      if (tree.is(at, "acl:relcl")) return tree.head(at);
    }
    // "The discussion focused on ...", read as a noun with a participle.
    const Index above = tree.head(at);
    if (reads_as_participle(setting, at)) return above;
    const bool shares = tree.is_kind(at, "conj") || tree.is_kind(at, "xcomp") || tree.is_kind(at, "advcl") || tree.is_kind(at, "parataxis") || tree.is_kind(at, "ccomp") || tree.is_kind(at, "acl") || tree.is_kind(at, "obl") || tree.is_kind(at, "obj") || tree.is_kind(at, "nmod");
    if (!shares) return kNone;
    at = tree.head(at);
  }
  return kNone;
}

}  // namespace chancery::points
