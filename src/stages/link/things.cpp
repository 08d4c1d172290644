// Countries, bodies, places and groups: one entity for one name, and for a name and its abbreviation.
#include "base/utf8.hpp"
#include "stages/link/linker.hpp"

namespace chancery {
namespace {

std::string key_of(const Mention& mention, const std::string& name) {
  const bool country = mention.type == MentionType::country || mention.type == MentionType::nationality;
  if (country && !mention.country.empty()) return "country " + mention.country;
  std::string folded = utf8::lower(utf8::unaccented(name));
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return std::string(name_of(mention.type)) + " " + folded;
}

}  // namespace

void Linker::link_things() {
  for (Mention& mention : document_.mentions) {
    if (mention.entity != kNone || mention.type == MentionType::person || mention.type == MentionType::office) continue;
    const std::string name = written(mention.span);
    const auto [place, fresh] = things_.try_emplace(key_of(mention, name), static_cast<Index>(document_.entities.size()));
    mention.entity = place->second;
    const bool nationality = mention.type == MentionType::nationality;
    if (fresh) {
      Entity entity;
      entity.stage = "link";
      entity.type = nationality ? MentionType::country : mention.type;
      entity.country = mention.country;
      const Country* known = nationality ? knowledge_.country(mention.country) : nullptr;
      entity.name = known ? known->name : name;
      entity.plural = mention.type == MentionType::group;
      document_.entities.push_back(std::move(entity));
    }
    Entity& entity = document_.entities[mention.entity];
    if (!nationality) {
      add_name(entity, name);
      // A country met first as "Russian" gets its name as soon as the text writes it.
      if (entity.names.size() == 1) entity.name = name;
    }
  }
}

/// "Association of Southeast Asian Nations (ASEAN)": both are one body.
void Linker::join_abbreviations() {
  for (size_t m = 1; m < document_.mentions.size(); ++m) {
    Mention& shorter = document_.mentions[m];
    const Mention& longer = document_.mentions[m - 1];
    if (shorter.type != MentionType::organisation || longer.type != MentionType::organisation || shorter.entity == longer.entity) continue;
    const Span between{longer.span.end, shorter.span.begin, longer.span.part};
    const auto gap = document_.of(between);
    if (shorter.span.part != longer.span.part || (gap != " (" && gap != " (the ")) continue;
    const Index from = shorter.entity, to = longer.entity;
    for (Mention& mention : document_.mentions) {
      if (mention.entity == from) mention.entity = to;
    }
    add_name(document_.entities[to], written(shorter.span));
  }
}

/// An entity whose mentions all went to another one is taken out.
void Linker::drop_unmentioned() {
  std::vector<bool> used(document_.entities.size());
  for (const Mention& mention : document_.mentions) {
    if (mention.entity != kNone) used[mention.entity] = true;
  }
  std::vector<Index> place(used.size(), kNone);
  std::vector<Entity> kept;
  for (size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) continue;
    place[i] = static_cast<Index>(kept.size());
    kept.push_back(std::move(document_.entities[i]));
  }
  document_.entities = std::move(kept);
  for (Mention& mention : document_.mentions) {
    if (mention.entity != kNone) mention.entity = place[mention.entity];
  }
}

}  // namespace chancery
