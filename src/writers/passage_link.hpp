// A link into the page as published, at a passage: URL fragment text directives (WICG Scroll To Text Fragment).
// Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "document/citation.hpp"

namespace chancery::writers {

/// Fit to stand in a link, a citation, a feed: http and https addresses with what may not stand in one percent-encoded.
/// Empty for any other address.
std::string web_address(std::string_view url);

/// "https://...#:~:text=prefix-,start,end,-suffix"; empty where the document has no web address. A long passage, or one
/// over several paragraphs, is named by its first and last words; the words around it keep a repeated phrase apart.
std::string passage_link(std::string_view url, const CitedPassage& passage);

}  // namespace chancery::writers
