// TimeML 1.2.1: the text of one document with its time expressions as TIMEX3.
//
// The text between <TEXT> and </TEXT>, tags taken out and entities resolved, is the document's text, except that
// characters which XML 1.0 cannot hold are U+FFFD. Of expressions that overlap the first is kept.
#pragma once

#include <string>

#include "document/document.hpp"

namespace chancery::writers {

std::string to_timeml(const Document& document);

}  // namespace chancery::writers
