#include <cstdio>  // compact_lang_det.h needs it and does not say so

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uloc.h>

#include <array>

#include "base/utf8.hpp"
#include "readers/charset.hpp"
#include "readers/fields.hpp"

namespace chancery::readers {
namespace {

constexpr size_t kEnough = 8000;  // bytes that are looked at
constexpr size_t kTooShort = 20;  // bytes that say nothing
constexpr int kSharePercent = 70;  // of the text that must be in the language

}  // namespace

std::string language_tag(std::string_view value) {
  const std::string plain = one_line(value);
  if (plain.size() < 2 || plain.size() > 35) return {};
  for (const char c : plain) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (!fits) return {};
  }
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, 160> tag{};
  uloc_toLanguageTag(plain.c_str(), tag.data(), tag.size() - 1, true, &status);
  if (U_FAILURE(status) || std::string_view(tag.data()) == "und") return {};
  return tag.data();
}

std::string recognised_language(std::string_view text) {
  if (text.size() < kTooShort) return {};
  size_t length = std::min(text.size(), kEnough);
  while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  text = text.substr(0, length);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found = CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0, languages.data(),
                                                              percents.data(), scores.data(), nullptr, &bytes, &reliable);
  if (!reliable || found == CLD2::UNKNOWN_LANGUAGE || found != languages[0] || percents[0] < kSharePercent) return {};
  return language_tag(CLD2::LanguageCode(found));
}

}  // namespace chancery::readers
