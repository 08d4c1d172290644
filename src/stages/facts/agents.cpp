#include "stages/facts/agents.hpp"

#include <algorithm>

namespace chancery::facts {
namespace {

constexpr size_t kPrincipals = 2;

void add_once(std::vector<Index>& entities, Index entity) {
  if (entity != kNone && std::ranges::find(entities, entity) == entities.end()) entities.push_back(entity);
}

/// A country or nationality inside "the President of Azerbaijan" tells of the office, not of a doer.
bool can_act(const Mention& mention) {
  return mention.entity != kNone && mention.type != MentionType::nationality && mention.type != MentionType::place;
}

}  // namespace

Agents::Agents(const Document& document) : document_(document) {
  principals_ = main_participants();
  if (principals_.size() < kPrincipals) principals_ = first_people();
}

std::vector<Index> Agents::members(Index entity) const {
  const Entity& group = document_.entities[entity];
  return group.members.empty() ? std::vector<Index>{entity} : group.members;
}

std::vector<Index> Agents::named(Index first, Index last) const {
  std::vector<Index> found;
  if (first >= last) return found;
  const Span span = span_of(document_, first, last);
  bool person = false;
  std::vector<Index> others;
  for (Index m = document_.first_mention(span); m < document_.mentions.size() && span.contains(document_.mentions[m].span); ++m) {
    const Mention& mention = document_.mentions[m];
    if (!can_act(mention)) continue;
    const MentionType type = document_.entities[mention.entity].type;
    const bool acts = type == MentionType::person || type == MentionType::group;
    person = person || acts;
    for (const Index entity : members(mention.entity)) add_once(acts ? found : others, entity);
  }
  return person ? found : others;
}

Index Agents::head(Index first, Index last) const {
  const std::vector<Index> all = named(first, last);
  return all.empty() ? kNone : all.front();
}

bool Agents::is_own(Index entity, Index speaker) const {
  if (speaker == kNone || entity == speaker) return true;
  const std::string& speaks_for = document_.entities[speaker].country;
  const std::string& home = speaks_for.empty() ? document_.info.country : speaks_for;
  const std::string& country = document_.entities[entity].country;
  return country.empty() ? document_.entities[entity].type != MentionType::person : country == home;
}

Index Agents::addressee(const Voices& voices, Index token) const {
  if (const Index named = voices.addressee(token); named != kNone) return named;
  const Index speaker = voices.speaker(token);
  const bool turn = speaker != kNone && document_.statements[voices.statement(token)].mode == StatementMode::turn;
  if (!turn || principals_.size() != 2) return kNone;
  if (speaker == principals_[0]) return principals_[1];
  return speaker == principals_[1] ? principals_[0] : kNone;
}

std::vector<Index> Agents::authors() const {
  const auto main = std::ranges::find(document_.events, true, &Event::main);
  if (main == document_.events.end()) return {};
  const bool own_text = main->type == EventType::statement || main->type == EventType::letter;
  const bool joint = document_.info.kind == DocumentKind::joint_text || document_.info.kind == DocumentKind::statement;
  return own_text || joint ? main_participants() : std::vector<Index>();
}

std::vector<Index> Agents::main_participants() const {
  std::vector<Index> out;
  const auto main = std::ranges::find(document_.events, true, &Event::main);
  if (main == document_.events.end()) return out;
  for (const Participant& participant : main->participants) {
    const bool principal = participant.role != Role::delegation && participant.role != Role::via;
    if (principal) add_once(out, participant.entity);
  }
  return out;
}

std::vector<Index> Agents::first_people() const {
  std::vector<Index> out;
  for (const Mention& mention : document_.mentions) {
    const bool person = mention.type == MentionType::person && mention.form == Form::name;
    if (person && mention.span.part == Part::text) add_once(out, mention.entity);
    if (out.size() == kPrincipals) break;
  }
  return out;
}

}  // namespace chancery::facts
