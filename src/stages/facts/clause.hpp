// The clause of a verb: where it begins, which words are its subject, what governs it. Shallow, by cue words alone.
#pragma once

#include "document/document.hpp"
#include "stages/facts/cues.hpp"

namespace chancery::facts {

struct Clause {
  Index first = 0;            ///< its first word
  Index predicate = 0;        ///< its first verb word: "are" of "are committed to"
  Index last = 0;             ///< one past its last word
  Index subject_first = 0, subject_last = 0;  ///< empty where the subject is shared with the clause before
  Index opener = kNone;       ///< the conjunction or relative word before it
  bool hoped = false;         ///< it hangs on "hope", "expect", "so that" and the like
  bool sure = false;          ///< it hangs on "confident", "sure"
};

/// The words before the first verb of [`begin`, `end`): the subject that later clauses of a sentence share.
Index first_verb_of(const Document& document, Index begin, Index end, const Cues& cues);

/// The clause whose announcing word ("will", "agreed to") stands at `verb` in the sentence [`begin`, `end`).
Clause clause_at(const Document& document, Index verb, Index begin, Index end, const Cues& cues);

}  // namespace chancery::facts
