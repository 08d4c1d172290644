// Gathers the items of a timeline as rows: encounters with their accounts, and what was said. Inside questions/ only.
#pragma once

#include <vector>

#include "questions/timeline.hpp"

namespace chancery::questions {

/// Of all kinds and days, in no order. `b` null: of `a` alone.
std::vector<ItemRow> gather_items(const record::Record& record, const Knowledge& knowledge, const record::Side& a, const record::Side* b);

/// Meetings and calls: what gaps are reckoned by, and what comes "last" and "first".
bool is_encounter(const ItemRow& row);

}  // namespace chancery::questions
