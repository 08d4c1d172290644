// Documents that publish one text: a joint statement that both sides put out, a release put out twice. They are folded
// (documents.same_as), so that they count as one account; nothing of them is hidden. Inside record/ only.
//
// Texts of nearly one day and one length are compared by the shingles kept of their wording, then word by word
// (Broder, "On the resemblance and containment of documents", 1997).
#pragma once

#include <cstdint>

#include "record/sqlite.hpp"

namespace chancery::record {

/// Folds the document with those of the same text; under the earliest, so that the order of adding does not matter.
void fold_near_duplicates(Database& database, int64_t document);

/// How much of what two texts say word for word they have in common, 0 to 1: of all runs of four words.
double resemblance(std::string_view a, std::string_view b);

}  // namespace chancery::record
