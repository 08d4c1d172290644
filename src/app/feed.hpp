// The Atom feed of a saved search: what came into the record last, first, each with the passage and whose account it is.
#pragma once

#include <string>

#include "questions/export.hpp"
#include "record/searches.hpp"

namespace chancery::app {

struct FeedQuery {
  record::SavedSearch search;
  /// `search.query` as values: search.what says which of `search` and `encounters` is asked.
  questions::ExportQuery query;
  std::string base;       ///< where the reading room is: "http://127.0.0.1:8417", without a slash at the end
  std::string generator;  ///< name and version of the program
};

/// At most 50 entries, of one consistent state of the record. The same record and search give the same bytes, so that an
/// entity tag tells whether anything is new.
std::string feed(const record::Record& record, const FeedQuery& query);

}  // namespace chancery::app
