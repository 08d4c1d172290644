// The terms of a commitment: by when, on what condition, and where the clause that makes it ends.
#pragma once

#include "document/document.hpp"
#include "stages/facts/clause.hpp"
#include "stages/facts/cues.hpp"
#include "stages/facts/tree.hpp"

namespace chancery::facts {

/// The day, month, year or span set in a clause. Days before the release, and years that only name something ("the
/// 2050 Strategy"), set none.
EventTime due_in(const Document& document, Stretch clause);

/// The "if ..." or "as long as ..." that a clause hangs on; empty where it hangs on none.
Span condition_of(const Document& document, const Clause& clause, const Sentence& sentence, const Cues& cues);

/// One past the last word of the clause of `verb`: a clause joined on that has a subject of its own is left out.
Index end_of_clause(const Document& document, Index verb, Index last);

}  // namespace chancery::facts
