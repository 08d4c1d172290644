#include "writers/terminal.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/utf8.hpp"

namespace chancery::writers {
namespace {

/// Characters that act on a terminal or on the order of the text around them instead of showing something.
bool acts(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  if (c == 0x061C || c == 0x200E || c == 0x200F) return true;                     // marks of direction
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F)) return true;  // embeddings, overrides, isolates
  if (c == 0x2028 || c == 0x2029 || c == 0xFEFF) return true;                     // line breaks in disguise, BOM
  return c >= 0xE0000 && c <= 0xE0FFF;                                            // tags
}

char32_t picture(char32_t c) {
  if (c < 0x20) return 0x2400 + c;
  if (c == 0x7F) return 0x2421;
  return utf8::kReplacement;
}

std::string made_safe(std::string_view text, bool one_line) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    const char32_t c = d.code_point;
    const bool line_end = c == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (line_end) {
      // dropped; the line feed after it stays
    } else if (c == '\n' || c == '\t') {
      out += c == '\n' && !one_line ? '\n' : ' ';
    } else if (c == 0x2028 || c == 0x2029) {
      out += one_line ? ' ' : '\n';
    } else {
      utf8::append(out, acts(c) ? picture(c) : c);
    }
    at += d.length;
  }
  return out;
}

size_t columns_of(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Length of the colour code that begins at `at`, 0 where there is none.
size_t colour_at(std::string_view text, size_t at) {
  if (text[at] != '\x1b' || at + 1 >= text.size() || text[at + 1] != '[') return 0;
  const size_t end = text.find('m', at);
  return end == std::string_view::npos ? 0 : end + 1 - at;
}

}  // namespace

std::string safe(std::string_view text) { return made_safe(text, false); }

std::string safe_line(std::string_view text) { return made_safe(text, true); }

std::string safe_json(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  for (size_t at = 0; at < line.size();) {
    const auto d = utf8::decode(line, at);
    if (!acts(d.code_point) || d.code_point == '\n') {
      out.append(line.substr(at, d.length));
    } else if (d.code_point < 0x10000) {
      out += fmt::format("\\u{:04x}", static_cast<uint32_t>(d.code_point));
    } else {
      const uint32_t c = static_cast<uint32_t>(d.code_point) - 0x10000;
      out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (c >> 10), 0xDC00 + (c & 0x3FF));
    }
    at += d.length;
  }
  return out;
}

size_t columns(std::string_view text) {
  size_t sum = 0;
  for (size_t at = 0; at < text.size();) {
    if (const size_t skip = colour_at(text, at)) {
      at += skip;
      continue;
    }
    const auto d = utf8::decode(text, at);
    sum += columns_of(d.code_point);
    at += d.length;
  }
  return sum;
}

std::vector<std::string> wrapped(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  std::string line;
  size_t used = 0;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const size_t wide = columns(word);
    if (!word.empty()) {
      if (used > 0 && used + 1 + wide > width) {
        lines.push_back(std::move(line));
        line.clear();
        used = 0;
      }
      if (used > 0) line += ' ';
      used += wide + (used > 0 ? 1 : 0);
      line += word;
    }
    if (end < text.size() && text[end] == '\n') {
      lines.push_back(std::move(line));
      line.clear();
      used = 0;
    }
    at = end + 1;
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string cut(std::string_view text, size_t width) {
  if (columns(text) <= width) return std::string(text);
  std::string out;
  size_t used = 0;
  for (size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    const size_t wide = columns_of(d.code_point);
    if (used + wide + 1 > width) break;
    out.append(text.substr(at, d.length));
    used += wide;
    at += d.length;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + "…";
}

std::string padded(std::string_view text, size_t width) {
  const size_t used = columns(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

}  // namespace chancery::writers
