// How a word is written: the classes of capitals on which the case of its lemma depends. Pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chancery::tag {

/// "said", "Said", "PRESIDENT", "NATO" (two to four letters), "I", "McCain", "G8" (digits beside letters or alone),
/// "..." (neither).
enum class LetterCase : uint8_t { lower, title, upper, upper_short, single, mixed, digits, none };
inline constexpr size_t kLetterCases = 8;

LetterCase letter_case(std::string_view form);

/// "putin" => "Putin"
std::string title_case(std::string_view lower);

/// "1,234,567.8" => "1234567.8": no commas between groups of three digits. Other text is left as it is.
std::string without_grouping(std::string_view text);

std::string upper_case(std::string_view text);

}  // namespace chancery::tag
