// Reading and writing the one value of a fact that a correction speaks of, as text. Inside record/ only, in a
// transaction; the search index is brought in step by the caller.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "record/correction_fields.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// Nothing where the version has no such fact.
std::optional<int64_t> row_of_fact(Database& database, int64_t version, const std::string& fact);

/// As a person would write it; empty where nothing is there.
std::string value_of(Database& database, int64_t version, const std::string& fact, const CorrectionField& field);
/// With what a person would not write but a restored value must have: where a participant is named, and the side.
std::string machine_value_of(Database& database, int64_t version, const std::string& fact, const CorrectionField& field);

/// Takes values of either function. Entities that the version does not have are left out.
void set_value(Database& database, int64_t version, const std::string& fact, const CorrectionField& field, const std::string& value);

/// The words of a fact: its quote, or the name; at most 200 characters.
std::string label_of_fact(Database& database, int64_t version, const std::string& fact);

}  // namespace chancery::record
