// Who is who, as people said: the checks and log lines of joining two and parting one. Inside record/ only, in a
// transaction; Touched::people() brings the entities in step.
#pragma once

#include <vector>

#include "record/correction_log.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// Fills what the log says beside what was asked. Throws Error(input) where a person is not on record, or they are one.
std::vector<Correction> joining_people(Database& database, const Wish& wish);
/// One for each entity of the documents that is shown as the person.
std::vector<Correction> parting_person(Database& database, const Wish& wish);

}  // namespace chancery::record
