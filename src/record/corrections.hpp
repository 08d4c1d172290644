// Applying what people corrected to the rows of facts, inside a transaction. Inside record/ only.
//
// A fact is what the machine read, then every standing change in the order in which they were made; so undoing, doing
// again and bringing in what colleagues did lead to the same fact in any order.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "record/record.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// After the facts of a version were written anew: sets what the corrections that stand say. `found` are the facts that
/// the machine read just now, whose values are what undoing leads back to.
void apply_corrections(Database& database, int64_t document, int64_t version, const std::set<std::string>& found);

/// Ids of everything the machine read in it.
std::set<std::string> facts_of(const Document& document);

/// Facts that a new run must not lose: confirmed or changed, and the entities that changes name.
std::set<std::string> facts_to_keep(Database& database, int64_t document);

/// The facts that corrections of one go touch; brings everything that follows from them in step once, at the end.
class Touched {
 public:
  explicit Touched(Database& database) : database_(database) {}

  /// The current version of a document, whose facts may then be changed. Throws Error(input) where there is none.
  int64_t version_of(int64_t document);
  /// To be made anew from the machine's values and what stands.
  void fact(int64_t document, const std::string& fact);
  void people() { people_ = true; }
  void encounters() { encounters_ = true; }

  void finish();

 private:
  Database& database_;
  std::map<int64_t, int64_t> versions_;  ///< by document
  std::set<std::pair<int64_t, std::string>> facts_;
  bool people_ = false, encounters_ = false;
};

/// Keeps what the machine read in that field, unless a standing change is there already.
void keep_machine_value(Database& database, int64_t document, int64_t version, const std::string& fact, const std::string& field);

}  // namespace chancery::record
