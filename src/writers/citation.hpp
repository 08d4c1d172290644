// Citations of a document or a passage of it: plain text, CSL-JSON (csl-data 1.0) and BibTeX.
//
// The author is who published it, as an institution; the document is that publisher's account, and who is quoted in it
// is said in a note. Nothing is invented: what is unknown is left out, a title that is missing becomes a description in
// brackets, a day of which only the year is known stays a year. Pure functions; the values are not changed.
#pragma once

#include <string>
#include <vector>

#include "document/citation.hpp"

namespace chancery::writers {

/// One line: publisher, “title”, day, “words” (where they stand). address of the passage.
std::string cite_as_text(const Citation& citation);

/// A JSON array of items, as reference managers read it; on one line, or with `indent` spaces.
std::string cite_as_csl(const std::vector<Citation>& citations, int indent = -1);

/// One @misc entry in UTF-8, that BibTeX with UTF-8 and BibLaTeX read.
std::string cite_as_bibtex(const Citation& citation);

/// What the item is called in CSL and BibTeX: ASCII letters, digits and hyphens; the same for the same passage.
std::string citation_key(const Citation& citation);

}  // namespace chancery::writers
