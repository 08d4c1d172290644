#include "readers/charset.hpp"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.hpp"

namespace chancery::readers {
namespace {

struct Mark {
  std::string_view bytes;
  const char* charset;
};

// UTF-32LE before UTF-16LE: its mark begins with the other's.
constexpr std::array kMarks = {
    Mark{std::string_view("\xFF\xFE\x00\x00", 4), "UTF-32LE"}, Mark{std::string_view("\x00\x00\xFE\xFF", 4), "UTF-32BE"},
    Mark{"\xEF\xBB\xBF", "UTF-8"}, Mark{"\xFF\xFE", "UTF-16LE"}, Mark{"\xFE\xFF", "UTF-16BE"}};

constexpr size_t kLooked = 1U << 16;       // bytes that are looked at for a guess
constexpr size_t kEnoughForLatin = 3;      // high bytes that must speak for windows-1252
constexpr size_t kEnoughForOthers = 12;    // and for a charset told by letter frequency

unsigned char byte_at(std::string_view s, size_t i) { return static_cast<unsigned char>(s[i]); }

/// Text in UTF-16 or UTF-32 without a mark shows small bytes always in the same places: the upper halves of letters
/// of Latin, Greek, Cyrillic, Armenian, Hebrew or Arabic, zero for blanks.
const char* by_upper_halves(std::string_view head) {
  const size_t n = std::min<size_t>(head.size(), 4096) / 4 * 4;
  if (n < 16) return nullptr;
  std::array<size_t, 4> zero{}, small{};
  for (size_t i = 0; i < n; ++i) {
    zero[i % 4] += head[i] == '\0' ? 1 : 0;
    small[i % 4] += byte_at(head, i) < 0x07 ? 1 : 0;
  }
  const size_t rows = n / 4;
  const auto all_zero = [&](size_t k) { return zero[k] == rows; };
  const auto upper = [&](size_t k) { return small[k] * 20 >= rows * 19; };
  const auto lower = [&](size_t k) { return small[k] * 4 <= rows; };
  const bool blanks = zero[0] + zero[1] + zero[2] + zero[3] > 0;
  if (lower(0) && upper(1) && all_zero(2) && all_zero(3)) return "UTF-32LE";
  if (all_zero(0) && all_zero(1) && upper(2) && lower(3)) return "UTF-32BE";
  if (blanks && lower(0) && upper(1) && lower(2) && upper(3)) return "UTF-16LE";
  if (blanks && upper(0) && lower(1) && upper(2) && lower(3)) return "UTF-16BE";
  return nullptr;
}

struct HighBytes {
  size_t valid = 0;     // multi-byte sequences that are right UTF-8
  size_t invalid = 0;
  bool latin = true;    // all of them make sense as windows-1252
};

bool ascii_letter(unsigned char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool small_latin(unsigned char c) { return c >= 0xDF && c != 0xF0 && c != 0xF7 && c != 0xFE && c != 0xFF; }
bool capital_latin(unsigned char c) { return c >= 0xC0 && c < 0xDE && c != 0xD0 && c != 0xD7; }

/// Would a writer of windows-1252 have put this byte between these two?
bool plausible_latin(unsigned char before, unsigned char c, unsigned char after) {
  const bool letter_before = ascii_letter(before) || small_latin(before) || capital_latin(before);
  const bool letter_after = ascii_letter(after) || small_latin(after) || capital_latin(after);
  switch (c) {
    case 0x91: case 0x93: case 0xAB: return !letter_before;                       // opening quotes
    case 0x92: case 0x94: case 0xBB: return letter_before || !letter_after;       // closing quotes, apostrophe
    case 0x85: case 0x96: case 0x97: case 0xA0: case 0xA7: case 0xB0: return true;  // dots, dashes, space, section
    case 0x80: case 0xA3: return (after >= '0' && after <= '9') || (before >= '0' && before <= '9') || after == ' ';
    default: break;
  }
  if (small_latin(c)) return letter_before || letter_after;
  return capital_latin(c) && !small_latin(before) && letter_after;
}

HighBytes look(std::string_view head) {
  HighBytes seen;
  for (size_t i = 0; i < head.size();) {
    const unsigned char c = byte_at(head, i);
    if (c < 0x80) {
      ++i;
      continue;
    }
    const utf8::Decoded d = utf8::decode(head, i);
    if (!d.valid && head.size() - i < 4) break;  // perhaps cut off
    d.valid ? ++seen.valid : ++seen.invalid;
    if (!d.valid) {
      const unsigned char before = i > 0 ? byte_at(head, i - 1) : ' ';
      const unsigned char after = i + 1 < head.size() ? byte_at(head, i + 1) : ' ';
      seen.latin = seen.latin && plausible_latin(before, c, after);
    }
    i += d.length;
  }
  return seen;
}

std::string by_frequency(std::string_view head) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
  if (U_FAILURE(status)) return {};
  ucsdet_setText(detector.get(), head.data(), static_cast<int32_t>(std::min(head.size(), kLooked)), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  if (ucsdet_getConfidence(match, &status) < 30) return {};
  const char* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) || name == nullptr ? std::string() : known_charset(name);
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) converter.reset();
  return converter;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

Charset detect_charset(std::string_view head) {
  for (const Mark& mark : kMarks) {
    if (head.substr(0, mark.bytes.size()) == mark.bytes) return {mark.charset, mark.bytes.size(), false};
  }
  if (const char* wide = by_upper_halves(head)) return {wide, 0, true};
  if (is_valid_utf8(head)) return {};
  const HighBytes seen = look(head);
  if (seen.valid * 4 >= seen.invalid) return {};
  if (seen.latin) return seen.invalid >= kEnoughForLatin ? Charset{"windows-1252", 0, true} : Charset{};
  if (seen.invalid < kEnoughForOthers) return {};
  const std::string name = by_frequency(head);
  return name.empty() || name == "UTF-8" ? Charset{} : Charset{name, 0, true};
}

std::string known_charset(std::string_view label) {
  std::string name;
  for (const char c : label) {
    if (c != ' ' && c != '"' && c != '\'' && c != '\t' && c != '\r' && c != '\n') name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (name.starts_with("x-cp")) name.erase(0, 2);
  if (name.starts_with("win-")) name = "windows-" + name.substr(4);
  if (name == "utf8") return "UTF-8";
  if (name.empty() || name.size() > 40) return {};
  if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" || name == "ascii") return "windows-1252";
  const Converter converter = open_converter(name);
  if (!converter) return {};
  UErrorCode status = U_ZERO_ERROR;
  const char* known = ucnv_getName(converter.get(), &status);
  const char* iana = ucnv_getStandardName(known, "IANA", &status);
  if (U_FAILURE(status) || known == nullptr) return {};
  if (iana != nullptr && ucnv_compareNames(iana, "UTF-8") == 0) return "UTF-8";
  return iana != nullptr ? iana : known;
}

std::string to_utf8(std::string_view bytes, const std::string& charset) {
  if (charset == "UTF-8") return is_valid_utf8(bytes) ? std::string(bytes) : utf8::repaired(bytes);
  const Converter from = open_converter(charset);
  const Converter to = open_converter("UTF-8");
  if (!from || !to) return utf8::repaired(bytes);
  std::string out;
  std::array<char, 1U << 14> piece{};
  std::array<UChar, 1U << 13> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  UBool reset = true;
  for (;;) {
    char* target = piece.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source, bytes.data() + bytes.size(), pivot.data(), &pivot_source,
                   &pivot_target, pivot.data() + pivot.size(), reset, true, &status);
    reset = false;
    out.append(piece.data(), static_cast<size_t>(target - piece.data()));
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  return out;
}

}  // namespace chancery::readers
