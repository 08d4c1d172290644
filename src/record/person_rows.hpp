// Rows of `people` and which of them an entity belongs to. Inside record/ only.
#pragma once

#include <cstdint>
#include <string>

#include "record/sqlite.hpp"

namespace chancery::record {

/// The row of that key; made where there is none.
int64_t person_row(Database& database, const std::string& key, const std::string& name, const std::string& country);

/// The key that stands for `key` after all joins.
std::string joined_into(Database& database, const std::string& key);

/// Whom an entity is shown as: what people said of it, else the machine's `key` after all joins.
std::string shown_person(Database& database, int64_t document, const std::string& fact, const std::string& key);

/// Makes `entities.person` anew from the machine's keys and the corrections that stand.
void assign_people(Database& database);

/// People whom no entity and no correction names any more go.
void settle_people(Database& database);

/// Calls people as documents in the record call them most often, and gives them the country they mostly act for.
void name_people(Database& database);

}  // namespace chancery::record
