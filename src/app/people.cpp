#include "app/people.hpp"

#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "record/people.hpp"

namespace chancery::app {

PeopleLinker::PeopleLinker(const record::Record& record, const Knowledge& knowledge) : knowledge_(&knowledge) {
  for (const record::PersonOnRecord& one : record::people_on_record(record)) {
    KnownPerson& person = known(one.key);
    for (const std::string& name : one.names) learn_name(person, plain_name(name, *knowledge_));
    person.countries.insert(one.countries.begin(), one.countries.end());
    for (const record::Count& office : one.offices) person.offices[utf8::lower(office.value)] += static_cast<int>(office.count);
    person.first = parse_day(one.first_day);
    person.last = parse_day(one.last_day);
  }
}

void PeopleLinker::link(Document& document) {
  const auto day = parse_day(document.info.published);
  std::set<std::string> taken;
  const auto settle = [&](bool full) {
    for (Entity& entity : document.entities) {
      if (!entity.person.empty() || full_names(entity, *knowledge_).empty() == full) continue;
      const auto identity = identify_person(entity, day, *this, *knowledge_);
      // A document that speaks of a surname beside the full name has told the two apart.
      if (!identity || (!full && taken.contains(identity->key))) continue;
      entity.person = identity->key;
      entity.linked_by = identity->why;
      taken.insert(identity->key);
      learn(known(identity->key), entity, day);
    }
  };
  settle(true);
  settle(false);
}

void PeopleLinker::link_open(record::Record& record) {
  std::vector<record::OpenPerson> found;
  for (record::OpenPerson& open : record::open_people(record)) {
    const auto identity = identify_person(open.entity, parse_day(open.day), *this, *knowledge_);
    if (!identity || identity->first || by_key_.count(identity->key) == 0) continue;
    open.entity.person = identity->key;
    open.entity.linked_by = identity->why;
    found.push_back(std::move(open));
  }
  record::identify_people(record, found);
}

std::vector<const KnownPerson*> PeopleLinker::of_sound(std::string_view sound) const {
  const auto found = by_sound_.find(std::string(sound));
  if (found == by_sound_.end()) return {};
  return {found->second.begin(), found->second.end()};
}

KnownPerson& PeopleLinker::known(const std::string& key) {
  KnownPerson*& person = by_key_[key];
  if (person == nullptr) {
    person = &people_.emplace_back();
    person->key = key;
  }
  return *person;
}

void PeopleLinker::learn(KnownPerson& person, const Entity& entity, const std::optional<Day>& day) {
  for (PersonName& name : full_names(entity, *knowledge_)) learn_name(person, std::move(name));
  if (!entity.country.empty()) person.countries.insert(entity.country);
  std::set<std::string> titles;
  for (const Office& office : entity.offices) {
    if (office.status != "former") titles.insert(utf8::lower(office.title));
  }
  for (const std::string& title : titles) ++person.offices[title];
  if (!day) return;
  person.first = person.first ? std::min(*person.first, *day) : *day;
  person.last = person.last ? std::max(*person.last, *day) : *day;
}

void PeopleLinker::learn_name(KnownPerson& person, PersonName name) {
  const bool known = std::any_of(person.names.begin(), person.names.end(), [&](const PersonName& n) { return n.words == name.words; });
  if (known || !is_full_name(name, *knowledge_)) return;
  for (const std::string& sound : {sound_of(name.last()), sound_of(name.first())}) {
    if (person_sounds_[&person].insert(sound).second) by_sound_[sound].push_back(&person);
  }
  person.names.push_back(std::move(name));
}

}  // namespace chancery::app
