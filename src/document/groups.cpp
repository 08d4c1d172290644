#include "document/groups.hpp"

#include <algorithm>

namespace chancery {

Groups::Groups(Document& document, std::string_view stage) : document_(document), stage_(stage) {
  for (Index i = 0; i < document.entities.size(); ++i) {
    if (document.entities[i].type == MentionType::group) by_name_.try_emplace(document.entities[i].name, i);
  }
}

Index Groups::entity_of(const Span& words) {
  const std::string name(document_.of(words));
  const auto [place, fresh] = by_name_.try_emplace(name, static_cast<Index>(document_.entities.size()));
  if (fresh) {
    Entity entity;
    entity.stage = stage_;
    entity.type = MentionType::group;
    entity.name = name;
    entity.names = {name};
    entity.plural = true;
    document_.entities.push_back(std::move(entity));
  }
  mention(words, place->second);
  return place->second;
}

void Groups::mention(const Span& words, Index entity) {
  const auto place = std::ranges::upper_bound(document_.mentions, words, before, &Mention::span);
  const auto index = static_cast<Index>(place - document_.mentions.begin());
  const bool there = index > 0 && document_.mentions[index - 1].span == words && document_.mentions[index - 1].entity == entity;
  if (there) return;
  Mention mention;
  mention.stage = stage_;
  mention.span = words;
  mention.type = MentionType::group;
  mention.form = Form::description;
  mention.entity = entity;
  document_.mentions.insert(place, std::move(mention));
  // Offices that point at a later mention keep pointing at it.
  for (Mention& other : document_.mentions) {
    if (other.bearer != kNone && other.bearer >= index) ++other.bearer;
  }
}

}  // namespace chancery
