// Who said what in a release, for people at a terminal: each statement with its speaker, its cue, whom it was said to
// and its words, in the order of the text; what stands inside another is indented below it. Whose account it is stands
// at the head.
//
// Whatever the document holds, what comes out cannot act on a terminal. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "writers/text.hpp"

namespace chancery::writers {

/// Several values of one kind are alternatives; both kinds must hold. Empty does not restrict.
struct StatementFilter {
  std::vector<std::string> speakers;  ///< names; all words of one, without accents and case
  std::vector<std::string> topics;    ///< labels, case does not count
  bool empty() const { return speakers.empty() && topics.empty(); }
};

bool passes(const Document& document, const Statement& statement, const StatementFilter& filter);

/// Empty where a filter leaves nothing of the document.
std::string to_statements(const Document& document, const StatementFilter& filter, const TextLayout& layout);

}  // namespace chancery::writers
