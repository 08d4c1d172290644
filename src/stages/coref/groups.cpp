#include "stages/coref/groups.hpp"

#include <algorithm>

#include "document/clause.hpp"

namespace chancery::coref {
namespace {

constexpr size_t kOpeningSentences = 3;
constexpr size_t kMostPrincipals = 6;

bool speaks_for_others(const Entity& entity) {
  return std::any_of(entity.offices.begin(), entity.offices.end(), [](const Office& o) {
    return o.title.find("pokes") != std::string::npos || o.title.find("ress Secretary") != std::string::npos;
  });
}

void add_once(std::vector<Index>& to, Index entity) {
  if (std::find(to.begin(), to.end(), entity) == to.end()) to.push_back(entity);
}

}  // namespace

Groups::Groups(Document& document) : document_(document) {
  for (Index e = 0; e < document.entities.size(); ++e) {
    const Entity& entity = document.entities[e];
    if (!entity.members.empty()) by_members_.try_emplace(entity.members, e);
    if (entity.type == MentionType::group) by_name_.try_emplace(entity.name, e);
  }
}

Index Groups::add(const std::string& name, std::vector<Index> members) {
  Entity group;
  group.stage = "coref";
  group.type = MentionType::group;
  group.name = name;
  group.names = {name};
  group.plural = true;
  group.members = std::move(members);
  document_.entities.push_back(std::move(group));
  return static_cast<Index>(document_.entities.size() - 1);
}

Index Groups::of(std::vector<Index> members, const std::string& called) {
  if (members.size() < 2) return kNone;
  std::sort(members.begin(), members.end());
  const auto known = by_members_.find(members);
  if (known != by_members_.end()) return known->second;
  const Index group = add(called, members);
  by_members_.emplace(std::move(members), group);
  return group;
}

Index Groups::called(const std::string& name) {
  const auto known = by_name_.find(name);
  if (known != by_name_.end()) return known->second;
  return by_name_.emplace(name, add(name, {})).first->second;
}

std::vector<Index> principals_of(const Document& document) {
  std::vector<Index> all;
  size_t read = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.span.part == Part::text && ++read > kOpeningSentences) break;
    std::vector<Index> here;
    const auto [first, last] = mentions_in(document, sentence.span);
    for (Index m = first; m < last; ++m) {
      const Index entity = document.mentions[m].entity;
      const bool person = entity != kNone && document.entities[entity].type == MentionType::person;
      if (!person || speaks_for_others(document.entities[entity])) continue;
      add_once(here, entity);
      add_once(all, entity);
    }
    if (here.size() >= 2 && sentence.span.part == Part::text) {
      if (here.size() > kMostPrincipals) here.resize(kMostPrincipals);
      return here;
    }
  }
  if (all.size() > 2) all.resize(2);
  return all.size() == 2 ? all : std::vector<Index>{};
}

}  // namespace chancery::coref
