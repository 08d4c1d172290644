// People across documents: whom the record knows, and what a person (the user) has said about who is who.
//
// A document's entity carries the key of the person the machine takes it for (Entity::person). Two people can be joined,
// and the entities of some documents parted from one; both stand through every new reading until they are undone.
// Threads, errors: as Record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/record.hpp"

namespace chancery::record {

/// A person as all documents in force name them.
struct PersonOnRecord {
  std::string key;
  std::vector<std::string> names, countries;
  std::vector<Count> offices;       ///< as written, but former ones, and in how many documents
  std::string first_day, last_day;  ///< of publication
};
std::vector<PersonOnRecord> people_on_record(const Record& record);

/// A person whom nobody has told apart yet: of a document in force, without key.
struct OpenPerson {
  int64_t row = 0;
  Entity entity;  ///< name, country, offices; `person` and `linked_by` are for identify_people
  std::string document, day;
};
std::vector<OpenPerson> open_people(const Record& record);
/// Keeps who they are, in one transaction. One whose person stands in the same document under another name stays open.
void identify_people(Record& record, const std::vector<OpenPerson>& people);

struct PeopleCorrection {
  int64_t number = 0;
  std::string action;    ///< join: `person` is `other`; part: the entity `fact` of `document` is `other`, not `person`
  std::string person, other, document, fact, who, why, when;
};

/// `other` is `person`: all that was found of it is shown with `person`. Throws Error(input) where one of them is not on
/// record, or they are one already.
PeopleCorrection join_people(Record& record, const std::string& person, const std::string& other, const std::string& who, const std::string& why);
/// Whoever these documents name is somebody else than `person`: a person of their own, one for all of them.
/// Throws Error(input) where none of a document's entities is that person.
std::vector<PeopleCorrection> part_person(Record& record, const std::string& person, const std::vector<std::string>& documents, const std::string& who, const std::string& why);
/// Those that stand, newest first.
std::vector<PeopleCorrection> people_corrections(const Record& record);
/// Throws Error(input) where no such correction stands.
void undo_people_correction(Record& record, int64_t number, const std::string& who);

}  // namespace chancery::record
