// Tells who the people of a document are on record, document after document, and learns their names as it goes.
//
// Holds the names of all people on record in memory (about 300 bytes each); reads them once. One thread at a time.
#pragma once

#include <deque>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "record/record.hpp"
#include "stages/link/on_record.hpp"

namespace chancery::app {

class PeopleLinker : private PeopleOnRecord {
 public:
  /// `knowledge` must outlive the linker.
  PeopleLinker(const record::Record& record, const Knowledge& knowledge);

  /// Fills Entity::person and Entity::linked_by where it is certain.
  void link(Document& document);
  /// Those of whom only a surname was known when they were kept, and whose full name has come since.
  void link_open(record::Record& record);

 private:
  std::vector<const KnownPerson*> of_sound(std::string_view sound) const override;
  KnownPerson& known(const std::string& key);
  void learn(KnownPerson& person, const Entity& entity, const std::optional<Day>& day);
  void learn_name(KnownPerson& person, PersonName name);

  const Knowledge* knowledge_;
  std::deque<KnownPerson> people_;
  std::unordered_map<std::string, KnownPerson*> by_key_;
  std::unordered_map<std::string, std::vector<KnownPerson*>> by_sound_;  ///< each person once a sound
  std::unordered_map<const KnownPerson*, std::set<std::string>> person_sounds_;
};

}  // namespace chancery::app
