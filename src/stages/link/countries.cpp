// The country a person acts for, by what the text says first and by what is known last.
#include <algorithm>

#include "stages/link/linker.hpp"

namespace chancery {

void Linker::take_offices() {
  offices_of_.resize(document_.entities.size());
  for (Index m = 0; m < document_.mentions.size(); ++m) {
    const Mention& office = document_.mentions[m];
    if (office.type == MentionType::person && office.entity != kNone && !office.country.empty() && document_.entities[office.entity].country.empty()) {
      document_.entities[office.entity].country = office.country;
    }
    if (office.bearer == kNone) continue;
    const Index entity = document_.mentions[office.bearer].entity;
    if (entity == kNone) continue;
    document_.mentions[m].entity = entity;
    offices_of_[entity].push_back(m);
    auto& offices = document_.entities[entity].offices;
    const Office taken{written(office.span), office.country, office.status};
    const bool known = std::any_of(offices.begin(), offices.end(), [&](const Office& o) { return o.title == taken.title; });
    if (!known) offices.push_back(taken);
  }
}

void Linker::settle_countries() {
  for (const Person& person : people_) {
    Entity& entity = document_.entities[person.entity];
    const std::string stated = country_by_office(entity);
    if (!stated.empty()) entity.country = stated;
    if (entity.country.empty()) entity.country = country_by_knowledge(person);
    if (!entity.country.empty() || document_.info.country.empty()) continue;
    const auto& offices = offices_of_[person.entity];
    if (std::any_of(offices.begin(), offices.end(), [&](Index m) { return document_.mentions[m].international; })) continue;
    const bool own = std::any_of(offices.begin(), offices.end(), [&](Index m) {
      return publisher_has(document_.mentions[m].office_class, document_.mentions[m].office_head);
    });
    if (own) entity.country = document_.info.country;
  }
}

/// The country most of the offices name; one still held counts before a former one.
std::string Linker::country_by_office(const Entity& entity) const {
  for (const bool former : {false, true}) {
    for (const Office& office : entity.offices) {
      if (!office.country.empty() && (office.status == "former") == former) return office.country;
    }
  }
  return {};
}

std::string Linker::country_by_knowledge(const Person& person) const {
  std::string country;
  const auto& offices = offices_of_[person.entity];
  for (const PersonName& name : person.names) {
    if (name.single() && knowledge_.gender_of(name.last()) != 0 && offices.empty()) continue;  // a first name is no surname
    for (const Tenure* tenure : knowledge_.tenures(name.last())) {
      const PersonName known = parse_person_name(tenure->person);
      if (!name.single() && compare(name, known, knowledge_) != Match::full) continue;
      const bool same_office = std::any_of(offices.begin(), offices.end(), [&](Index m) { return document_.mentions[m].office_class == tenure->office; });
      if (!offices.empty() && !same_office) continue;
      // Leaders' lists end before today: who held an office within twenty years of the release is still that person.
      if (published_ && tenure->to && *tenure->to + std::chrono::days{7300} < *published_) continue;
      if (published_ && tenure->from && *tenure->from > *published_ + std::chrono::days{3650}) continue;
      if (!country.empty() && country != tenure->country) return {};
      country = tenure->country;
    }
  }
  return country;
}

/// Whether an office named without a country is likely one of the publisher's own.
bool Linker::publisher_has(const std::string& office_class, const std::string& head) const {
  if (office_class == "royal" || head == "king" || head == "queen" || head == "emir" || head == "amir" || head == "sultan" || head == "emperor") return false;
  return !knowledge_.lacks_office(document_.info.country, head);
}

}  // namespace chancery
