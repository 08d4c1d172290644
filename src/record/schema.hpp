// The tables of the record and the steps that lead from older ones to them: the only place that defines them.
#pragma once

#include <string_view>
#include <vector>

namespace chancery::record {

/// PRAGMA application_id: "CHNC".
inline constexpr int kApplication = 0x43484E43;

/// Step n leads from PRAGMA user_version n to n + 1; a new record takes them all. A published step is never changed.
const std::vector<std::string_view>& schema_steps();

}  // namespace chancery::record
