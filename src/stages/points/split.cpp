#include "stages/points/split.hpp"

#include <algorithm>

#include "base/one_of.hpp"

namespace chancery::points {
namespace {

/// A place where a further topic may begin.
struct Joint {
  Index separator = 0;    ///< first token of what parts it from the topic before
  Index first = 0;        ///< first token of the topic
  Index head = 0;         ///< its head
  bool semicolon = false, comma = false, as_well_as = false;
  bool repeated = false;  ///< its preposition, "that" or "to" is said again
  bool listing = false;   ///< opened by "including"
};

class Splitter {
 public:
  Splitter(const Setting& setting, const Site& site) : s_(setting), tree_(setting.tree), site_(site), first_(site.topic), end_(site.limit) {}

  std::vector<Range> run() {
    first_ = past_opening(first_);
    if (first_ >= end_) return {};
    const std::vector<Joint> joints = all_joints();
    for (const Joint& joint : joints) last_joint_ = joint.separator;
    find_spine();
    std::vector<Joint> kept = by_semicolons(joints);
    if (kept.empty()) kept = by_tree(joints);
    return ranges(kept);
  }

 private:
  const std::string& word(Index i) const { return s_.at(i).lower; }
  bool is(Index i, std::initializer_list<std::string_view> words) const { return i < end_ && one_of(word(i), words); }

  /// "the fact that X", "both X": the topic is X.
  Index past_opening(Index i) const {
    while (i + 1 < end_ && s_.at(i).upos == "PUNCT" && word(i) == ",") ++i;
    if (is(i, {"the"}) && is(i + 1, {"fact"}) && is(i + 2, {"that"})) return i + 3;
    if (is(i, {"both"})) return i + 1;
    return i;
  }

  std::vector<Joint> all_joints() const {
    std::vector<Joint> found;
    int brackets = 0;
    for (Index i = first_ + 1; i + 1 < end_; ++i) {
      if (is(i, {"(", "["})) ++brackets;
      if (is(i, {")", "]"})) --brackets;
      if (brackets > 0) continue;
      Joint joint;
      joint.separator = i;
      Index at = i;
      if (is(at, {";", ","})) {
        joint.semicolon = is(at, {";"});
        joint.comma = is(at, {","});
        ++at;
      }
      if (is(at, {"as"}) && is(at + 1, {"well"}) && is(at + 2, {"as"})) {
        joint.as_well_as = true;
        at += 3;
      } else if (is(at, {"along", "together"}) && is(at + 1, {"with"}) && joint.comma) {
        joint.as_well_as = true;
        at += 2;
      } else if (is(at, {"and", "but", "or"})) {
        ++at;
      }
      if (at == i) continue;
      const Index before_aside = at;
      at = past_aside(at);
      // ", in particular the negative impact"
      joint.listing = joint.comma && before_aside == i + 1 && at == before_aside + 2 && is(before_aside, {"in"}) && at < end_ && s_.at(at).upos == "DET";
      if (opens_list(at)) {
        joint.listing = true;
        ++at;
        if (is(at, {",", ":"})) ++at;
      }
      at = past_repeated(at, joint);
      if (at >= end_) continue;
      joint.first = at;
      joint.head = tree_.top_within(at, at, end_);
      found.push_back(joint);
      i = std::max(i, at - 1);
    }
    return found;
  }
  /// "and, in particular, X", "and also X"
  Index past_aside(Index at) const {
    const Index start = at;
    if (is(at, {","})) ++at;
    if (is(at, {"in"}) && is(at + 1, {"particular", "general"})) at += 2;
    else if (is(at, {"also", "then", "finally", "thus", "ultimately", "especially", "specifically"}) && at > start) ++at;
    else if (is(at, {"also", "finally"})) ++at;
    else return start;
    if (is(at, {","})) ++at;
    return at;
  }
  bool opens_list(Index at) const { return at < end_ && s_.lexicon.is(word(at), "listing") && !is(at + 1, {"in", "on", "by", "through", "at", "for", "with", "when", "as", "within", "from", "via", "under", "during", "to", "following", "after"}); }
  Index past_repeated(Index at, Joint& joint) const {
    const bool preposition = !site_.preposition.empty() && is(at, {site_.preposition});
    const bool that = site_.frame == Frame::Kind::that && is(at, {"that"});
    const bool to = is(at, {"to"}) && (site_.frame == Frame::Kind::infinitive || site_.frame == Frame::Kind::infinitive_after_whom || site_.frame == Frame::Kind::whom_and_infinitive);
    const bool of_light = is(at, {"of", "to", "for", "in", "on", "about", "that"}) && light_preposition(at);
    if (!preposition && !that && !to && !of_light) return at;
    joint.repeated = true;
    return at + 1;
  }
  /// "the importance of X and of Y": the same preposition opens the complement of the topic's light head.
  bool light_preposition(Index at) const {
    const Index head = tree_.top_within(first_, first_, end_);
    if (!s_.lexicon.is(s_.at(head), "light")) return false;
    for (Index i = head + 1; i < std::min(at, head + 3); ++i) {
      if (word(i) == word(at)) return true;
    }
    return false;
  }

  // The spine: tokens on which a further topic may hang; depth 0 is the head of the whole.
  void find_spine() {
    Index head = tree_.top_within(first_, first_, end_);
    // "continued work", read as a verb and its object.
    const bool misread = s_.at(head).xpos == "VBN" && head == first_ && head + 1 < end_ && tree_.is_noun(head + 1);
    if (misread) head = tree_.top_within(head + 1, head + 1, end_);
    spine_.assign(1, head);
    for (int step = 0; step < 8; ++step) {
      const bool light = s_.lexicon.is(s_.at(head), tree_.is_noun(head) || s_.at(head).upos == "ADJ" ? "light" : "catenative");
      if (!light) break;
      const auto next = std::ranges::find_if(tree_.children(head), [&](Index c) { return c > head && c < end_ && announced(c); });
      if (next == tree_.children(head).end()) break;
      head = *next;
      spine_.push_back(head);
    }
  }
  bool announced(Index child) const {
    for (const auto* relation : {"nmod", "acl", "xcomp", "ccomp", "obl", "obj", "advcl"}) {
      if (tree_.is_kind(child, relation)) return !tree_.is_kind(child, "acl:relcl") && !tree_.is_participle(child);
    }
    return false;
  }
  size_t depth_of(Index token) const {
    return static_cast<size_t>(std::ranges::find(spine_, token) - spine_.begin());
  }
  bool on_spine(Index token) const { return token == site_.verb || token == site_.noun || depth_of(token) < spine_.size(); }

  /// Where semicolons part long topics, nothing else does.
  std::vector<Joint> by_semicolons(const std::vector<Joint>& joints) const {
    std::vector<Joint> kept;
    for (const Joint& joint : joints) {
      if (joint.semicolon) kept.push_back(joint);
    }
    return kept;
  }

  std::vector<Joint> by_tree(const std::vector<Joint>& joints) {
    std::vector<Joint> kept;
    const bool long_list = std::ranges::count_if(joints, [](const Joint& j) { return j.comma; }) >= 2;
    bool in_list = false;
    for (const Joint& joint : joints) {
      if (ends_account(joint)) {
        end_ = joint.separator;
        break;
      }
      const bool accept = joint.listing ? lists_topics(joint) : in_list ? in_same_list(joint) : parts(joint, long_list);
      if (!accept) continue;
      if (joint.listing) {
        in_list = true;
        list_head_ = joint.head;
      }
      kept.push_back(joint);
      spine_.push_back(joint.head);
    }
    return with_plain_members(kept, joints);
  }

  /// "recognised the progress and planned to meet": a finite verb goes on with the account, not with the topic.
  bool ends_account(const Joint& joint) const {
    if (site_.frame == Frame::Kind::that || site_.frame == Frame::Kind::clause || joint.listing) return false;
    const Token& token = s_.at(joint.first);
    const bool finite = token.xpos == "VBD" || (token.xpos == "VBN" && token.deprel == "conj" && tree_.child(joint.first, "obj"));
    return finite && token.upos == "VERB" && tree_.is_kind(joint.first, "conj") && tree_.head(joint.first) <= site_.verb;
  }

  bool lists_topics(const Joint& joint) const {
    if (site_.frame == Frame::Kind::that || site_.frame == Frame::Kind::clause) return false;
    const PointAct act = site_.match.cue->act;
    if (act != PointAct::discussed && act != PointAct::agreed && act != PointAct::raised && act != PointAct::informed) return false;
    for (Index i = joint.separator; i-- > first_;) {
      if (!tree_.is_noun(i)) continue;
      return !s_.lexicon.is(s_.at(i), "container") || depth_of(i) == 0 || !(word(i).ends_with('s') || word(i) == "people");
    }
    return false;
  }
  bool in_same_list(const Joint& joint) const {
    const Index above = tree_.head(joint.head);
    const bool linked = above == list_head_ || on_spine(above) || joint.as_well_as;
    const bool owned = s_.at(joint.first).upos == "PRON" && !joint.comma && above != kNone && s_.at(above).upos == "PROPN";  // "Iran and its proxies"
    return (linked && tree_.is_kind(joint.head, "conj")) || (starts_strongly(joint) && !owned);
  }

  bool starts_strongly(const Joint& joint) const {
    const Token& token = s_.at(joint.first);
    if (tree_.is_gerund(joint.first) && token.deprel != "amod" && token.deprel != "compound") return true;
    if (one_of(token.lower, {"the", "a", "an", "its", "their", "our", "his", "her"})) return true;
    // "Russia's use of ..."
    for (Index i = joint.first + 1; i < std::min(end_, joint.first + 5); ++i) {
      if (s_.at(i).upos == "PART" && one_of(word(i), {"'s", "'"})) return true;
    }
    return false;
  }

  bool parts(const Joint& joint, bool long_list) const {
    const bool shares_complement = s_.at(joint.separator - 1).upos == "ADP";  // "the reasons for and goals of"
    const bool adjectives = s_.at(joint.separator - 1).upos == "ADJ" && s_.at(joint.first).upos == "ADJ" && joint.comma;  // "unprovoked, unjustified"
    if (is_relative(joint) || shares_complement || adjectives) return false;
    const bool clause = site_.frame == Frame::Kind::that || site_.frame == Frame::Kind::clause || is_clause(spine_.front());
    if (joint.repeated && word(joint.first - 1) == "to" && !repeats_own_to(joint)) return false;
    if (joint.repeated) return !clause || word(joint.first - 1) == "that";
    if (clause) return false;
    const Index above = tree_.head(joint.head);
    const bool conj = tree_.is_kind(joint.head, "conj") || (joint.head != joint.first && tree_.is_kind(joint.head, "appos") && list_goes_on(joint)) || tree_.is_kind(joint.head, "list");
    if (joint.as_well_as) return (conj && (on_spine(above) || site_.match.cue->act == PointAct::discussed)) || starts_strongly(joint) || opens_with_preposition(joint);
    if (above == kNone || (above < first_ && above != site_.verb && above != site_.noun) || s_.at(joint.first).upos == "ADP") return false;
    if (conj && on_spine(above)) return splits_spine(joint, above, long_list);
    return strays(joint, above);
  }
  /// "agreed to V and to W", not "working to V and to W" inside the topic.
  bool repeats_own_to(const Joint& joint) const {
    if (joint.comma && is(joint.separator + 1, {"to"})) return false;  // "his counterpart, X, to visit"
    const Index above = tree_.head(joint.head);
    if (above == kNone || above < first_ || on_spine(above)) return true;
    return !(s_.at(above).upos == "VERB" && above > first_ && tree_.has_child(above, "mark", "to"));
  }
  /// "noted his government is sending aid": a clause without "that".
  bool is_clause(Index head) const { return tree_.is_verb(head) && tree_.is_finite(head) && tree_.child(head, "nsubj") && s_.at(head).xpos != "VB"; }
  bool list_goes_on(const Joint& joint) const { return last_joint_ > joint.separator; }
  bool opens_with_preposition(const Joint& joint) const { return s_.at(joint.first).upos == "ADP"; }
  bool is_relative(const Joint& joint) const { return is(joint.first, {"which", "who", "where", "whose", "that", "with", "thereby", "as", "not", "then"}); }

  bool splits_spine(const Joint& joint, Index above, bool long_list) const {
    const bool verb = tree_.is_verb(above) && above != site_.verb;
    const size_t depth = depth_of(above);
    const bool adjacent = joint.separator == above + 1 && !joint.comma;
    if (verb) return !adjacent && (tree_.is_verb(joint.head) || long_list);
    if (depth == 0 || above == site_.verb || above == site_.noun || depth >= spine_.size()) return !adjacent || !shares_opening(joint, above);
    return starts_strongly(joint) && !adjacent;
  }
  /// "their efforts and ongoing partnership", "peace and security": one topic.
  bool shares_opening(const Joint& joint, Index above) const {
    const bool second_opens = starts_strongly(joint);
    const Index left = tree_.left(above);
    const bool first_opens = one_of(s_.at(left).upos, {"DET", "PRON"}) || tree_.child(above, "nmod:poss");
    if (first_opens) return !second_opens;
    return left == above && joint.first == joint.head && tree_.right(joint.head) == joint.head;
  }

  /// "efforts to contain it", "its progress on membership", "concerns about the vote"
  bool announces(const Joint& joint) const {
    const Index next = joint.head + 1;
    return tree_.is_noun(joint.head) && s_.lexicon.is(s_.at(joint.head), "light") && is(next, {"to", "on", "for", "of", "in", "about", "over", "toward", "towards"});
  }

  /// Hung on a noun inside the topic, though it is of another kind: "related to the Republic and the actions it took".
  bool strays(const Joint& joint, Index above) const {
    if (above < first_ || above >= end_ || !tree_.is_kind(joint.head, "conj")) return false;
    const bool finite = s_.at(above).upos == "VERB" && tree_.is_finite(above);
    if (tree_.is_gerund(joint.head)) return finite || (joint.comma && tree_.is_noun(above));
    // "between our countries and efforts to contain": opens like a topic of its own.
    if (announces(joint)) return true;
    const bool common = s_.at(joint.head).upos == "NOUN" && starts_strongly(joint);
    const bool in_list = joint.comma && list_goes_on(joint) && !one_of(word(joint.separator + 1), {"and", "or"});
    return common && (s_.at(above).upos == "PROPN" || in_list) && tree_.right(joint.head) > joint.head;
  }

  /// In a list of which one member is surely a topic, those between are topics too.
  std::vector<Joint> with_plain_members(const std::vector<Joint>& kept, const std::vector<Joint>& joints) const {
    if (kept.empty()) return kept;
    std::vector<Joint> all;
    for (const Joint& joint : joints) {
      const bool known = std::ranges::any_of(kept, [&](const Joint& k) { return k.first == joint.first; });
      const bool before_strong = !known && joint.comma && joint.separator < kept.front().separator && !kept.front().listing && plain_member(joint, kept.front());
      if (known || before_strong) all.push_back(joint);
    }
    return all;
  }
  /// "freedom of navigation, international commerce, and defending mariners": the one in the middle.
  bool plain_member(const Joint& joint, const Joint& next) const {
    if (!next.comma || is_relative(joint) || site_.frame == Frame::Kind::that) return false;
    // "ranging from", "leading to" only describe what stands before.
    if (tree_.is_gerund(joint.first) && one_of(s_.at(joint.first).deprel, {"conj", "advcl", "acl"})) return joint.first + 1 < end_ && s_.at(joint.first + 1).upos != "ADP";
    if (!tree_.is_kind(joint.head, "conj")) return false;
    const bool spans = tree_.right(joint.head) + 1 >= next.separator || joint.head + 1 >= next.separator;
    return spans && tree_.is_noun(joint.head) && tree_.is_gerund(next.first);
  }

  std::vector<Range> ranges(const std::vector<Joint>& joints) const {
    std::vector<Range> out;
    Index first = first_;
    for (const Joint& joint : joints) {
      if (joint.separator > first) out.push_back({first, joint.separator});
      first = joint.first;
    }
    if (first < end_) out.push_back({first, end_});
    for (Range& range : out) {
      while (range.last > range.first + 1 && is(range.last - 1, {",", ";", "and", ":"})) --range.last;
    }
    return out;
  }

  const Setting& s_;
  const Tree& tree_;
  const Site& site_;
  Index first_;
  Index end_;
  Index list_head_ = kNone;
  Index last_joint_ = 0;
  std::vector<Index> spine_;
};

}  // namespace

std::vector<Range> split_topics(const Setting& setting, const Site& site) { return Splitter(setting, site).run(); }

}  // namespace chancery::points
