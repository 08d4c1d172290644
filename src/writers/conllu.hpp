// CoNLL-U: words and sentences of the text, with the columns that tag and parse have filled.
//
// Follows universaldependencies.org/format.html; a column nobody has filled is "_". The title is a comment.
#pragma once

#include <string>

#include "document/document.hpp"

namespace chancery::writers {

/// Sentences with a blank line after each.
std::string to_conllu(const Document& document);

}  // namespace chancery::writers
