#include "questions/compare/holders.hpp"

#include <algorithm>
#include <set>

#include "base/one_of.hpp"
#include "base/utf8.hpp"

namespace chancery::questions::compare {
namespace {

constexpr size_t kSpelled = 5;  ///< letters at which two spellings of a foreign name must begin alike
constexpr size_t kEnding = 2;   ///< letters by which they may differ in length

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words;
  for (size_t begin = 0; begin < name.size();) {
    const size_t end = std::min(name.find(' ', begin), name.size());
    std::string word = utf8::lower(utf8::unaccented(name.substr(begin, end - begin)));
    std::erase_if(word, [](char c) { return c == ',' || c == '.'; });
    if (!word.empty() && !one_of(word, {"jr", "sr", "ii", "iii", "iv"})) words.push_back(std::move(word));
    begin = end + 1;
  }
  return words;
}

/// "zelenskyy" and "zelensky"
bool alike(const std::string& a, const std::string& b) {
  if (a == b) return !a.empty();
  const auto shared = static_cast<size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return shared >= kSpelled && std::max(a.size(), b.size()) - shared <= kEnding;
}

}  // namespace

const Event* event_of(const Side& side) {
  const auto& events = side.document->events;
  const auto named = std::ranges::find(events, side.event, &Event::id);
  if (!side.event.empty() && named != events.end()) return &*named;
  const auto main = std::ranges::find(events, true, &Event::main);
  if (main != events.end()) return &*main;
  return nullptr;
}

Holders::Holders(const Side& a, const Side& b) : a_(a), b_(b), people_a_(people_of(a)), people_b_(people_of(b)) {}

std::vector<Holders::Person> Holders::people_of(const Side& side) {
  std::vector<Person> people;
  for (const Entity& entity : side.document->entities) {
    Person person;
    const auto words = words_of(entity.name);
    if (!words.empty()) {
      person.surname = words.back();
      if (words.size() > 1) person.given = words.front();
    }
    person.country = entity.country;
    person.person = entity.type == MentionType::person;
    people.push_back(std::move(person));
  }
  if (const Event* event = event_of(side)) {
    for (const Participant& one : event->participants) {
      if (one.entity < people.size()) people[one.entity].party = true;
    }
  }
  return people;
}

/// Held by both sides of the encounter.
bool Holders::joint(const std::vector<Person>& people, const Unit& unit) const {
  std::set<std::string> sides;
  for (const Index holder : unit.holders) sides.insert(people[holder].country.empty() ? people[holder].surname : people[holder].country);
  return sides.size() > 1;
}

bool Holders::same(const Person& a, const Person& b) const {
  if (!a.person || !b.person || !alike(a.surname, b.surname)) return false;
  return a.country.empty() || b.country.empty() || a.country == b.country;
}

/// A state and its president, or a president and the aide who speaks for him; not two who both take part.
bool Holders::for_one_country(const Person& a, const Person& b) const {
  return !a.country.empty() && a.country == b.country && !(a.person && a.party && b.person && b.party);
}

Mouth Holders::between(const Unit& a, const Unit& b) const {
  const bool joint_a = joint(people_a_, a), joint_b = joint(people_b_, b);
  if (joint_a && joint_b) return Mouth::same;
  if (a.holders.empty() || b.holders.empty() || joint_a || joint_b || a.narrated || b.narrated) return Mouth::open;
  Mouth best = Mouth::apart;
  for (const Index x : a.holders) {
    for (const Index y : b.holders) {
      if (same(people_a_[x], people_b_[y])) return Mouth::same;
      if (for_one_country(people_a_[x], people_b_[y])) best = Mouth::country;
    }
  }
  return best;
}

bool Holders::answer(const Unit& a, const Unit& b) const {
  const auto pledges = [](const Unit& unit) { return one_of(unit.act, {"reaffirmed", "offered", "informed"}) || unit.promising; };
  return (a.grateful && pledges(b)) || (b.grateful && pledges(a));
}

bool Holders::same(Index a, Index b) const {
  if (a >= people_a_.size() || b >= people_b_.size()) return false;
  const Person &of_a = people_a_[a], &of_b = people_b_[b];
  if (of_a.person && of_b.person) return same(of_a, of_b);
  return of_a.person == of_b.person && (alike(of_a.surname, of_b.surname) || (!of_a.country.empty() && of_a.country == of_b.country));
}

bool Holders::for_one_side(Index a, Index b) const {
  if (a >= people_a_.size() || b >= people_b_.size()) return false;
  return same(a, b) || (!people_a_[a].country.empty() && people_a_[a].country == people_b_[b].country);
}

std::vector<std::string> Holders::names(bool of_a, const Unit& unit) const {
  std::vector<std::string> names;
  for (const Index holder : unit.holders) names.push_back((of_a ? a_ : b_).document->entities[holder].name);
  return names;
}

}  // namespace chancery::questions::compare
