// Applying what people corrected to the rows of facts, inside a transaction.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "record/sqlite.hpp"

namespace chancery::record {

/// Sets standing and changed fields of every fact of the version as the corrections that stand say, oldest first.
/// With `fact`, of just that one, which is first set back to the machine's standing.
void apply_corrections(Database& database, int64_t document, int64_t version, const std::string& fact = {});

/// Facts that a new run must not lose: confirmed or changed.
std::set<std::string> facts_to_keep(Database& database, int64_t document);

}  // namespace chancery::record
