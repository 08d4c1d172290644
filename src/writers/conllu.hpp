// CoNLL-U: words and sentences of the text, with the columns that tag and parse have filled.
//
// Follows universaldependencies.org/format.html; a column nobody has filled is "_". The title is a comment. Words that
// share a stretch of text stand under a range ("1-2 don't"). The forms hold every character of the text that is no white
// space: layout that is no word ("**", "<b>", a rule of dashes) has lines of its own with Layout=Yes in MISC.
#pragma once

#include <string>

#include "document/document.hpp"

namespace chancery::writers {

/// Sentences with a blank line after each.
std::string to_conllu(const Document& document);

}  // namespace chancery::writers
