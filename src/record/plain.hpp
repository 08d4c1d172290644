// What people may write into the record by hand: names, reasons, values. Pure; any thread. Inside record/ only.
//
// A control character in a name breaks the line it is printed in and is no character of XML, which feeds are made of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chancery::record {

inline constexpr size_t kLongestUser = 100;    ///< bytes of the name of who does something
inline constexpr size_t kLongestReason = 2000;  ///< bytes of a reason or a source

/// Valid UTF-8 of at most `most` bytes on one line: no control characters. May be empty.
bool is_line(std::string_view text, size_t most);
/// The same, with line breaks and tabs.
bool is_lines(std::string_view text, size_t most);
/// A line that is not empty and has no blank at either end.
bool is_name(std::string_view text, size_t most);

/// Throw Error(input) that names what is wrong; `what` begins the message: "the reason".
void need_name(const std::string& name, size_t most, std::string_view what);
void need_lines(const std::string& text, size_t most, std::string_view what);

}  // namespace chancery::record
