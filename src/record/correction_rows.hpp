// Rows of `corrections` as values. Inside record/ only.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "record/record.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// To be followed by a condition on `c` (corrections) and `d` (documents); read with `read_correction`.
inline constexpr std::string_view kCorrectionColumns =
    "SELECT c.id, c.key, c.batch, c.action, d.key, d.title, c.fact, c.field, c.value, c.before, c.person, c.other, c.encounter, c.other_encounter, c.label, c.who, "
    "c.why, c.made, c.undone, c.undone_by FROM corrections c LEFT JOIN documents d ON d.id = c.document ";
Correction read_correction(const Rows& rows);

std::optional<Correction> find_correction(Database& database, int64_t number);

/// Fills key, time and number; the batch must be set.
Correction keep_correction(Database& database, Correction made);
int64_t next_batch(Database& database);

/// UTC with milliseconds, later than that of every correction, undoing and redoing kept here: the order in which changes hold.
std::string moment(Database& database, std::chrono::milliseconds ahead = {});

}  // namespace chancery::record
