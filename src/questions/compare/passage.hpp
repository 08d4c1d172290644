// Where a document tells of one of its encounters.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"

namespace chancery::questions::compare {

/// The stretches of the document that tell of the event with this id, in order; nothing where all of it does: the release
/// is about that event alone, or has none of that id.
///
/// Of several that a release is about, each has what stands between where it is told and where the next one is. One that
/// is only referred to has the sentences that refer to it; in a text that is about no encounter, such as an address, also
/// those after them in the paragraph, as long as they tell what was talked of or speak of the other side and no other
/// event is told. Needs sentences and blocks. Spans are bytes; linear in the document's facts.
std::optional<std::vector<Span>> passage_of(const Document& document, const std::string& event);

}  // namespace chancery::questions::compare
