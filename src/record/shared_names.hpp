// How corrections on their way between records name what they speak of, where keys differ from record to record: a document
// by its identity, an encounter by an account that comes home to it. Inside record/ only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "record/correction_share.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// The row of the document that is the same one here.
std::optional<int64_t> shared_document(Database& database, const std::string& key, const std::string& identity);

/// Of the encounter that has or had that key by itself. Only the key where no account in this record comes home to it.
SharedEncounter share_encounter(Database& database, const std::string& home);

struct KnownAccount {
  int64_t document = 0;
  std::string account, home;  ///< as this record has them
};
/// The account in force that an encounter was named by; nothing, and why, where it is not here.
std::optional<KnownAccount> known_account(Database& database, const SharedEncounter& shared, std::string& why);

}  // namespace chancery::record
