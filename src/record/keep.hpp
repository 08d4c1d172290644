// Keeping documents: the steps inside a transaction that add, change and remove them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "record/record.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// Compressing and hashing is done before the write lock is taken.
struct Prepared {
  const Document* document = nullptr;
  std::string identity, content_hash, bytes_hash, frame, media_type, wording;
  size_t size = 0;
};
Prepared prepare(const Document& document, const Original& original);

/// What must be put into the search index once the documents' savepoints are behind (FTS5 would write out a piece
/// of its index at each of them).
struct ToIndex {
  std::vector<int64_t> documents, versions;
  /// Takes out a document that was put in during this transaction; false where it was not.
  bool drop(int64_t document, int64_t version);
  void run(Database& database) const;
};

/// One document, inside a transaction.
Added keep(Database& database, const Prepared& prepared, RunId run, ToIndex& index);

Outcome outcome_of(Database& database, const Document& document, const Original& original);

void keep_failure(Database& database, const std::string& item, const std::string& reason, RunId run);

/// Throws Error(input) where there is no such document.
int64_t document_row(Database& database, const std::string& id);

}  // namespace chancery::record
