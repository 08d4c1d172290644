#include "stages/codes/actors.hpp"

#include <algorithm>

#include "base/one_of.hpp"

namespace chancery::codes {
namespace {

/// Mentions overlap only a little: the ones that may hold a word begin among the few around it.
constexpr Index kOverlap = 4;

bool is_actor(const Mention& mention) { return one_of(name_of(mention.type), {"person", "office", "organisation", "country", "nationality", "place", "group"}); }

}  // namespace

Index Actors::mention_at(Index word) const {
  const auto& mentions = tree_.document().mentions;
  const Span& span = tree_.at(word).span;
  const Index after = tree_.document().first_mention(span);
  Index best = kNone;
  const Index end = std::min<Index>(after + kOverlap, static_cast<Index>(mentions.size()));
  for (Index m = after > kOverlap ? after - kOverlap : 0; m < end; ++m) {
    if (!mentions[m].span.contains(span) || mentions[m].entity == kNone) continue;
    if (best == kNone || mentions[m].type == MentionType::person) best = m;
  }
  return best;
}

bool Actors::can_act(Index head) const {
  const Token& token = tree_.at(head);
  if (mention_at(head) != kNone) return true;
  if (token.upos == "PRON") return false;
  if (token.upos == "PROPN" || book_.is_actor(token.lemma) || book_.is_instrument(token.lemma)) return true;
  if (token.upos != "NUM" && !is_quantity(token.lemma) && token.upos != "ADJ") return false;
  const auto& below = tree_.children(head);
  return std::any_of(below.begin(), below.end(), [&](Index c) { return tree_.is(c, "nmod") && (mention_at(c) != kNone || book_.is_actor(tree_.at(c).lemma)); });
}

bool Actors::names_owner(Index modifier) const {
  const Token& token = tree_.at(modifier);
  if (token.upos == "PRON") return false;
  const Index known = mention_at(modifier);
  if (known != kNone) return is_actor(tree_.document().mentions[known]);
  return tree_.relation(modifier) == "nmod:poss" || (tree_.is(modifier, "nmod") && (token.upos == "PROPN" || book_.is_actor(token.lemma)));
}

bool Actors::involves_actor(Index head) const {
  if (can_act(head) || book_.is_place(tree_.at(head).lemma)) return true;
  const auto& below = tree_.children(head);
  return std::any_of(below.begin(), below.end(), [&](Index c) { return (tree_.is(c, "nmod") || tree_.is(c, "amod") || tree_.is(c, "compound")) && names_owner(c); });
}

bool Actors::is_named_place(Index word) const {
  const Index known = mention_at(word);
  return known != kNone && one_of(name_of(tree_.document().mentions[known].type), {"place", "country"});
}

}  // namespace chancery::codes
