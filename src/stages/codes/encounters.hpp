// PLOVER codes of the encounters that earlier stages found: a meeting that took place is CONSULT, one that is planned
// AGREE, one that is called off REJECT. Host and guest, sender and recipient keep their direction.
#pragma once

#include "document/document.hpp"

namespace chancery::codes {

/// An act of `told` that tells of such an encounter, between people who take part in it, becomes one with it. Leaves out an
/// encounter of whose words one of the others makes more: "refused to meet" is no meeting.
void code_encounters(Document& document, std::vector<Event>& told);

/// Whether the document is a release with an event of its own: a meeting, a letter, a statement. What was said and
/// promised there is told by its points, statements and commitments, and single sentences are not coded besides.
bool is_release(const Document& document);

}  // namespace chancery::codes
