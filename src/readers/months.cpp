#include "readers/months.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.hpp"

namespace chancery::readers {
namespace {

// Not those of ours whose names of months mean another month elsewhere (Croatian "listopad" is October).
constexpr std::array kLocales = {"en", "ru", "uk", "be", "az", "tr", "kk", "uz", "ky", "tg", "mn", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "sk",
                                 "sl", "sr", "sr_Latn", "mk", "sq", "ro", "el", "sv", "da", "nb", "is", "fi", "et", "lv", "lt", "bg", "hu", "ka", "hy", "ar", "he"};

struct Words {
  std::unordered_map<std::string, unsigned> months;
  std::unordered_set<std::string> weekdays;
};

std::string plain(const icu::UnicodeString& name) {
  std::string word;
  name.toUTF8String(word);
  word = utf8::lower(word);
  while (!word.empty() && word.back() == '.') word.pop_back();
  return word;
}

bool has_letters_only(std::string_view word) {
  for (size_t i = 0; i < word.size();) {
    const utf8::Decoded d = utf8::decode(word, i);
    if (!utf8::is_letter(d.code_point)) return false;
    i += d.length;
  }
  return word.size() >= 3;
}

Words collect() {
  using icu::DateFormatSymbols;
  Words words;
  std::unordered_set<std::string> unclear;
  for (const char* locale : kLocales) {
    UErrorCode status = U_ZERO_ERROR;
    const DateFormatSymbols symbols(icu::Locale(locale), status);
    if (U_FAILURE(status)) continue;
    for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
      for (const auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
        int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        for (int32_t m = 0; m < count && m < 12; ++m) {
          const std::string word = plain(months[m]);
          const unsigned month = static_cast<unsigned>(m) + 1;
          if (has_letters_only(word) && words.months.try_emplace(word, month).first->second != month) unclear.insert(word);
        }
        const icu::UnicodeString* days = symbols.getWeekdays(count, context, width);
        for (int32_t d = 1; d < count; ++d) words.weekdays.insert(plain(days[d]));
      }
    }
  }
  for (const std::string& word : unclear) words.months.erase(word);
  words.months.try_emplace("sept", 9U);
  return words;
}

const Words& words() {
  static const Words all = collect();
  return all;
}

}  // namespace

std::optional<unsigned> month_of(std::string_view word) {
  const auto found = words().months.find(utf8::lower(word));
  if (found == words().months.end()) return std::nullopt;
  return found->second;
}

bool is_weekday(std::string_view word) { return words().weekdays.contains(utf8::lower(word)); }

}  // namespace chancery::readers
