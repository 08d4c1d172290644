// UTF-8 text: checking, repairing and walking. Offsets are bytes unless a name says code points.
// All functions are pure and safe to call from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chancery::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code_point = 0;
  uint32_t length = 0;  ///< bytes taken; at least 1 inside the text
  bool valid = true;
};

/// Decodes at `offset` (< text.size()). An invalid byte gives U+FFFD, length 1, valid false.
Decoded decode(std::string_view text, size_t offset);

/// The code point that ends at byte `offset` (> 0).
Decoded decode_before(std::string_view text, size_t offset);

void append(std::string& out, char32_t code_point);

bool is_valid(std::string_view text);

/// Replaces each invalid byte by one U+FFFD: "a\xFFb" => "a\uFFFDb".
std::string repaired(std::string_view text);

size_t count(std::string_view text);

/// Lower case for the scripts of our languages (Latin, Greek, Cyrillic, Armenian); locale-free, 1:1 by code point.
char32_t lower(char32_t c);
char32_t upper(char32_t c);
std::string lower(std::string_view text);

bool is_upper(char32_t c);
bool is_letter(char32_t c);
bool is_digit(char32_t c);   ///< ASCII digits
bool is_space(char32_t c);   ///< white space, no-break spaces, line and paragraph separators

/// Strips combining marks and diacritics of Latin letters: "Čaputová" => "Caputova".
std::string unaccented(std::string_view text);

/// Byte offsets to code point offsets in one text. Keeps a mark every 64 bytes; a look-up is O(64).
/// Refers to the text, which must outlive it.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  size_t at(size_t byte_offset) const;
  /// Byte offset of a code point offset; the text's size where it lies beyond the end.
  size_t byte_of(size_t code_point_offset) const;

 private:
  std::string_view text_;
  bool ascii_ = false;
  std::vector<uint32_t> marks_;
};

}  // namespace chancery::utf8
