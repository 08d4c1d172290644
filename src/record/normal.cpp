#include "record/normal.hpp"

#include "base/utf8.hpp"

namespace chancery::record {
namespace {

/// Apostrophes belong to the word they stand in (O'Brien, Moiseev's soft sign) and are left out.
bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x02B9 || c == 0x0060 || c == 0x00B4;
}

}  // namespace

std::string normal(std::string_view name) {
  const std::string plain = utf8::lower(utf8::unaccented(name));
  std::string out;
  bool gap = false;
  for (size_t i = 0; i < plain.size();) {
    const utf8::Decoded d = utf8::decode(plain, i);
    i += d.length;
    if (is_apostrophe(d.code_point)) continue;
    if (!utf8::is_letter(d.code_point) && !utf8::is_digit(d.code_point)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    utf8::append(out, d.code_point);
  }
  return out;
}

std::vector<std::string> words_of(std::string_view normalised) {
  std::vector<std::string> words;
  while (!normalised.empty()) {
    const size_t space = normalised.find(' ');
    if (space != 0) words.emplace_back(normalised.substr(0, space));
    if (space == std::string_view::npos) break;
    normalised.remove_prefix(space + 1);
  }
  return words;
}

}  // namespace chancery::record
