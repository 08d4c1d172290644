// Saved searches: a name for a question, so that it can be asked again and followed. And what came into the record
// last, for their feeds. Threads, errors: as Record.
#pragma once

#include <string>
#include <vector>

#include "record/query.hpp"

namespace chancery::record {

struct SavedSearch {
  std::string id;     ///< "q-...", filled by the record
  std::string name;   ///< unique
  std::string what;   ///< documents | statements | encounters
  std::string query;  ///< its parameters as in an address: "q=gas&speaker=putin"
  std::string who;
  std::string made;   ///< UTC, filled by the record
};

/// Throws Error(input) for an empty name, or one that another search has.
SavedSearch save_search(Record& record, SavedSearch search);
/// By name.
std::vector<SavedSearch> saved_searches(const Record& record);
/// By id or name. Throws Error(input) where there is none.
SavedSearch saved_search(const Record& record, const std::string& id_or_name);
/// By id. Throws Error(input) where there is none.
void remove_search(Record& record, const std::string& id);

/// What was found, and when its words came into the record (UTC).
template <typename Line>
struct Newly {
  Line line;
  std::string since;
};
/// Whatever came into the record last is first, of whatever day it is. `match` as in find_documents.
std::vector<Newly<DocumentMatch>> newest_documents(const Record& record, const std::string& match, const Filters& filters, size_t limit);
std::vector<Newly<StatementMatch>> newest_statements(const Record& record, const std::string& match, const Filters& filters, size_t limit);
/// By their leading accounts.
std::vector<Newly<EncounterLine>> newest_encounters(const Record& record, const EncounterFilters& filters, size_t limit);

}  // namespace chancery::record
