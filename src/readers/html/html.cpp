#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "document/language.hpp"
#include "readers/formats.hpp"
#include "readers/html/about.hpp"
#include "readers/html/layout.hpp"
#include "readers/published.hpp"

namespace chancery::readers {
namespace {

using namespace html;

constexpr size_t kHeadLines = 3;
constexpr size_t kEnoughWords = 80;  // bytes

/// The title told again at the head of the text is the headline itself, not the text.
void drop_repeated_title(std::vector<Line>& lines, const std::string& title) {
  const std::string wanted = folded(title);
  if (wanted.empty()) return;
  const auto head = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), kHeadLines));
  lines.erase(std::remove_if(lines.begin(), head, [&](const Line& line) { return folded(line.text) == wanted; }), head);
}

/// Dates and labels between the headline and the first paragraph are said of the page, and kept as its fields.
void drop_date_lines(std::vector<Line>& lines) {
  const auto head = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), kHeadLines));
  lines.erase(std::remove_if(lines.begin(), head, [](const Line& line) { return read_date_line(line.text).has_value(); }), head);
}

/// The lines of leads and root, from the headline on where it stands inside them.
std::vector<Line> main_lines(const Page& page, const MainText& main) {
  std::vector<Line> lines;
  for (const NodeIndex lead : main.leads) {
    for (Line& line : lines_of(page, lead, main.left_out)) lines.push_back(std::move(line));
  }
  const bool inside = main.heading != kNoNode && main.heading > main.root;
  for (Line& line : lines_of(page, main.root, main.left_out)) {
    if (!inside || line.node >= main.heading) lines.push_back(std::move(line));
  }
  return lines;
}

/// Sites declare the language of their frame, not always that of the text; words that are plainly another's win.
void check_language(Document& document) {
  const std::string recognised = document.text.size() < kEnoughWords ? std::string() : recognised_language(document.text);
  std::string& declared = document.info.language;
  if (recognised.empty() || declared.empty() || primary_language(recognised) == primary_language(declared)) return;
  document.notes.push_back(fmt::format("the page says its language is {}, its words are {}", declared, recognised));
  declared = recognised;
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
  document.info.dateline = std::move(said.dateline);
  std::vector<Line> lines = main_lines(page, main);
  drop_repeated_title(lines, document.title);
  if (!document.info.published.empty()) drop_date_lines(lines);
  document.text = joined(lines);
  check_language(document);
  // Pages without headings may still show a headline; their <title> is then often the site's alone.
  if (main.heading == kNoNode && !said.title_is_stated) {
    if (std::string shown = shown_title(document.text); !shown.empty()) document.title = std::move(shown);
  }
  if (page.flat()) document.notes.emplace_back("the page nests its elements more than 512 levels deep; it was read without its layout, navigation may be among the text");
  if (page.cut_off()) document.notes.emplace_back("even without its layout the page nests too deep; what comes after that was not read");
  if (document.text.empty()) throw Error(ErrorKind::input, "no text found on this page; it may be made by scripts, or hold pictures alone");
  return document;
}

}  // namespace chancery::readers
