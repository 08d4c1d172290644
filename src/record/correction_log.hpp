// The log of everything people corrected: making several corrections in one go, taking them back, doing them again,
// reading the log. What is made in one go stands as a whole or not at all.
//
// Threads: as Record. Errors: Error(input) for what cannot be corrected so, saying what can; Conflict where somebody
// else was faster; Error(record) where another program has been writing for too long.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "record/query.hpp"
#include "record/record.hpp"

namespace chancery::record {

/// The fact was judged by somebody else since the asker looked, or its document was read anew. Nothing was changed.
class Conflict : public Error {
 public:
  Conflict(const std::string& message, std::optional<Correction> by) : Error(ErrorKind::input, message), theirs(std::move(by)) {}
  std::optional<Correction> theirs;  ///< what the other one said, or took back; nothing where it was read anew
};

/// A correction to be made; document, fact, action, field, value, why, person, other, encounter, other_encounter.
struct Wish : Correction {
  std::vector<std::string> documents;  ///< part_person: those that name somebody else
  std::optional<int64_t> seen;         ///< the latest correction of the fact that stood when the asker looked; 0: none
  std::optional<int64_t> reading;      ///< Kept::reading of what the asker looked at
};

/// All in one batch. part_person makes one correction for every entity it parts.
std::vector<Correction> correct(Record& record, const std::vector<Wish>& wishes, const std::string& who);

/// Throws Conflict where one of them does not stand any more.
std::vector<Correction> undo(Record& record, const std::vector<int64_t>& numbers, const std::string& who, const std::string& why = {});
/// Throws Conflict where one of them stands. A later change of the same field still holds.
std::vector<Correction> redo(Record& record, const std::vector<int64_t>& numbers, const std::string& who, const std::string& why = {});

struct CorrectionFilters {
  std::string document, who;
  std::string kind;            ///< statement, event ...; person, encounter
  std::optional<int64_t> batch;
  std::optional<bool> undone;  ///< nothing: both
  std::string person;          ///< joined with, or parted from, whoever is shown under that key
  std::string encounter;       ///< joined with, or parted from, the encounter that has that key now
};
struct CorrectionPage {
  int64_t total = 0;
  std::vector<Correction> corrections;  ///< newest first
};
CorrectionPage list_corrections(const Record& record, const CorrectionFilters& filters, const Page& page);
/// Numbers of all that stand (or, with undone = true, do not) and pass the filters: to undo or redo them together.
std::vector<int64_t> correction_numbers(const Record& record, const CorrectionFilters& filters);

/// "statement", "person": of what the correction speaks.
std::string_view kind_of(const Correction& correction);

}  // namespace chancery::record
