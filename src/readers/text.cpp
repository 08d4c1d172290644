#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "readers/formats.hpp"
#include "readers/published.hpp"

namespace chancery::readers {
namespace {

constexpr size_t kHeadLines = 12;
constexpr size_t kLongestTitle = 300;    // code points
constexpr size_t kLongestMasthead = 60;  // bytes of each of its lines
constexpr size_t kHeadlineWords = 4;

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

size_t words_in(std::string_view text) {
  size_t words = 0;
  for (size_t at = text.find_first_not_of(' '); at != std::string_view::npos; at = text.find_first_not_of(' ', at)) {
    ++words;
    at = std::min(text.find(' ', at), text.size());
  }
  return words;
}

/// The headline under a masthead: short lines ("FOR IMMEDIATE RELEASE"), a date line, then one line that stands alone.
std::string_view under_masthead(const std::vector<Line>& lines) {
  size_t at = 0;
  while (at < lines.size() && !lines[at].date && lines[at].text.size() <= kLongestMasthead && looks_like_headline(lines[at])) ++at;
  if (at == lines.size() || !lines[at].date) return {};
  while (at < lines.size() && lines[at].date) ++at;
  if (at == lines.size()) return {};
  const Line& line = lines[at];
  const bool alone = line.blank_before && line.blank_after && at + 1 < lines.size();
  return alone && looks_like_headline(line) && words_in(line.text) >= kHeadlineWords ? line.text : std::string_view();
}

}  // namespace

std::string shown_title(std::string_view text) {
  const std::vector<Line> lines = head_lines(text);
  if (lines.size() < 2) return {};
  const Line& first = lines.front();
  const bool headline = looks_like_headline(first);
  const bool repeated = headline && std::any_of(lines.begin() + 1, lines.end(), [&](const Line& l) { return l.text == first.text; });
  if (repeated) return std::string(first.text);
  const bool alone = headline && (first.blank_after || lines[1].date);
  // "FOR IMMEDIATE RELEASE" stands alone too: a line of few words is the title only where no better one follows.
  if (!alone || words_in(first.text) < kHeadlineWords) {
    if (const std::string_view title = under_masthead(lines); !title.empty()) return std::string(title);
  }
  return alone ? std::string(first.text) : std::string();
}

Document read_text(std::string text) {
  Document document;
  document.title = shown_title(text);
  document.text = std::move(text);
  return document;
}

}  // namespace chancery::readers
