// Which language a text is in, by its words (Compact Language Detector 2). Pure functions, thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// BCP 47 of the language that most of the text is in; empty where that is not sure: too few words, two languages side
/// by side, a list of names. Looks at the first 8,000 bytes.
std::string recognised_language(std::string_view text);

/// "en-GB" => "en"
std::string_view primary_language(std::string_view tag);

}  // namespace chancery
