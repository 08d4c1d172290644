#include <fmt/format.h>

#include "questions/brief/write.hpp"

namespace chancery::questions {
namespace {

// Sizes as fit.cpp reckons with them. Families that every system has, so that lines break alike.
constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; --ink: #1d1d1b; --soft: #5c5a55; --line: #c9c6be; --paper: #fff; --link: #1f4e79; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --soft: #a9a59b; --line: #4a4843; --paper: #1b1a18; --link: #9cc3ea; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 9pt/3.9mm Arial, "Liberation Sans", Helvetica, sans-serif; }
main { max-width: 180mm; margin: 8mm auto; padding: 0 4mm; }
header { border-bottom: 0.4mm solid var(--ink); margin-bottom: 2.5mm; padding-bottom: 1.5mm; }
h1 { font-size: 14pt; line-height: 6mm; margin: 0 0 1mm; overflow-wrap: anywhere; }
header p { margin: 0; color: var(--soft); }
h2 { font-size: 9pt; line-height: 4mm; margin: 2.4mm 0 0.8mm; border-bottom: 0.15mm solid var(--line); break-after: avoid; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 0 0 0.5mm; overflow-wrap: anywhere; }
.inner { padding-left: 6mm; }
.label, .mark { color: var(--soft); }
.mark { white-space: nowrap; }
li .label::after { content: " "; }
.note { color: var(--soft); font-style: italic; margin: 0 0 0.5mm; }
.more { color: var(--soft); margin: 0; }
sup { font-size: 6.2pt; line-height: 0; }
a { color: var(--link); }
.notes ol { columns: 2; column-gap: 6mm; margin: 0; padding: 0; list-style: none; font-size: 6.6pt; line-height: 2.85mm; }
.notes li { margin: 0 0 0.3mm; break-inside: avoid; }
@page { size: auto; margin: 12mm 15mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #999; --paper: #fff; --link: #000; }
  main { max-width: none; margin: 0; padding: 0; }
  a { text-decoration: none; }
  li { break-inside: avoid; }
}
@media (max-width: 40em) { body { font-size: 11pt; line-height: 1.4; } .notes ol { columns: 1; font-size: 9pt; line-height: 1.4; } h2 { font-size: 11pt; line-height: 1.4; } }
)css";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

/// Addresses come from releases: only those that lead to a page are links.
bool leads_to_a_page(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

std::string line_of(const BriefLine& line) {
  std::string out = line.level == 0 ? "<li>" : "<li class=\"inner\">";
  if (!line.label.empty()) out += "<span class=\"label\">" + escaped(label_of(line)) + "</span>";
  for (const BriefPart& part : line.parts) {
    out += escaped(part.text);
    if (!part.quote) continue;
    if (const std::string mark = mark_of(*part.quote); !mark.empty()) out += " <span class=\"mark\">[" + mark + "]</span>";
  }
  std::string marks;
  for (const size_t note : line.notes) marks += fmt::format("{0}<a href=\"#n{1}\">{1}</a>", marks.empty() ? "" : " ", note);
  if (!marks.empty()) out += "<sup>" + marks + "</sup>";
  return out + "</li>\n";
}

std::string note_of(const BriefNote& note, size_t number) {
  const auto& document = note.document;
  if (note.first != 0 && note.first < number) return fmt::format("<li id=\"n{0}\">{0}. As <a href=\"#n{1}\">{1}</a>: “{2}”</li>\n", number, note.first, escaped(note.passage));
  std::string out = fmt::format("<li id=\"n{0}\">{0}. {1}, “{2}”, {3}.", number, escaped(document.publisher.empty() ? "publisher unknown" : document.publisher), escaped(document.title), document.day);
  if (leads_to_a_page(document.url)) out += fmt::format(" <a href=\"{0}\">{0}</a>", escaped(document.url));
  if (!note.passage.empty()) out += " “" + escaped(note.passage) + "”";
  return out + "</li>\n";
}

}  // namespace

std::string to_html(const Brief& sheet) {
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{0}, {1}</title>\n<style>{2}</style>\n"
      "</head>\n<body>\n<main>\n<header>\n<h1>{0}</h1>\n<p>As the record stood on {1}. Each line is what a release says, not what is true; nothing published later is in it.</p>\n",
      escaped(title_of(sheet)), iso(sheet.query.on), kStyle);
  if (has_marks(sheet)) out += "<p>" + escaped(kMarksMean) + "</p>\n";
  if (!sheet.others.empty()) {
    std::string names;
    for (const std::string& other : sheet.others) names += (names.empty() ? "" : ", ") + other;
    out += "<p>The name also fits " + escaped(names) + ".</p>\n";
  }
  out += "</header>\n";
  for (const BriefSection& section : sheet.sections) {
    out += fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n", escaped(section.id), escaped(section.title));
    if (!section.note.empty()) out += "<p class=\"note\">" + escaped(section.note) + "</p>\n";
    if (!section.lines.empty()) out += "<ul>\n";
    for (const BriefLine& line : section.lines) out += line_of(line);
    if (!section.lines.empty()) out += "</ul>\n";
    if (const std::string more = more_of(section); !more.empty()) out += "<p class=\"more\">" + more + "</p>\n";
    out += "</section>\n";
  }
  if (!sheet.notes.empty()) out += "<section class=\"notes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">Sources</h2>\n<ol>\n";
  for (size_t i = 0; i < sheet.notes.size(); ++i) out += note_of(sheet.notes[i], i + 1);
  if (!sheet.notes.empty()) out += "</ol>\n</section>\n";
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace chancery::questions
