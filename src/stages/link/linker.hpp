// The work of LinkStage on one document; lives for one run.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"
#include "knowledge/knowledge.hpp"
#include "stages/link/person_name.hpp"

namespace chancery {

class Linker {
 public:
  Linker(Document& document, const Knowledge& knowledge);
  void run();

 private:
  struct Person {
    Index entity = kNone;
    std::vector<PersonName> names;
    std::vector<std::string> held;  ///< classes of the offices that stand before the full name
    Span last_seen;
    bool apart = false;  ///< a surname with an office that nobody of that surname in full holds
  };

  // people.cpp
  void link_people();
  void link_person(Index mention, const PersonName& name);
  std::optional<size_t> best_person(const PersonName& name, Index mention) const;
  void note_offices();
  bool may_hold(const Person& person, const PersonName& name, Index mention) const;
  std::vector<size_t> may_be(const PersonName& name) const;
  void keep_name(size_t person, const PersonName& name);
  size_t new_person(Index mention, const PersonName& name);
  void add_name(Entity& entity, const std::string& written);
  void choose_full_name(Person& person);
  void settle_genders();

  // countries.cpp
  void take_offices();
  void settle_countries();
  std::string country_by_office(const Entity& entity) const;
  std::string country_by_knowledge(const Person& person) const;
  std::string country_by_delegation(const Mention& mention) const;
  std::vector<std::string> countries_by_side() const;
  std::string country_by_body(Index mention) const;
  bool publisher_has(const std::string& office_class, const std::string& head) const;

  // offices.cpp
  void link_offices();
  Index holder_of(Index mention) const;
  int fit(const Mention& office, const Entity& entity, const Span& last_seen) const;
  Index unnamed_holder(Index mention);
  bool known_holder(const Entity& entity, const Mention& office, const std::string& country) const;

  // things.cpp
  void link_things();
  void join_abbreviations();
  void drop_unmentioned();

  std::string written(const Span& span) const;

  Document& document_;
  const Knowledge& knowledge_;
  std::vector<Person> people_;
  std::unordered_map<Index, size_t> person_of_;           ///< by entity
  std::array<std::vector<size_t>, 256> by_first_byte_;    ///< people by the first byte of each word of their names
  std::vector<size_t> by_patronymic_;                     ///< people called by given name and patronymic somewhere
  std::unordered_map<std::string, Index> things_;
  std::optional<Day> published_;
  std::vector<std::vector<Index>> offices_of_;  ///< by entity: its office mentions
  std::unordered_map<Index, Index> office_before_;  ///< by mention of a person: the office it bears there
};

}  // namespace chancery
