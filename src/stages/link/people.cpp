// People: full names first, then what is a part of one.
#include <algorithm>
#include <numeric>

#include "stages/link/linker.hpp"

namespace chancery {

void Linker::note_offices() {
  for (Index m = 0; m < document_.mentions.size(); ++m) {
    const Mention& office = document_.mentions[m];
    if (office.type == MentionType::office && office.bearer != kNone) office_before_.try_emplace(office.bearer, m);
  }
}

/// "President Biden" is not Jill Biden, whom the list of leaders does not have for a president of that surname. Where it has nobody of that surname in that office, any given name will do.
bool Linker::may_hold(const Person& person, const PersonName& name, Index mention) const {
  const auto at = office_before_.find(mention);
  if (!name.single() || at == office_before_.end()) return true;
  const Mention& office = document_.mentions[at->second];
  if (office.office_class != "head_of_state" && office.office_class != "head_of_government") return true;
  // "the Honduran President Xiomara Castro": the text itself has her in such an office.
  if (std::find(person.held.begin(), person.held.end(), office.office_class) != person.held.end()) return true;
  bool listed = false;
  for (const Tenure* tenure : knowledge_.tenures(name.last())) {
    if (tenure->office != office.office_class) continue;
    if (!office.country.empty() && tenure->country != office.country) continue;
    const PersonName holder = parse_person_name(tenure->person);
    if (holder.single()) return true;
    listed = true;
    for (const PersonName& known : person.names) {
      if (known.single() || compare(known, holder, knowledge_) == Match::full) return true;
    }
  }
  return !listed;
}

void Linker::link_people() {
  note_offices();
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
    const auto person = person_of_.find(document_.mentions[m].entity);
    if (person != person_of_.end()) people_[person->second].last_seen = document_.mentions[m].span;
  }
  for (Person& person : people_) choose_full_name(person);
}

/// People of whom one name at least can be compared with this one: names that agree have a word each that begins alike,
/// but for given names with a patronymic, which may stand for a short form.
std::vector<size_t> Linker::may_be(const PersonName& name) const {
  std::vector<size_t> some;
  if (is_patronymic_form(name)) {
    some.resize(people_.size());
    std::iota(some.begin(), some.end(), size_t{0});
    return some;
  }
  some = by_patronymic_;
  for (const std::string& word : name.words) {
    const auto& alike = by_first_byte_[static_cast<unsigned char>(word[0])];
    some.insert(some.end(), alike.begin(), alike.end());
  }
  std::sort(some.begin(), some.end());
  some.erase(std::unique(some.begin(), some.end()), some.end());
  return some;
}

void Linker::keep_name(size_t p, const PersonName& name) {
  const auto enter = [p](std::vector<size_t>& people) {
    if (people.empty() || people.back() != p) people.push_back(p);
  };
  if (is_patronymic_form(name)) enter(by_patronymic_);
  for (const std::string& word : name.words) enter(by_first_byte_[static_cast<unsigned char>(word[0])]);
  people_[p].names.push_back(name);
}

std::optional<size_t> Linker::best_person(const PersonName& name, Index mention) const {
  std::optional<size_t> best;
  int best_score = 0;
  for (const size_t p : may_be(name)) {
    Match match = Match::none;
    bool surname = false;
    for (const PersonName& known : people_[p].names) {
      match = std::max(match, compare(name, known, knowledge_));
      surname |= (!known.single() || people_[p].apart) && name.single() && alike(known.last(), name.last());
    }
    if (match == Match::none || !may_hold(people_[p], name, mention)) continue;
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
  const auto found = best_person(name, mention);
  const size_t p = found ? *found : new_person(mention, name);
  if (!found) people_[p].apart = name.single() && best_person(name, kNone) != p;
  Person& person = people_[p];
  document_.mentions[mention].entity = person.entity;
  if (const auto office = office_before_.find(mention); office != office_before_.end() && !name.single()) person.held.push_back(document_.mentions[office->second].office_class);
  add_name(document_.entities[person.entity], name.written);
  const bool known = std::any_of(person.names.begin(), person.names.end(), [&](const PersonName& n) { return n.written == name.written; });
  if (!known) keep_name(p, name);
}

size_t Linker::new_person(Index mention, const PersonName& name) {
  Entity entity;
  entity.stage = "link";
  entity.type = MentionType::person;
  entity.name = name.written;
  document_.entities.push_back(std::move(entity));
  Person person;
  person.entity = static_cast<Index>(document_.entities.size() - 1);
  person.last_seen = document_.mentions[mention].span;
  person_of_[person.entity] = people_.size();
  people_.push_back(std::move(person));
  keep_name(people_.size() - 1, name);
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

/// By the given name; of one word alone only where no office shows that it is a surname.
void Linker::settle_genders() {
  for (const Person& person : people_) {
    const bool bare = offices_of_[person.entity].empty() && std::all_of(person.names.begin(), person.names.end(), [](const PersonName& n) { return n.single(); });
    for (const PersonName& name : person.names) {
      if (name.single() && !bare) continue;
      const char gender = knowledge_.gender_of(name.first());
      if (gender == 'm') document_.entities[person.entity].gender = Gender::male;
      if (gender == 'f') document_.entities[person.entity].gender = Gender::female;
    }
  }
}

}  // namespace chancery
