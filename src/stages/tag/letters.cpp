#include "stages/tag/letters.hpp"

#include "base/utf8.hpp"

namespace chancery::tag {
namespace {

constexpr size_t kShort = 4;  // letters: most words of capitals up to here are abbreviations

}  // namespace

LetterCase letter_case(std::string_view form) {
  size_t letters = 0, capitals = 0;
  bool first_is_capital = false;
  for (size_t i = 0; i < form.size();) {
    const auto d = utf8::decode(form, i);
    i += d.length;
    if (utf8::is_digit(d.code_point)) return LetterCase::digits;
    const bool small = d.code_point >= 'a' && d.code_point <= 'z';  // most are: no need to ask
    if (!small && !utf8::is_letter(d.code_point)) continue;
    const bool capital = !small && utf8::is_upper(d.code_point);
    if (letters == 0) first_is_capital = capital;
    ++letters;
    capitals += capital ? 1 : 0;
  }
  if (letters == 0) return LetterCase::none;
  if (capitals == 0) return LetterCase::lower;
  if (capitals == letters) return letters == 1 ? LetterCase::single : letters <= kShort ? LetterCase::upper_short : LetterCase::upper;
  return first_is_capital && capitals == 1 ? LetterCase::title : LetterCase::mixed;
}

std::string title_case(std::string_view lower) {
  std::string out;
  if (lower.empty()) return out;
  const auto d = utf8::decode(lower, 0);
  utf8::append(out, utf8::upper(d.code_point));
  out += lower.substr(d.length);
  return out;
}

std::string without_grouping(std::string_view text) {
  const auto digit = [&](size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool groups = text[i] == ',' && i > 0 && digit(i - 1) && digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4);
    if (!groups) out += text[i];
  }
  return out;
}

std::string upper_case(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const auto d = utf8::decode(text, i);
    utf8::append(out, utf8::upper(d.code_point));
    i += d.length;
  }
  return out;
}

}  // namespace chancery::tag
