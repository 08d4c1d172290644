// Gives every fact its id: a letter for its kind and a hash of the text, the fact's span and its kind, so that
// the same text read twice (by any version that finds the same span) names the fact the same.
#pragma once

#include "document/document.hpp"

namespace chancery {

/// Also fills `info.id` where the reader had none (a hash of title and text). Facts with the same key get "-2", "-3".
void identify(Document& document);

}  // namespace chancery
