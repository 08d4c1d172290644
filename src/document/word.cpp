#include "document/word.hpp"

#include "base/utf8.hpp"

namespace chancery {
namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'ʼ'; }

char32_t plain(char32_t c) {
  switch (c) {
    case U'’': case U'ʼ': case U'‘': return '\'';
    case U'‐': case U'‑': case U'–': case U'—': case U'−': return '-';
    case U'“': case U'”': case U'„': case U'‟': case U'«': case U'»': return '"';
    default: return utf8::lower(c);
  }
}

}  // namespace

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

Shape shape_of(std::string_view word) {
  bool any_upper = false, any_lower = false, any_digit = false, first_upper = false, first = true, other = false;
  for (size_t i = 0; i < word.size();) {
    const auto d = utf8::decode(word, i);
    i += d.length;
    if (utf8::is_digit(d.code_point)) {
      any_digit = true;
    } else if (utf8::is_letter(d.code_point)) {
      const bool up = utf8::is_upper(d.code_point);
      any_upper |= up;
      any_lower |= !up;
      if (first) first_upper = up;
    } else if (d.code_point != '.' && d.code_point != ',' && !is_apostrophe(d.code_point)) {
      other = true;
    }
    first = false;
  }
  if (!any_upper && !any_lower) {
    if (any_digit) return Shape::number;
    const auto d = utf8::decode(word, 0);
    const bool symbol = d.code_point == '$' || d.code_point == '%' || d.code_point == '+' || d.code_point == '=' || (d.code_point >= 0x20A0 && d.code_point < 0x20D0) || d.code_point == U'€' || d.code_point == U'£';
    return symbol ? Shape::symbol : Shape::punctuation;
  }
  if (any_digit && !first_upper) return any_upper || other ? Shape::mixed : Shape::number;  // "25th", "1990s"
  if (any_upper && !any_lower) return Shape::upper;
  if (first_upper) return Shape::capitalised;
  return any_upper ? Shape::mixed : Shape::lower;
}

std::string plain_lower(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size();) {
    const auto d = utf8::decode(word, i);
    i += d.length;
    if (!is_invisible(d.code_point)) utf8::append(out, plain(d.code_point));
  }
  return out;
}

}  // namespace chancery
