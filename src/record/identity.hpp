// What makes a document the same one when it comes again.
#pragma once

#include <string>

#include "record/record.hpp"

namespace chancery::record {

/// "url:...", else "id:..." where the id was given rather than made from the words, else "path:..." of the one file
/// that holds it, else "words:..." (a line of a stream or table without id or address).
std::string identity_of(const Document& document, const Original& original);

/// What decides whether it has changed: title, text, publication time and publisher. A page around the same words may
/// change freely.
std::string content_hash_of(const Document& document);

/// The id that the words alone give, as identify() makes it.
std::string id_from_words(const Document& document);

}  // namespace chancery::record
