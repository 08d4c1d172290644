// Choosing the pieces of a text that show best why it was found.
#pragma once

#include <string_view>
#include <vector>

#include "questions/search.hpp"

namespace chancery::questions {

/// At most three pieces of about 160 code points each, in the order of the text, that hold the most marks; they begin
/// and end between words. Without marks: the beginning of the text. Marks are code points, sorted.
std::vector<Snippet> snippets(std::string_view text, const std::vector<record::Range>& marks);

}  // namespace chancery::questions
