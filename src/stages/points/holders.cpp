#include "stages/points/holders.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "document/clause.hpp"
#include "document/word.hpp"
#include "stages/points/subject.hpp"

namespace chancery::points {
namespace {

constexpr size_t kMostSides = 40;  ///< more are guests at an event, not those who hold a talk

void add_once(std::vector<Holder>& holders, const Holder& one) {
  const auto same = [&](const Holder& h) { return h.entity == one.entity && h.words == one.words; };
  if (std::ranges::none_of(holders, same)) holders.push_back(one);
}

}  // namespace

Holders::Holders(const Setting& setting) : s_(setting) { find_sides(); }

void Holders::find_sides() {
  const Document& d = s_.document;
  const auto add = [&](Index entity) {
    if (entity != kNone && std::ranges::find(sides_, entity) == sides_.end() && sides_.size() <= kMostSides) sides_.push_back(entity);
  };
  const auto main = std::ranges::find(d.events, true, &Event::main);
  if (main != d.events.end()) {
    for (const Participant& p : main->participants) {
      if (p.role != Role::delegation && p.role != Role::via) add(p.entity);
    }
  }
  if (sides_.size() < 2 || sides_.size() > kMostSides) sides_.clear();
}

std::vector<Holder> Holders::all_sides() const {
  std::vector<Holder> out;
  for (const Index entity : sides_) out.push_back({entity, {}});
  return out;
}

std::vector<Holder> Holders::of(const Site& site, const Sentence& sentence) const {
  const Cue& cue = *site.match.cue;
  if (cue.has(Cue::none)) return {};
  if (cue.has(Cue::sides)) return all_sides();
  if (cue.has(Cue::told)) return agent(site, sentence, true);
  if (site.passive) {
    const auto by = agent(site, sentence, false);
    return by.empty() && cue.act == PointAct::agreed ? all_sides() : by;
  }
  const Index subject = subject_of(s_, site.voice);
  std::vector<Holder> out;
  if (subject != kNone) {
    if (one_of(s_.at(subject).lower, {"it", "there"})) return cue.act == PointAct::agreed ? all_sides() : out;
    if (s_.lexicon.is(s_.at(subject), "talk") && !s_.mention_over(subject)) return all_sides();
    out = at_noun(subject, site.voice);
  }
  if (out.empty()) {
    for (const Index m : mentions_before(s_.document, sentence, site.match.first)) {
      for (const Index entity : entities_of(s_.document, {m})) add_once(out, {entity, {}});
    }
  }
  if (out.empty() && subject == kNone) {
    for (const Index entity : entities_of(s_.document, sentence_subject(s_.document, sentence))) add_once(out, {entity, {}});
  }
  if (cue.has(Cue::joint) && out.size() == 1) {
    for (const Holder& other : company(site, sentence)) add_once(out, other);
  }
  return out;
}

std::vector<Holder> Holders::at_noun(Index noun, Index before) const {
  std::vector<Holder> out;
  // "survivors and experts": two bare nouns are one group.
  const bool pair = noun + 2 < before && s_.at(noun + 1).lower == "and" && s_.tree.head(noun + 2) == noun && s_.at(noun).upos == "NOUN" && s_.at(noun + 2).upos == "NOUN" && !s_.mention_over(noun) && !s_.mention_over(noun + 2);
  if (pair && s_.is_personal(noun)) return {{kNone, joined(s_.at(noun).span, s_.at(noun + 2).span)}};
  add_noun(noun, out);
  bool coordinated = false;
  // "the two reaffirmed"
  const bool count = out.empty() && (one_of(s_.at(noun).lower, {"two", "three", "both"}) || (s_.at(noun).lower == "they" && sides_.size() == 2));
  if (count) return all_sides();
  // Conjuncts of the subject, however the parser chained them.
  for (Index i = noun + 1; i < before; ++i) {
    if (!s_.tree.is_kind(i, "conj") || !s_.tree.below(i, noun) || !(s_.tree.is_noun(i) || s_.at(i).upos == "PRON")) continue;
    const Mention* mention = s_.mention_over(i);
    const Mention* first = s_.mention_over(noun);
    if (mention && mention == first) continue;
    const bool direct = s_.tree.head(i) == noun || s_.tree.is_kind(s_.tree.head(i), "conj") || (mention && mention->type == MentionType::person);
    if (direct || s_.lexicon.is(s_.at(i), "personal")) add_noun(i, out);
    coordinated = coordinated || direct;
  }
  // "The President and the King agreed": both, though one of them was not recognised.
  if (coordinated && out.size() == 1 && sides_.size() == 2) return all_sides();
  return out;
}

/// "the two leaders", "heads of state", "both sides": nothing in the name but words for those who meet.
bool Holders::names_sides(std::string_view name) const {
  bool any = false;
  if (name == "heads of government" || name == "The heads of government") return true;
  while (!name.empty()) {
    const size_t end = std::min(name.find(' '), name.size());
    const std::string word = plain_lower(name.substr(0, end));
    const bool side = s_.lexicon.is(word, "sides") || (word.ends_with('s') && s_.lexicon.is(word.substr(0, word.size() - 1), "sides"));
    if (!side && !one_of(word, {"the", "two", "three", "four", "five", "both", "of", "state", "and", "foreign", "prime", "defence", "defense", "vice"})) return false;
    any = any || side;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return any;
}

void Holders::add_noun(Index noun, std::vector<Holder>& out) const {
  const Mention* mention = s_.mention_over(noun);
  const bool nation_only = mention && mention->type == MentionType::nationality;
  if (!mention || nation_only) {
    return add_described(noun, out);
  }
  const Entity& entity = s_.document.entities[mention->entity];
  const bool bare_group = entity.type == MentionType::group && entity.members.empty() && mention->form != Form::name;
  if (bare_group && names_sides(entity.name) && !sides_.empty()) {
    for (const Holder& side : all_sides()) add_once(out, side);
    return;
  }
  if (entity.members.empty()) add_once(out, {mention->entity, {}});
  for (const Index member : entity.members) add_once(out, {member, {}});
}

/// "state legislative leaders", "members of his team": the phrase without its article; a thing is no holder.
void Holders::add_described(Index noun, std::vector<Holder>& out) const {
  if (!s_.tree.is_noun(noun) || !s_.is_personal(noun)) return;
  Index first = noun;
  const auto own = [&](Index i) { return s_.at(i).sentence == s_.at(noun).sentence && (one_of(s_.at(i).upos, {"ADJ", "NOUN", "PROPN", "NUM"}) || s_.at(i).deprel == "amod"); };
  while (first > 0 && own(first - 1)) --first;
  Index last = noun + 1;
  for (const Index c : s_.tree.children(noun)) {
    if (c > noun && s_.tree.is_kind(c, "nmod") && s_.tree.left(c) == last && one_of(s_.at(last).lower, {"of", "from"})) {
      Index right = c;
      while (right + 1 <= s_.tree.right(c) && one_of(s_.at(right + 1).upos, {"NOUN", "PROPN", "ADJ"})) ++right;
      last = right + 1;
    }
  }
  const Span words = joined(s_.at(first).span, s_.at(last - 1).span);
  const bool plural = s_.at(noun).lower.ends_with('s');
  if (plural && !sides_.empty() && names_sides(s_.document.of(words))) {
    for (const Holder& side : all_sides()) add_once(out, side);
    return;
  }
  add_once(out, {kNone, words});
}

std::vector<Holder> Holders::agent(const Site& site, const Sentence& sentence, bool told) const {
  for (Index i = sentence.first; i < sentence.last; ++i) {
    if (i > site.topic && s_.tree.below(i, site.topic)) continue;
    const bool opens = s_.at(i).lower == "by" || (told && one_of(s_.at(i).lower, {"from", "with"}));
    const Index noun = s_.tree.head(i);
    if (!opens || noun == kNone || noun <= i || s_.at(i).upos != "ADP" || !s_.is_personal(noun)) continue;
    const Index governor = s_.tree.head(noun);
    const bool own = governor == site.verb || governor == site.noun || (told && i < site.match.first + 30);
    if (own) return at_noun(noun, std::min<Index>(sentence.last, i > site.match.first ? sentence.last : site.match.first));
  }
  return {};
}

/// Those after "with", beside the verb that tells of the point or of the meeting; or whom one "hosted to discuss".
std::vector<Holder> Holders::company(const Site& site, const Sentence& sentence) const {
  const Index governor = s_.tree.head(site.verb);
  if (governor != kNone && one_of(s_.at(governor).lemma, {"host", "receive", "welcome", "call", "invite", "convene", "join"})) {
    const auto guest = s_.tree.child(governor, "obj");
    if (guest && s_.is_personal(*guest)) return at_noun(*guest, site.match.first);
  }
  for (Index i = sentence.first; i < sentence.last && i < site.topic + 40; ++i) {
    if (s_.at(i).lower != "with" || s_.at(i).upos != "ADP") continue;
    const Index noun = s_.tree.head(i);
    if (noun == kNone || noun <= i || !s_.is_personal(noun)) continue;
    const bool inside_topic = i > site.topic && s_.tree.head(noun) != site.verb && s_.tree.head(noun) != site.noun;
    const bool before_cue = i < site.match.first && s_.tree.below(site.verb, s_.tree.top_within(i, sentence.first, sentence.last));
    const bool behind = i > site.topic && site.frame == Frame::Kind::here;  // "talked about his contacts with X"
    if (inside_topic || behind || (i < site.match.first && !before_cue)) continue;
    return at_noun(noun, i < site.match.first ? site.match.first : std::min(sentence.last, noun + 20));
  }
  return {};
}

}  // namespace chancery::points
