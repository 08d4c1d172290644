// What the stages found in a document, as short lines that a person can check against the text.
#pragma once

#include <string>

#include "document/document.hpp"

namespace chancery::testing {

/// `layers`: words parted by spaces, any of words, sentences, mentions, entities, statements, events.
std::string describe(const Document& document, const std::string& layers);

}  // namespace chancery::testing
