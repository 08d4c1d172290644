#include <fmt/format.h>

#include "base/error.hpp"
#include "readers/formats.hpp"
#include "readers/html/about.hpp"
#include "readers/html/layout.hpp"

namespace chancery::readers {
namespace {

using namespace html;

constexpr size_t kHeadLines = 3;

/// The title told again at the head of the text is the headline itself, not the text.
void drop_repeated_title(std::vector<Line>& lines, const std::string& title) {
  const std::string wanted = folded(title);
  if (wanted.empty()) return;
  for (size_t i = 0; i < lines.size() && i < kHeadLines;) {
    const bool repeated = folded(lines[i].text) == wanted;
    if (repeated) {
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

}  // namespace

Document read_html(std::string_view text) {
  const Page page = Page::parse(text);
  const MainText main = find_main_text(page);
  About said = about(page, main);
  Document document;
  document.title = std::move(said.title);
  document.info.published = std::move(said.published);
  document.info.publisher = std::move(said.publisher);
  document.info.language = std::move(said.language);
  document.info.url = std::move(said.url);
  std::vector<Line> lines;
  for (const NodeIndex lead : main.leads) {
    for (Line& line : lines_of(page, lead, main.left_out)) lines.push_back(std::move(line));
  }
  for (Line& line : lines_of(page, main.root, main.left_out)) lines.push_back(std::move(line));
  drop_repeated_title(lines, document.title);
  document.text = joined(lines);
  if (page.cut_off()) document.notes.emplace_back("the page nests its elements deeper than 4,096 levels; what comes after that was not read");
  if (document.text.empty() && document.notes.empty()) throw Error(ErrorKind::input, "no text found on this page; it may be made by scripts, or hold pictures alone");
  return document;
}

}  // namespace chancery::readers
