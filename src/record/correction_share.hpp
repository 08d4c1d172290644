// Corrections on their way between copies of a record: what one copy says, and taking over what another says.
//
// A correction has one key in every copy; bringing in the same ones again changes nothing, and what was taken back
// there since is taken back here: of undoing and redoing, the latest holds. Threads, errors: as Record.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "record/record.hpp"

namespace chancery::record {

struct Turn {
  std::string action;  ///< undo | redo
  std::string who, why, made;
};

/// An encounter as another record knows it again: by the account that tells of it standing alone.
struct SharedEncounter {
  std::string key;                 ///< in the copy it comes from
  std::string document, identity;  ///< of the document that tells of it
  std::string account;             ///< key of the account
};

struct SharedCorrection {
  Correction correction;    ///< number, batch and the keys of encounters are those of the copy it comes from
  std::string identity;     ///< of the document: what makes it the same one in another record
  std::vector<Turn> turns;  ///< oldest first
  SharedEncounter encounter, other_encounter;  ///< join_encounters, part_account
};

/// All of them, oldest first. `take` must not write to the record.
void share_corrections(const Record& record, const std::function<void(const SharedCorrection&)>& take);

enum class Takeover : uint8_t {
  taken,    ///< new here, or taken back or done again as there
  known,    ///< nothing to do
  refused,  ///< its document, fact, person or account is not here
};

/// Takes over several in one transaction; those that are refused stop none of the others.
class Takeovers {
 public:
  explicit Takeovers(Record& record);
  ~Takeovers();
  Takeovers(const Takeovers&) = delete;
  Takeovers& operator=(const Takeovers&) = delete;

  /// `why`: of a refusal.
  Takeover take(const SharedCorrection& shared, std::string& why);
  /// Without it nothing is changed.
  void commit();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace chancery::record
