// An FTS5 function for our own connections: where the words looked for stand in a row.
#pragma once

#include <string_view>
#include <vector>

#include "record/sqlite.hpp"

namespace chancery::record {

/// Adds marks(table, column): a blob of pairs of uint32 (byte begin, byte end), sorted, not overlapping.
void register_marks(Database& database);

struct ByteRange {
  uint32_t begin = 0;
  uint32_t end = 0;
};
std::vector<ByteRange> unpack_marks(std::string_view blob);

}  // namespace chancery::record
