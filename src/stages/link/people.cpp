// People: full names first, then what is a part of one.
#include <algorithm>

#include "stages/link/linker.hpp"

namespace chancery {

void Linker::link_people() {
  std::vector<std::pair<Index, PersonName>> parts;
  for (Index m = 0; m < document_.mentions.size(); ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.type != MentionType::person) continue;
    PersonName name = parse_person_name(document_.of(mention.span));
    if (name.single() || is_patronymic_form(name)) {
      parts.emplace_back(m, std::move(name));
    } else {
      link_person(m, name);
    }
  }
  // A second walk in the order of the text lets "the nearest before" mean what a reader takes it for.
  for (Person& person : people_) person.last_seen = Span{};
  auto part = parts.begin();
  for (Index m = 0; m < document_.mentions.size(); ++m) {
    if (part != parts.end() && part->first == m) {
      link_person(m, part->second);
      ++part;
    }
    for (Person& person : people_) {
      if (document_.mentions[m].entity == person.entity && person.entity != kNone) person.last_seen = document_.mentions[m].span;
    }
  }
  for (Person& person : people_) choose_full_name(person);
  settle_genders();
}

std::optional<size_t> Linker::best_person(const PersonName& name) const {
  std::optional<size_t> best;
  int best_score = 0;
  for (size_t p = 0; p < people_.size(); ++p) {
    Match match = Match::none;
    bool surname = false;
    for (const PersonName& known : people_[p].names) {
      match = std::max(match, compare(name, known, knowledge_));
      surname |= !known.single() && name.single() && alike(known.last(), name.last());
    }
    if (match == Match::none) continue;
    int score = match == Match::full ? 100 : 10;
    if (surname) score += 20;
    const Span& seen = people_[p].last_seen;
    if (!seen.empty()) score += 5;
    if (best && !seen.empty() && before(people_[*best].last_seen, seen)) score += 2;
    if (score > best_score) {
      best = p;
      best_score = score;
    }
  }
  return best;
}

void Linker::link_person(Index mention, const PersonName& name) {
  const auto found = best_person(name);
  const size_t p = found ? *found : new_person(mention, name);
  Person& person = people_[p];
  document_.mentions[mention].entity = person.entity;
  add_name(document_.entities[person.entity], name.written);
  const bool known = std::any_of(person.names.begin(), person.names.end(), [&](const PersonName& n) { return n.written == name.written; });
  if (!known) person.names.push_back(name);
}

size_t Linker::new_person(Index mention, const PersonName& name) {
  Entity entity;
  entity.stage = "link";
  entity.type = MentionType::person;
  entity.name = name.written;
  document_.entities.push_back(std::move(entity));
  Person person;
  person.entity = static_cast<Index>(document_.entities.size() - 1);
  person.names.push_back(name);
  person.last_seen = document_.mentions[mention].span;
  people_.push_back(std::move(person));
  return people_.size() - 1;
}

void Linker::add_name(Entity& entity, const std::string& name) {
  if (std::find(entity.names.begin(), entity.names.end(), name) == entity.names.end()) entity.names.push_back(name);
}

/// The fullest form has the most words; of two as long, the one written first.
void Linker::choose_full_name(Person& person) {
  const auto rank = [](const PersonName& n) { return (is_patronymic_form(n) ? 0 : 100) + n.words.size() * 2 + (n.suffixed ? 1 : 0); };
  const auto fullest = std::max_element(person.names.begin(), person.names.end(), [&](const PersonName& a, const PersonName& b) { return rank(a) < rank(b); });
  document_.entities[person.entity].name = fullest->written;
}

void Linker::settle_genders() {
  for (const Person& person : people_) {
    for (const PersonName& name : person.names) {
      if (name.single()) continue;
      const char gender = knowledge_.gender_of(name.first());
      if (gender == 'm') document_.entities[person.entity].gender = Gender::male;
      if (gender == 'f') document_.entities[person.entity].gender = Gender::female;
    }
  }
}

}  // namespace chancery
