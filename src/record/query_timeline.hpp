// What a timeline is made of, as light rows: which accounts tell of two sides together, who said something and where
// somebody is named, and how far what is on record reaches. questions/ merges them and asks for the lines it shows.
//
// Rows are of current versions and not rejected. Days are ISO days, empty where unknown; offsets are code points.
// Memory grows by about a hundred bytes a row. Read several under one Record::Snapshot.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/query.hpp"

namespace chancery::record {

/// A country by its code, or a person: by key, or, where nobody has told who it is, by all words of the name.
struct Side {
  std::string country;  ///< ISO 3166-1 alpha-3; the other is empty
  std::string person;   ///< "w-..." or a name
};

/// Encounters of `types` of which one account names both sides, each by somebody else.
std::vector<int64_t> encounters_between(const Record& record, const Side& a, const Side& b, const std::vector<EventType>& types);

/// Somebody who takes part in an encounter beside the side.
struct OtherRow {
  int64_t encounter = 0;
  std::string country;  ///< acted for; empty where it is not known
  std::string type, name, office;
  std::string person;  ///< key; empty where nobody has told who it is
};
/// Everybody whom accounts name beside the side and who is not known to act for the side's own country.
std::vector<OtherRow> others_met(const Record& record, const Side& side, const std::vector<EventType>& types);

/// One account of an encounter.
struct AccountRow {
  int64_t encounter = 0, account = 0;
  bool main = false;
  EventType type = EventType::other;
  chancery::Status status = chancery::Status::happened;
  std::string channel;
  std::string from, to, basis;  ///< of the encounter, as this account tells it
  std::string published;        ///< day of the document
};
/// All accounts of these encounters: those of one after another, its leading one first.
std::vector<AccountRow> accounts_of_encounters(const Record& record, const std::vector<int64_t>& encounters);

/// A statement and one of its speakers who belongs to the side.
struct SaidRow {
  int64_t statement = 0, version = 0, speaker = 0;
  int64_t parent = 0;  ///< the statement that holds it; 0 for none
  Range span;
  std::string day;     ///< of publication
};
std::vector<SaidRow> said_by(const Record& record, const Side& side);

/// Where a side is named, by more than a pronoun: a country itself, its nationals, its bodies and places and whoever
/// acts for it; a person alone. In the order of versions, parts and offsets; within `versions` only.
struct NamedRow {
  int64_t version = 0;
  Range span;
};
std::vector<NamedRow> named_in(const Record& record, const Side& side, const std::vector<int64_t>& versions);

/// The same within one statement, in the order of the text.
std::vector<Range> named_in_statement(const Record& record, const Side& side, int64_t statement);

/// The lines of rows given by the functions above.
EncounterLine encounter_line(const Record& record, int64_t account);
StatementLine statement_line(const Record& record, int64_t statement);

}  // namespace chancery::record
