// Keeping Document::mentions in order while `Mention::bearer`, an index into them, goes on pointing at the same one.
#pragma once

#include <vector>

#include "document/document.hpp"

namespace chancery {

/// Sorts by span; equal spans keep their order.
void sort_mentions(std::vector<Mention>& mentions);

/// Puts one in its place and returns its index.
Index insert_mention(Document& document, Mention mention);

}  // namespace chancery
