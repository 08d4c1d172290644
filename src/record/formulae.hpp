// The wording of versions as packed shingles (document/phrases.hpp), kept beside them. Inside record/ only.
#pragma once

#include <cstdint>
#include <string>

#include "record/sqlite.hpp"

namespace chancery::record {

std::string wording_of(std::string_view text);

/// That of the document's current version, in the place of older ones.
void keep_wording(Database& database, int64_t document, int64_t version, const std::string& wording);

/// shingles_of(text), with which a record of an older schema is filled.
void register_shingles(Database& database);

}  // namespace chancery::record
