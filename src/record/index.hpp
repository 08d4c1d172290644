// Keeping the full-text index in step with the tables. FTS5's external content must be taken out with the very
// words it was put in with, so call the `unindex` functions before the rows change and `index` after.
#pragma once

#include <cstdint>

#include "record/sqlite.hpp"

namespace chancery::record {

void index_document(Database& database, int64_t document);
void unindex_document(Database& database, int64_t document);

/// Statements of a version; only those of current versions are indexed.
void index_statements(Database& database, int64_t version);
void unindex_statements(Database& database, int64_t version);
void index_statement(Database& database, int64_t statement);
void unindex_statement(Database& database, int64_t statement);

/// Merges the index into one piece, in which no word of deleted rows is left.
void purge_index(Database& database);

}  // namespace chancery::record
