// Which kind of commitment a clause makes, after what trackers of summit commitments count: a promise is discrete,
// specific, made in public and looks ahead (G20 Research Group, Compliance Coding Manual). What goes on as it is ("we
// will continue to support") or names no deed that could be checked ("we will deepen our ties") is ritual; a topic to
// be talked about is agenda; an event to be held, an offer or an intention is plan.
#pragma once

#include "document/document.hpp"
#include "stages/facts/cues.hpp"
#include "stages/facts/tree.hpp"

namespace chancery::facts {

struct Undertaking {
  Strength strength = Strength::will;
  Index verb = 0;        ///< the word that says what will be done
  Index end = 0;         ///< one past the clause
  bool negated = false;  ///< "will not"
  bool never = false;    ///< "will never": a vow
  bool dated = false;    ///< a day or year is set
};

CommitmentClass class_of(const Document& document, const Undertaking& undertaking, const Cues& cues);

}  // namespace chancery::facts
