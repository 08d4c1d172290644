#include "stages/points/frames.hpp"

#include <algorithm>

#include "base/one_of.hpp"

namespace chancery::points {
namespace {

constexpr Index kFarthest = 30;  ///< tokens between a cue and the word that opens its topic

constexpr Index kFarthestTold = 120;  ///< the same where a list of those who tell stands between

class FrameReader {
 public:
  FrameReader(const Setting& setting, const Site& site, Index end)
      : s_(setting), tree_(setting.tree), site_(site), after_(site.match.last), end_(end), near_(std::min<Index>(end, after_ + (site.match.cue->has(Cue::told) ? kFarthestTold : kFarthest))) {}

  std::optional<Index> start(const Frame& frame) const {
    switch (frame.kind) {
      case Frame::Kind::object: return object();
      case Frame::Kind::that: return that();
      case Frame::Kind::clause: return clause();
      case Frame::Kind::infinitive: return to_what(past_company());
      case Frame::Kind::whom_and_infinitive: return begins_phrase(after_) && to_verb(after_) ? std::optional(after_) : std::nullopt;
      case Frame::Kind::infinitive_after_whom: return to_verb(after_);
      case Frame::Kind::subject: return subject();
      case Frame::Kind::here: return here();
      case Frame::Kind::preposition: return preposition(frame.preposition);
    }
    return std::nullopt;
  }

  /// The subject of a passive or of "topped the agenda".
  std::optional<Index> subject() const {
    const auto subject = tree_.child(site_.verb, "nsubj");
    if (!subject || *subject > site_.verb || is_empty(*subject)) return std::nullopt;
    Index first = tree_.left(*subject);
    while (first < *subject && one_of(s_.at(first).upos, {"CCONJ", "PUNCT"})) ++first;
    return first;
  }

 private:
  const std::string& word(Index i) const { return s_.at(i).lower; }
  bool is(Index i, std::initializer_list<std::string_view> words) const { return i < end_ && one_of(word(i), words); }
  bool is_empty(Index i) const { return s_.lexicon.is(word(i), "empty") && s_.at(i).upos == "PRON" && !tree_.child(i, "acl"); }
  bool begins_phrase(Index i) const {
    return i < end_ && (one_of(s_.at(i).upos, {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"}) || (s_.at(i).upos == "VERB" && (s_.at(i).deprel == "amod" || s_.at(i).xpos == "VBN")));
  }
  /// Past adverbs and asides such as "in particular," after the cue.
  Index past_adverbs(Index i) const {
    const bool manner = is(i, {"in", "at"}) && is(i + 1, {"detail", "length", "depth", "particular", "general"});
    if (manner) i += is(i + 2, {","}) ? 3 : 2;
    while (i < near_ && ((s_.lexicon.is(word(i), "adverb") && s_.at(i).upos != "ADJ") || (word(i) == "," && i > after_ && s_.lexicon.is(word(i - 1), "adverb")))) ++i;
    return i;
  }
  /// Past "with his counterpart" right after the cue.
  Index past_company() const {
    Index i = past_adverbs(after_);
    if (!is(i, {"with", "between", "among", "during", "at", "in", "by", "within"})) return i;
    const Index noun = tree_.head(i);
    if (noun == kNone || noun < i || noun >= near_) return i;
    return past_adverbs(std::min(near_, end_of_name(noun)));
  }
  /// One past a phrase that may be a name with an office before or behind it.
  Index end_of_name(Index noun) const {
    Index last = noun;
    while (last + 1 < near_ && s_.mention_over(last + 1) && !is(last + 1, {"to", "on", "that"})) ++last;
    return std::max(last, std::min(tree_.right(noun), last)) + 1;
  }
  /// What no topic stands behind.
  bool is_wall(Index i) const {
    if (is(i, {";", ":", ".", "?", "!"})) return true;
    return s_.at(i).upos == "VERB" && tree_.is_finite(i) && s_.at(i).deprel != "acl:relcl" && i > site_.verb;
  }

  std::optional<Index> object() const {
    const Index next = past_adverbs(after_);
    if (next >= end_ || is(next, {",", ".", ";", "\"", "that"})) return std::nullopt;
    std::optional<Index> noun;
    for (const Index c : tree_.children(site_.match.words > 1 && site_.noun != site_.verb ? site_.noun : site_.verb)) {
      const bool governed = tree_.is_kind(c, "obj") || tree_.is_kind(c, "ccomp") || tree_.is_kind(c, "xcomp");
      if (!noun && governed && tree_.left(c) >= after_ && !has_case(c)) noun = c;
    }
    Index start = noun ? tree_.left(*noun) : next;
    // What stands right behind the cue is its object, whatever the tree says, unless a preposition governs it.
    if (start > next && (begins_phrase(next) || tree_.is_gerund(next)) && !one_of(s_.at(next).deprel, {"obl:unmarked", "obl:tmod", "advmod"})) start = next;
    if (start != next && !noun) return std::nullopt;
    const bool phrase = begins_phrase(start) || tree_.is_gerund(start) || s_.at(start).upos == "ADV" || s_.at(start).upos == "VERB" || is(start, {"how", "what", "whether", "why", "both", "$"});
    if (!phrase || is(start, {"to"})) return std::nullopt;
    const Index head = tree_.top_within(start, start, end_);
    if (is_empty(head) || is_person(start, head)) return std::nullopt;
    return start;
  }
  bool has_case(Index noun) const {
    const auto preposition = tree_.child(noun, "case");
    return preposition && *preposition < noun && s_.at(*preposition).upos == "ADP";
  }
  /// Someone is no topic: "welcomed the Prime Minister".
  bool is_person(Index start, Index head) const {
    const Mention* mention = s_.mention_over(head);
    if (!mention) mention = s_.mention_over(start);
    if (!mention) return site_.match.cue->has(Cue::hearer) && s_.is_personal(head);
    const auto [first, last] = s_.document.tokens_in(mention->span);
    const bool owner = last < end_ && is(last, {"'s", "'"});
    if (site_.match.cue->has(Cue::hearer) && !owner && first <= head && head < last) return true;
    const bool person = s_.document.entities[mention->entity].type == MentionType::person || mention->form == Form::pronoun || mention->type == MentionType::office;
    return person && !owner && first <= head && head < last;
  }

  std::optional<Index> that() const {
    const Index next = past_adverbs(after_);
    if (is(next, {"how", "whether", "why"})) return next;
    if (is(next, {"that"}) && next + 1 < end_ && s_.at(next).upos != "DET" ) return next + 1;
    const bool hearer = next < end_ && site_.match.cue->has(Cue::hearer) && s_.is_personal(next);
    for (Index i = next; i < near_; ++i) {
      if (is_wall(i) || s_.at(i).xpos == "VBG") return std::nullopt;
      if (word(i) != "that" || s_.at(i).upos != "SCONJ" || i + 1 >= end_) continue;
      const Index clause = tree_.head(i);
      const Index above = clause == kNone ? kNone : tree_.head(clause);
      const bool own = above == site_.verb || above == site_.noun;
      const bool after_aside = i < next + 12 && is(next, {"to", ",", "in", "with", "during"});
      return own || hearer || after_aside ? std::optional(i + 1) : std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<Index> clause() const {
    for (const Index c : tree_.children(site_.verb)) {
      const bool close = tree_.left(c) >= after_ && tree_.left(c) <= after_ + 1;
      if (tree_.is_kind(c, "ccomp") && close && (tree_.child(c, "nsubj") || tree_.child(c, "expl")) && !is(tree_.left(c), {"to", "\"", ",", "that"})) return tree_.left(c);
    }
    return std::nullopt;
  }

  /// First token after "to" where a verb follows it; "not" stays with what it negates.
  std::optional<Index> infinitive(Index at) const {
    if (is(at, {"not"}) && is(at + 1, {"to"})) return at;
    if (!is(at, {"to"})) return std::nullopt;
    Index verb = at + 1;
    while (verb < near_ && s_.at(verb).upos == "ADV") ++verb;
    const bool plain = verb < near_ && (s_.at(verb).upos == "VERB" || s_.at(verb).upos == "AUX") && s_.at(verb).xpos != "VBG";
    return plain ? std::optional(at + 1) : std::nullopt;
  }
  /// "agreed to meet", "committed to peace", "to meeting again"
  std::optional<Index> to_what(Index at) const {
    if (const auto verb = infinitive(at)) return verb;
    if (!is(at, {"to"}) || at + 1 >= end_ || !(begins_phrase(at + 1) || tree_.is_gerund(at + 1))) return std::nullopt;
    const Index head = tree_.top_within(at + 1, at + 1, end_);
    return is_empty(head) || is_person(at + 1, head) ? std::nullopt : std::optional(at + 1);
  }
  std::optional<Index> to_verb(Index from) const {
    for (Index i = from; i < near_; ++i) {
      if (is_wall(i)) return std::nullopt;
      if (const auto start = infinitive(i)) return start;
    }
    return std::nullopt;
  }

  std::optional<Index> here() const {
    const Index next = past_adverbs(after_);
    if (next >= end_ || is(next, {",", ".", ";", ":", "and", "\"", "with", "to", "by"})) return std::nullopt;
    const Index head = tree_.top_within(next, next, end_);
    if (is_empty(head) || is_time(next)) return std::nullopt;
    return next;
  }

  std::optional<Index> preposition(std::string_view wanted) const {
    const Index reach = wanted == "of" ? std::min<Index>(near_, past_adverbs(after_) + 1) : near_;
    for (Index i = after_; i < reach; ++i) {
      if (is_wall(i) || one_of(s_.at(i).deprel, {"acl:relcl"}) || (word(i) == "that" && s_.at(i).upos == "SCONJ")) return std::nullopt;
      if (word(i) != wanted || i + 1 >= end_ || one_of(s_.at(i).upos, {"VERB", "NOUN", "ADV"}) || within_name(i) || opens_other(i)) continue;
      const bool to_verb = wanted == "to" && s_.at(i + 1).upos == "VERB" && s_.at(i + 1).xpos != "VBG";
      const Index start = past_adverbs(i + 1);
      if (to_verb || start >= end_ || is_time(start) || is_empty(tree_.top_within(start, start, end_))) continue;
      if (wanted == "to" && is_person(start, tree_.top_within(start, start, end_))) continue;
      return start;
    }
    return std::nullopt;
  }
  /// "Minister for Foreign Affairs"
  bool within_name(Index i) const {
    if (i == 0) return false;
    const Mention* mention = s_.mention_over(i);
    if (!mention || mention->type == MentionType::group || mention->span.begin >= s_.at(i).span.begin || mention->span.end <= s_.at(i).span.end) return false;
    const Index last = s_.document.tokens_in(mention->span).second;
    return !is(last, {"'s", "'"});  // "thanked the Prime Minister for Poland's help"
  }
  /// Prepositions of time, place and occasion: "on the margins of", "at the request of", "for the first time".
  bool opens_other(Index i) const {
    if (is(i, {"for", "of", "about"})) return is(i + 1, {"the", "his", "her", "its", "their", "our"}) && (is(i + 2, {"part"}) || (is(i + 2, {"first", "second", "third"}) && is(i + 3, {"time"})));
    const Index noun = is(i + 1, {"the", "his", "her", "its", "their", "our"}) ? i + 2 : i + 1;
    if (is(noun, {"margins", "sidelines", "occasion", "eve", "basis", "part", "behalf", "ground", "phone", "telephone", "side", "initiative", "request", "way", "context", "framework", "course", "invitation", "point", "floor"})) return noun > i + 1 || is(noun, {"behalf", "phone"});
    return false;
  }
  bool is_time(Index start) const {
    const Index head = tree_.top_within(start, start, end_);
    const auto covers = [&](const Timex& t) { return t.span.part == s_.at(head).span.part && t.span.begin <= s_.at(start).span.begin && s_.at(head).span.begin < t.span.end; };
    const Span& at = s_.at(start).span;
    const auto first = std::ranges::partition_point(s_.document.times, [&](const Timex& t) { return t.span.part < at.part || (t.span.part == at.part && t.span.end <= at.begin); });
    // "for many years of cooperation" tells of more than a time.
    return first != s_.document.times.end() && covers(*first) && std::ranges::none_of(tree_.children(head), [&](Index c) { return c > head && tree_.is(c, "nmod"); });
  }

  const Setting& s_;
  const Tree& tree_;
  const Site& site_;
  const Index after_, end_, near_;
};

}  // namespace

bool find_topic(const Setting& setting, Site& site, Index end) {
  const FrameReader reader(setting, site, end);
  const Cue& cue = *site.match.cue;
  const Index next = site.match.last;
  const bool state = cue.frames.front().kind == Frame::Kind::here && next < end && one_of(setting.at(next).upos, {"DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM", "VERB"});
  const Frame::Kind kind = cue.frames.front().kind;
  const bool of_object = !state && (kind == Frame::Kind::object || kind == Frame::Kind::that || kind == Frame::Kind::here);
  if (site.passive && of_object && !cue.has(Cue::hearer) && !cue.has(Cue::told) && site.match.first == site.verb) {
    if (const auto start = reader.subject()) {
      site.frame = Frame::Kind::subject;
      site.topic = *start;
      return true;
    }
  }
  for (const Frame& frame : cue.frames) {
    if (const auto start = reader.start(frame); start && *start < end) {
      site.frame = frame.kind;
      site.preposition = frame.preposition;
      if (frame.kind == Frame::Kind::here && setting.at(site.match.last - 1).upos == "ADP") site.preposition = setting.at(site.match.last - 1).lower;
      site.topic = *start;
      return true;
    }
  }
  // "They discussed:" before a list of items.
  const bool opens_items = site.match.last + 1 == end && setting.at(site.match.last).lower == ":";
  if (opens_items) site.topic = site.match.last;
  return opens_items;
}

}  // namespace chancery::points
