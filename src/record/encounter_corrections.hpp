// What people said of which accounts are of one encounter: joining two encounters, parting an account. Inside record/
// only; the log of corrections (correction_log.hpp) keeps the words.
//
// A ruling names encounters by the keys their accounts come home to, so that it holds through new readings. A parted
// account is joined to nothing by the machine; joined accounts stay joined whatever the machine thinks. Of a joining and
// a parting of one account, the later holds.
#pragma once

#include <cstdint>
#include <vector>

#include "record/encounters.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

struct EncounterRulings {
  std::vector<AccountMatch> joined;  ///< with who said so, and why
  std::vector<int64_t> parted;       ///< accounts, sorted
};
EncounterRulings encounter_rulings(Database& database);

/// `wish` with the keys that hold. Throws Error(input) where an encounter is not on record, or they are one already.
Correction joining_encounters(Database& database, const Correction& wish);
/// The account is `fact` of `document`. Throws Error(input) where it stands alone already.
Correction parting_account(Database& database, const Correction& wish);

/// Brings encounters in step with the rulings that stand, after some were made, taken back or brought in. What the
/// machine found alike is as it was; it is due to be compared again.
void apply_encounter_rulings(Database& database);

}  // namespace chancery::record
