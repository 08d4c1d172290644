#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "readers/formats.hpp"
#include "readers/published.hpp"

namespace chancery::readers {
namespace {

constexpr size_t kHeadLines = 12;
constexpr size_t kLongestTitle = 300;  // code points

struct Line {
  std::string_view text;     // without white space around it
  bool blank_before = false;
  bool blank_after = false;
  bool date = false;
};

std::string_view stripped(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\f\v";
  const size_t first = line.find_first_not_of(kBlanks);
  return first == std::string_view::npos ? std::string_view() : line.substr(first, line.find_last_not_of(kBlanks) - first + 1);
}

std::vector<Line> head_lines(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  size_t begin = 0;
  while (begin < text.size() && lines.size() < kHeadLines) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = stripped(text.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) {
      if (!lines.empty()) lines.back().blank_after = true;
      blank = true;
      continue;
    }
    lines.push_back({line, blank, begin >= text.size(), read_date_line(line).has_value()});
    blank = false;
  }
  return lines;
}

/// No sentence, no label, no list item, no salutation: a line as headlines are.
bool looks_like_headline(const Line& line) {
  const std::string_view text = line.text;
  if (line.date || text.size() > kLongestTitle * 4 || utf8::count(text) > kLongestTitle || utf8::count(text) < 4) return false;
  const char32_t first = utf8::decode(text, 0).code_point;
  if (!utf8::is_letter(first) && !utf8::is_digit(first) && first != '"' && first != 0x201C && first != 0xAB && first != 0x2018) return false;
  if (utf8::is_letter(first) && utf8::lower(first) == first && utf8::upper(first) != first) return false;
  const char32_t last = utf8::decode_before(text, text.size()).code_point;
  constexpr std::u32string_view kEnds = U".!:;,…-–—";
  return kEnds.find(last) == std::u32string_view::npos;
}

}  // namespace

std::string shown_title(std::string_view text) {
  const std::vector<Line> lines = head_lines(text);
  if (lines.size() < 2) return {};
  const Line& first = lines.front();
  if (first.date || utf8::count(first.text) > kLongestTitle) return {};
  const bool repeated = std::any_of(lines.begin() + 1, lines.end(), [&](const Line& l) { return l.text == first.text; });
  if (repeated && looks_like_headline(first)) return std::string(first.text);
  if (!looks_like_headline(first) || !(first.blank_after || lines[1].date)) return {};
  return std::string(first.text);
}

Document read_text(std::string text) {
  Document document;
  document.title = shown_title(text);
  document.text = std::move(text);
  return document;
}

}  // namespace chancery::readers
