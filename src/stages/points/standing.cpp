#include "stages/points/standing.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "stages/points/subject.hpp"

namespace chancery::points {
namespace {

constexpr int kDeepest = 40;  ///< steps up a tree

class Account {
 public:
  Account(const Setting& setting, const Sentence& sentence, const std::vector<Site>& before)
      : s_(setting), tree_(setting.tree), first_(sentence.first), end_(sentence.last), sites_(before) {}

  bool told(const Site& site) const {
    const Index verb = site.verb;
    if (verb == kNone || verb < first_ || verb >= end_) return false;
    const Token& token = s_.at(verb);
    const bool by_verb = site.match.words == 1 || site.match.first == verb;
    if (by_verb && ((token.upos != "VERB" && token.xpos != "VBD") || (one_of(token.deprel, {"amod", "compound", "case", "mark", "fixed"}) && site.match.words == 1))) return false;
    if (by_verb && before_is(verb, {"the", "a", "an", "its", "their", "his", "our", "-", "of", "newly", "previously"})) return false;
    if (is_hidden(verb) || (tree_.is_gerund(verb) && before_is(verb, {"in", "of", "for", "from", "to", "on", "at", "without", "towards", "about"}))) return false;
    const bool meeting = site.match.words > 1 && site.match.first == verb && s_.lexicon.is(token, "gathering");
    if (meeting && tells_another_event(verb)) return false;
    const Standing place = standing(site);
    if (place == Standing::content) return false;
    return (place == Standing::broken_out || on_main_line(site)) && subject_fits(site);
  }

  /// "after agreeing", "if X urges", "had discussed"
  bool is_hidden(Index verb) const {
    return std::ranges::any_of(tree_.children(verb), [&](Index c) {
      const bool marks = tree_.is(c, "mark") && c < verb && s_.lexicon.is(word(c), "hidden");
      return marks || (tree_.is_kind(c, "aux") && word(c) == "had" && c < verb);
    });
  }

  Standing standing(const Site& site) const {
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
    return joined && (tree_.is_kind(verb, "conj") || tree_.is_kind(verb, "parataxis") || tree_.is_kind(verb, "acl") || tree_.is_kind(verb, "amod")) && (odd || !in_clause || (site.match.last < end_ && word(site.match.last) == "that"));
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
      const bool inside_topic = !sites_.empty() && above > sites_.back().topic && s_.at(above).xpos != "VBD";
      if (inside_topic) return false;
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
    return std::ranges::any_of(tree_.children(verb), perfect) || tells_another_event(verb);
  }
  bool tells_another_event(Index verb) const {
    const Span& span = s_.at(verb).span;
    const auto tells = [&](const Event& e) { return std::ranges::any_of(e.evidence, [&](const Span& x) { return x.overlaps(span); }); };
    const auto& events = s_.document.events;
    const bool main = std::ranges::any_of(events, [&](const Event& e) { return e.main && tells(e); });
    return !main && std::ranges::any_of(events, [&](const Event& e) { return !e.main && e.status == Status::happened && tells(e); });
  }

  bool subject_fits(const Site& site) const {
    const Cue& cue = *site.match.cue;
    if (cue.has(Cue::sides) || cue.has(Cue::none) || cue.has(Cue::told)) return true;
    if (site.passive) return !cue.has(Cue::talks) && (cue.frames.front().kind != Frame::Kind::here || subject_is_talk(site.verb) || !governs_phrase(site));
    const Index subject = subject_of(s_, site.voice);
    if (subject == kNone && site.verb == first_) return !tree_.is_gerund(site.verb) && s_.at(site.verb).xpos != "VB";
    if (subject == kNone) return !cue.has(Cue::talks) && (site.verb > first_ + 1 || tree_.is_gerund(site.verb)) && has_person_before(site.verb);
    const bool talk = s_.lexicon.is(s_.at(subject), "talk") && !s_.mention_over(subject);
    if (cue.has(Cue::talks)) return talk;
    if (talk) return cue.act == PointAct::discussed;
    return s_.is_personal(subject);
  }
  /// "are focused on X" tells of a state; "were touched upon" does not.
  bool governs_phrase(const Site& site) const {
    const Index next = site.match.last;
    return next < end_ && one_of(s_.at(next).upos, {"DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM", "VERB"});
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

 private:
  const std::string& word(Index i) const { return s_.at(i).lower; }
  bool before_is(Index i, std::initializer_list<std::string_view> words) const { return i > first_ && one_of(word(i - 1), words); }

  const Setting& s_;
  const Tree& tree_;
  const Index first_, end_;
  const std::vector<Site>& sites_;
};

}  // namespace

Standing standing_of(const Setting& setting, const Sentence& sentence, const std::vector<Site>& before, const Site& site) {
  return Account(setting, sentence, before).standing(site);
}

bool is_told(const Setting& setting, const Sentence& sentence, const std::vector<Site>& before, const Site& site) {
  return Account(setting, sentence, before).told(site);
}

}  // namespace chancery::points
