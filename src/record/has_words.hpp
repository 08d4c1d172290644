// An SQL function for our own connections: whether words stand in a short text.
#pragma once

#include "record/sqlite.hpp"

namespace chancery::record {

/// Adds has_words(text, words): each word of `words` begins a word of `text`, without accents and case. True for none.
void register_has_words(Database& database);

}  // namespace chancery::record
