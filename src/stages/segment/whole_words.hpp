// Words that are more than letters and stay whole: addresses, file names, figures, dates, telephone numbers, smileys,
// repeated marks. Each function gives the length in bytes of such a word that begins at `at` in a run of characters
// without white space, 0 where none does; each takes time linear in what it looks at. Pure functions.
#pragma once

#include <cstdint>

#include "stages/segment/characters.hpp"
#include "stages/segment/spelling.hpp"

namespace chancery {

/// "https://a.org/b?c=1", "www.a.org", "desk@a.org", "Rice@ENRON", without closing punctuation.
uint32_t address_length(const Run& run, uint32_t at);

/// "report-2.doc", "example.com", "misc.consumers.x", ".pdf".
uint32_t name_with_stops_length(const Run& run, uint32_t at, const Spelling& spelling);

/// "1,000.5", "19:23", "25th", "1990s", "2017-11-19", "713-555-0100", "+44"; a sign or unit after it stands alone.
uint32_t number_length(const Run& run, uint32_t at, const Spelling& spelling);

/// ":)", ";-)", "^_^", "<3" with nothing but marks after it.
uint32_t smiley_length(const Run& run, uint32_t at);

/// "!!", "?!", "...", "--", "====", "<<", "''": marks that UD takes together; a single mark is its own length.
uint32_t marks_length(const Run& run, uint32_t at);

}  // namespace chancery
