// Classes of characters that the cutting of words goes by, and looking at one run of characters without white space.
// Pure functions.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/utf8.hpp"
#include "document/word.hpp"

namespace chancery {

inline bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'ʼ' || c == '`' || c == U'´'; }
inline bool is_combining(char32_t c) { return c >= 0x300 && c < 0x370; }
inline bool is_word_char(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  return utf8::is_letter(c) || is_invisible(c) || is_combining(c);
}

/// A view of a run with bounds that never fail: beyond its ends stands the code point 0.
class Run {
 public:
  explicit Run(std::string_view text) : text_(text) {}
  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  utf8::Decoded peek(uint32_t at) const {
    if (at >= text_.size()) return {0, 0, false};
    const auto byte = static_cast<unsigned char>(text_[at]);
    return byte < 0x80 ? utf8::Decoded{byte, 1, true} : utf8::decode(text_, at);  // nearly all are ASCII
  }
  char32_t at(uint32_t offset) const { return peek(offset).code_point; }
  char32_t before(uint32_t offset) const { return offset > 0 && offset <= text_.size() ? utf8::decode_before(text_, offset).code_point : 0; }
  std::string_view text() const { return text_; }
  std::string_view from(uint32_t offset) const { return text_.substr(offset); }
  std::string_view between(uint32_t begin, uint32_t end) const { return text_.substr(begin, end - begin); }

 private:
  std::string_view text_;
};

}  // namespace chancery
