#include "readers/html/charset.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace chancery::readers::html {
namespace {

constexpr size_t kDeclaredWithin = 4096;  // bytes; browsers look at 1024

/// The value after `key=` or `key =`, quoted or not, in lower-case ASCII `head`.
std::string_view value_after(std::string_view head, std::string_view key, size_t from = 0) {
  size_t at = head.find(key, from);
  if (at == std::string_view::npos) return {};
  at = head.find_first_not_of(" \t\r\n", at + key.size());
  if (at == std::string_view::npos || head[at] != '=') return {};
  at = head.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string_view::npos) return {};
  return head.substr(at, std::min(head.find_first_of("\"'>; \t\r\n?/", at), head.size()) - at);
}

std::string declared(std::string_view bytes) {
  std::string head(bytes.substr(0, kDeclaredWithin));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (head.starts_with("<?xml")) {
    const std::string_view declaration = std::string_view(head).substr(0, head.find("?>"));
    if (std::string name = known_charset(value_after(declaration, "encoding")); !name.empty()) return name;
  }
  for (size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 5)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    if (std::string name = known_charset(value_after(tag, "charset")); !name.empty()) return name;
  }
  return {};
}

}  // namespace

Charset page_charset(std::string_view bytes) {
  Charset looked = detect_charset(bytes);
  if (looked.bom > 0 || looked.name.starts_with("UTF-16") || looked.name.starts_with("UTF-32")) return looked;
  const std::string said = declared(bytes);
  // A declaration that can be read as ASCII is not in UTF-16, whatever it says.
  if (said.empty() || said.starts_with("UTF-16") || said.starts_with("UTF-32")) return looked;
  const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (said == "UTF-8") return looked.guessed ? looked : Charset{};
  return !ascii && is_valid_utf8(bytes) ? Charset{} : Charset{said, 0, false};
}

}  // namespace chancery::readers::html
