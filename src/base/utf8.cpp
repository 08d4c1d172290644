#include "base/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>

namespace chancery::utf8 {
namespace {

bool is_continuation(unsigned char c) { return (c & 0xC0) == 0x80; }

bool ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr size_t kStep = 64;

}  // namespace

Decoded decode(std::string_view text, size_t offset) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const size_t left = text.size() - offset;
  const auto invalid = Decoded{kReplacement, 1, false};
  if (first < 0xC2 || first > 0xF4) return invalid;
  if (first < 0xE0) {
    if (left < 2 || !is_continuation(byte(1))) return invalid;
    return {static_cast<char32_t>((first & 0x1F) << 6 | (byte(1) & 0x3F)), 2, true};
  }
  if (first < 0xF0) {
    if (left < 3 || !is_continuation(byte(1)) || !is_continuation(byte(2))) return invalid;
    const char32_t c = (first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (c < 0x800 || (c >= 0xD800 && c < 0xE000)) return invalid;
    return {c, 3, true};
  }
  if (left < 4 || !is_continuation(byte(1)) || !is_continuation(byte(2)) || !is_continuation(byte(3))) return invalid;
  const char32_t c = (first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  if (c < 0x10000 || c > 0x10FFFF) return invalid;
  return {c, 4, true};
}

Decoded decode_before(std::string_view text, size_t offset) {
  size_t start = offset - 1;
  while (start > 0 && offset - start < 4 && is_continuation(static_cast<unsigned char>(text[start]))) --start;
  const Decoded whole = decode(text, start);
  if (whole.valid && start + whole.length == offset) return whole;
  return {kReplacement, 1, false};
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool is_valid(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    if (!d.valid) return false;
    i += d.length;
  }
  return true;
}

std::string repaired(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    if (d.valid) {
      out.append(text.substr(i, d.length));
    } else {
      append(out, kReplacement);
    }
    i += d.length;
  }
  return out;
}

size_t count(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

char32_t upper(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
  return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    append(out, lower(d.code_point));
    i += d.length;
  }
  return out;
}

bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) { return c < 0x80 ? ascii_letter(c) : u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x85 || c == 0xFEFF || c == 0x200B || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::string unaccented(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    i += d.length;
    std::array<UChar, 32> parts{};
    status = U_ZERO_ERROR;
    const int32_t n = d.code_point < 0x80 ? -1 : unorm2_getRawDecomposition(nfd, static_cast<UChar32>(d.code_point), parts.data(), parts.size(), &status);
    if (n < 0 || U_FAILURE(status)) {
      if (u_charType(static_cast<UChar32>(d.code_point)) != U_NON_SPACING_MARK) append(out, d.code_point);
      continue;
    }
    // A letter with several marks decomposes one mark at a time; the base comes first.
    const std::string base = [&] { std::string s; append(s, parts[0]); return s; }();
    out += parts[0] < 0x80 ? base : unaccented(base);
  }
  return out;
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  ascii_ = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii_) return;
  marks_.reserve(text.size() / kStep + 1);
  uint32_t seen = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) marks_.push_back(seen);
    seen += is_continuation(static_cast<unsigned char>(text[i])) ? 0 : 1;
  }
  marks_.push_back(seen);
}

size_t CodePoints::at(size_t byte_offset) const {
  byte_offset = std::min(byte_offset, text_.size());
  if (ascii_) return byte_offset;
  const size_t mark = byte_offset / kStep;
  if (mark + 1 >= marks_.size() && byte_offset == text_.size()) return marks_.back();
  return marks_[mark] + count(text_.substr(mark * kStep, byte_offset - mark * kStep));
}

size_t CodePoints::byte_of(size_t code_point_offset) const {
  if (ascii_) return std::min(code_point_offset, text_.size());
  // The last entry holds the total; a mark is usable when it does not lie beyond the wanted point.
  const auto last = std::prev(marks_.end());
  auto mark = std::upper_bound(marks_.begin(), last, code_point_offset);
  if (mark != marks_.begin()) --mark;
  size_t byte = static_cast<size_t>(mark - marks_.begin()) * kStep;
  size_t seen = *mark;
  while (byte < text_.size() && is_continuation(static_cast<unsigned char>(text_[byte]))) ++byte;
  while (byte < text_.size() && seen < code_point_offset) {
    byte += decode(text_, byte).length;
    ++seen;
  }
  return byte;
}

}  // namespace chancery::utf8
