#include <unicode/uloc.h>

#include <array>

#include "readers/fields.hpp"

namespace chancery::readers {

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

}  // namespace chancery::readers
