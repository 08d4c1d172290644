#include "readers/html/flatten.hpp"

#include <algorithm>
#include <array>

#include "readers/html/page.hpp"

namespace chancery::readers::html {
namespace {

constexpr std::array<std::string_view, 13> kKept = {"html", "head", "title", "meta", "link", "body", "p", "br", "h1", "h2", "h3", "time", "hr"};
constexpr std::array<std::string_view, 2> kRaw = {"script", "style"};  // their content is no markup

template <size_t N>
bool contains(const std::array<std::string_view, N>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// One past the '>' that ends the tag at `begin`, which quotes may hold too.
size_t end_of_tag(std::string_view text, size_t begin) {
  char quote = 0;
  for (size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return i + 1;
    } else if ((c == '"' || c == '\'') && text[i - 1] == '=') {
      quote = c;
    }
  }
  return text.size();
}

/// Where the content of a raw element ends: at "</name", in any case.
size_t end_of_raw(std::string_view text, size_t from, std::string_view name) {
  for (size_t at = text.find("</", from); at != std::string_view::npos; at = text.find("</", at + 2)) {
    const std::string_view found = text.substr(at + 2, name.size());
    const bool same = found.size() == name.size() && std::equal(found.begin(), found.end(), name.begin(), [](char a, char b) { return (a | 0x20) == b; });
    if (same) return at;
  }
  return text.size();
}

}  // namespace

std::string flattened(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const size_t tag = std::min(text.find('<', i), text.size());
    out.append(text.substr(i, tag - i));
    if (tag == text.size()) break;
    if (text.substr(tag, 4) == "<!--") {
      const size_t end = text.find("-->", tag + 4);
      i = end == std::string_view::npos ? text.size() : end + 3;
      continue;
    }
    const size_t begin = tag + (text.substr(tag + 1, 1) == "/" ? 2 : 1);
    if (begin >= text.size() || !is_letter(text[begin])) {
      out += text.substr(tag, 1);
      i = tag + 1;
      continue;
    }
    size_t after = begin;
    std::string name;
    for (; after < text.size() && (is_letter(text[after]) || (text[after] >= '0' && text[after] <= '9')); ++after) name += static_cast<char>(text[after] | 0x20);
    i = end_of_tag(text, after);
    if (contains(kRaw, name)) {
      const bool opens = begin == tag + 1;
      const size_t end = opens ? end_of_raw(text, i, name) : i;
      out.append(text.substr(tag, end - tag));
      i = end;
    } else if (contains(kKept, name)) {
      out.append(text.substr(tag, i - tag));
    } else if ((traits_of(name) & kBlock) != 0) {
      out += "<br><br>";
    }
  }
  return out;
}

}  // namespace chancery::readers::html
