// From bytes in any charset to UTF-8. What cannot be decoded becomes U+FFFD; nothing here throws for bad input.
// Functions are pure and safe to call from any thread. Charset names are those of IANA.
#pragma once

#include <string>
#include <string_view>

namespace chancery::readers {

struct Charset {
  std::string name = "UTF-8";
  size_t bom = 0;          ///< bytes of byte order mark to drop
  bool guessed = false;    ///< by the look of the bytes alone, without mark or declaration
};

/// By byte order mark, by being valid UTF-8, by small bytes in every second or fourth place, and only then by
/// frequency: a legacy charset is believed when many bytes speak for it and none for UTF-8, so that a stray byte in
/// UTF-8 stays a stray byte. `head` may end in the middle of a character.
Charset detect_charset(std::string_view head);

/// The charset a declaration names ("windows-1251", "cp1251", "x-cp1251"), if ICU can decode it; else empty.
/// Follows the WHATWG Encoding Standard in taking ISO-8859-1 and ASCII for windows-1252.
std::string known_charset(std::string_view label);

/// For UTF-8, valid input comes back unchanged and each invalid byte becomes one U+FFFD.
std::string to_utf8(std::string_view bytes, const std::string& charset);

bool is_valid_utf8(std::string_view bytes);

}  // namespace chancery::readers
