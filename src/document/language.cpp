#include "document/language.hpp"

#include <cstdio>  // compact_lang_det.h needs it and does not say so

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace chancery {
namespace {

constexpr size_t kEnough = 8000;    // bytes that are looked at
constexpr size_t kTooShort = 20;    // bytes that say nothing
constexpr size_t kFewLetters = 80;  // Latin letters below which only English is believed: names are in no language
constexpr int kSharePercent = 70;   // of the text that must be in the language
constexpr int kEnglishPercent = 15; // of English that is worth reading

std::string_view beginning_of(std::string_view text) {
  size_t length = std::min(text.size(), kEnough);
  while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  return text.substr(0, length);
}

/// Letters of the Latin script, accented ones included, and of all others.
struct Letters {
  size_t latin = 0, other = 0;
};

Letters count_letters(std::string_view text) {
  constexpr char32_t kAfterLatin = 0x250;
  Letters letters;
  for (size_t i = 0; i < text.size();) {
    const auto d = utf8::decode(text, i);
    i += d.length;
    if (utf8::is_letter(d.code_point)) ++(d.code_point < kAfterLatin ? letters.latin : letters.other);
  }
  return letters;
}

std::string tag_of(CLD2::Language language) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, 32> tag{};  // "iw" becomes "he"
  uloc_toLanguageTag(CLD2::LanguageCode(language), tag.data(), tag.size() - 1, true, &status);
  return U_FAILURE(status) || std::string_view(tag.data()) == "und" ? std::string() : std::string(tag.data());
}

}  // namespace

std::string recognised_language(std::string_view text) {
  text = beginning_of(text);
  if (text.size() < kTooShort) return {};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found = CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0, languages.data(),
                                                              percents.data(), scores.data(), nullptr, &bytes, &reliable);
  if (!reliable || found == CLD2::UNKNOWN_LANGUAGE || found != languages[0] || percents[0] < kSharePercent) return {};
  if (found == CLD2::ENGLISH) return "en";
  for (size_t i = 1; i < languages.size(); ++i) {
    if (languages[i] == CLD2::ENGLISH && percents[i] >= kEnglishPercent) return {};
  }
  const Letters letters = count_letters(text);
  if (letters.latin >= letters.other && letters.latin < kFewLetters) return {};
  return tag_of(found);
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

}  // namespace chancery
