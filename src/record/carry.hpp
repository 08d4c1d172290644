// Taking over facts that people confirmed or changed into a new reading that did not find them.
#pragma once

#include <set>
#include <string>

#include "document/document.hpp"

namespace chancery::record {

/// Adds to `fresh` those facts of `old` whose id is in `kept` and which it lacks, with the entities they name. Both
/// have the same title and text.
void carry_over(const Document& old, const std::set<std::string>& kept, Document& fresh);

}  // namespace chancery::record
