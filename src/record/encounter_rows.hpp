// Rows of `encounters`: which accounts each has, and under which key. Inside record/ only.
#pragma once

#include <string>

#include "record/encounters.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// The accounts of a group, in all versions of their documents, become one encounter: the oldest of those whose keys are
/// homes of theirs. What is left without accounts is for settle_encounters().
void gather(Database& database, const AccountGroup& group);

/// A key that no encounter has and no account comes home to: `stem`, or "stem-2".
std::string free_encounter_key(Database& database, const std::string& stem);

/// The key of the encounter that `key` leads to now; empty where it leads nowhere.
std::string encounter_key(Database& database, const std::string& key);

/// Accounts of a version, and those matched with them, are to be compared again; their matches go.
void compare_again(Database& database, int64_t version);

}  // namespace chancery::record
