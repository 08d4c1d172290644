// What people should look at first: the facts that nobody has judged, the least certain first.
//
// The share of each kind that is expected to be right while few are judged is what was measured on releases with gold
// annotations (docs/quality.md, "Readouts" and "Points"). Pure but for reading the record; throws Error(input) as
// record::queue does.
#pragma once

#include <span>
#include <string_view>

#include "record/judgements.hpp"

namespace chancery::questions {

/// Of so many that were read, so many were right in all that is scored of their kind.
struct Measured {
  std::string_view kind;
  int right, given;
  std::string_view source;  ///< the rows of docs/quality.md
};
std::span<const Measured> measured_on_gold();

/// Laplace's rule of succession, (right + 1) / (given + 2): thirteen of thirteen are not certainty.
double expected_right(const Measured& measured);

record::Queue queue(const record::Record& record, const record::QueueFilters& filters, const record::Page& page);

}  // namespace chancery::questions
