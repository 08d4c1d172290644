// Who the people of a document are among those on record.
//
// The record is asked through PeopleOnRecord, which app/ implements; this file knows no table. Two full names that
// agree (person_name.hpp) name one person unless they act for different countries. A surname alone is that of a person
// on record only where country and office agree and nobody else fits nearly as often. What is not certain is left open: namesakes stay
// apart rather than be merged, for a person can join two more easily than part one.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "document/document.hpp"
#include "knowledge/knowledge.hpp"
#include "stages/link/person_name.hpp"

namespace chancery {

/// One person as the documents on record name them.
struct KnownPerson {
  std::string key;
  std::vector<PersonName> names;   ///< those with given name and surname
  std::set<std::string> countries;
  std::map<std::string, int> offices;  ///< titles as written, lower case, and how many documents give them
  std::optional<Day> first, last;  ///< of the publication of documents that name them
};

class PeopleOnRecord {
 public:
  virtual ~PeopleOnRecord() = default;
  /// Those who have a name that begins or ends with a word of this sound (sound_of); pointers hold until the next call.
  virtual std::vector<const KnownPerson*> of_sound(std::string_view sound) const = 0;
};

struct Identity {
  std::string key;
  std::string why;  ///< for people to read; empty for someone first met
  bool first = false;
};

/// The consonants of a word, transliterations of one letter made one: equal for names that compare() may take for one.
std::string sound_of(std::string_view word);

/// A name without the forms of respect before it.
PersonName plain_name(std::string_view written, const Knowledge& knowledge);

/// Given name and surname; not "von der Leyen", "Al Thani", "Sheikh Tamim".
bool is_full_name(const PersonName& name, const Knowledge& knowledge);

/// The names by which `entity` can be looked for across documents: the full ones.
std::vector<PersonName> full_names(const Entity& entity, const Knowledge& knowledge);

/// Nothing where it is no single named person, or where it is not certain who.
std::optional<Identity> identify_person(const Entity& entity, const std::optional<Day>& day, const PeopleOnRecord& record, const Knowledge& knowledge);

}  // namespace chancery
