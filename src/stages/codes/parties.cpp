#include "stages/codes/parties.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "document/mentions.hpp"

namespace chancery::codes {
namespace {

constexpr size_t kMostParties = 16;
/// How many words below the head of a phrase are looked through.
constexpr size_t kReach = 24;

}  // namespace

Span Parties::span_of(Index head, std::string_view barred) const {
  const auto [first, last] = tree_.phrase(head, barred);
  return joined(document_.tokens[first].span, document_.tokens[last - 1].span);
}

Index Parties::entity_of(Index head, const Span& span) {
  const Index known = actors_.mention_at(head);
  if (known != kNone) return document_.mentions[known].entity;
  std::string words;
  const auto [first, last] = document_.tokens_in(span);
  for (Index i = first; i < last; ++i) words += document_.tokens[i].lower + " ";
  const auto [place, fresh] = groups_.try_emplace(words, static_cast<Index>(document_.entities.size()));
  if (fresh) {
    Entity group;
    group.stage = stage_;
    group.type = MentionType::group;
    group.name = document_.of(span);
    group.names = {group.name};
    for (Index m = document_.first_mention(span); m < document_.mentions.size() && span.contains(document_.mentions[m].span); ++m) {
      if (!document_.mentions[m].country.empty() && group.country.empty()) group.country = document_.mentions[m].country;
    }
    document_.entities.push_back(std::move(group));
  }
  Mention mention;
  mention.stage = stage_;
  mention.span = span;
  mention.type = MentionType::group;
  mention.form = Form::description;
  mention.entity = place->second;
  if (std::none_of(made_.begin(), made_.end(), [&](const Mention& m) { return m.span == span; })) made_.push_back(std::move(mention));
  return place->second;
}

void Parties::push(std::vector<Participant>& all, Index entity, const std::string& side, const Span& span) const {
  const bool known = std::any_of(all.begin(), all.end(), [&](const Participant& p) { return p.entity == entity && (p.side == side || p.mention == span); });
  if (!known && all.size() < kMostParties) all.push_back({entity, Role::party, side, span});
}

/// Whose the thing is, who made it, of whom it speaks: actors inside the phrase. "A protest filed by the senator" too.
void Parties::add_owners(std::vector<Participant>& all, Index head, const std::string& side) {
  std::vector<Index> open{head};
  for (size_t i = 0; i < open.size() && i < kReach; ++i) {
    for (const Index c : tree_.children(open[i])) {
      const bool made_by = tree_.relation(c) == "acl" && tree_.passive(c);
      const bool agent = tree_.relation(c) == "obl:agent" || (tree_.is(c, "obl") && tree_.preposition(c) == "by");
      const bool modifier = tree_.is(c, "amod") || tree_.is(c, "compound");
      const bool inside = modifier || tree_.is(c, "nmod") || made_by || agent || (tree_.is(c, "conj") && open[i] != head);
      if (!inside) continue;
      open.push_back(c);
      if (made_by || !(agent ? actors_.can_act(c) : actors_.names_owner(c))) continue;
      const Index known = actors_.mention_at(c);
      const Span span = modifier && known != kNone ? document_.mentions[known].span : span_of(c);
      push(all, entity_of(c, span), side, span);
    }
  }
}

/// "his Iranian counterpart, Mostafa Najjar": the name stands for both.
Index Parties::named_by_apposition(Index head) const {
  if (actors_.mention_at(head) != kNone) return head;
  for (const Index c : tree_.children(head)) {
    const Index known = tree_.relation(c) == "appos" ? actors_.mention_at(c) : kNone;
    if (known != kNone && document_.mentions[known].type == MentionType::person) return c;
  }
  return head;
}

void Parties::add(std::vector<Participant>& all, Index described, const std::string& side, std::string_view barred) {
  const Index head = named_by_apposition(described);
  if (!one_of(document_.tokens[head].upos, {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "SYM", "VERB"})) return;
  const Index known = actors_.mention_at(head);
  if (document_.tokens[head].upos == "PRON" && known == kNone) return;
  const Span span = span_of(head, barred);
  push(all, entity_of(head, span), side, span);
  const bool person = known != kNone && document_.mentions[known].type == MentionType::person;
  if (side != "source" && !person) add_owners(all, head, side);
}

/// Requests, talks, help and promises need somebody on the other side; an attack or a ban may fall upon a thing.
bool Parties::answers(const Act& act) const {
  if (!one_of(act.root, {"REQUEST", "CONSULT", "COOPERATE", "AID", "AGREE"}) || act.targets.empty()) return true;
  return std::any_of(act.targets.begin(), act.targets.end(), [&](Index head) { return actors_.involves_actor(head); });
}

std::vector<Participant> Parties::of(const Act& act) {
  std::vector<Participant> all;
  if (std::none_of(act.sources.begin(), act.sources.end(), [&](Index head) { return actors_.can_act(head); }) || !answers(act)) return all;
  for (const Index head : act.sources) add(all, head, act.mutual ? "both" : "source", {});
  const size_t sources = all.size();
  for (const Index head : act.targets) add(all, head, act.mutual ? "both" : "target", act.barred);
  const bool whole = sources > 0 && all.size() > (act.mutual ? 1 : sources);
  return whole ? all : std::vector<Participant>{};
}

void Parties::finish() {
  std::ranges::move(made_, std::back_inserter(document_.mentions));
  made_.clear();
  sort_mentions(document_.mentions);
}

}  // namespace chancery::codes
