#include <fmt/format.h>

#include "questions/brief/write.hpp"

namespace chancery::questions {
namespace {

/// What would be markup stands as it is.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string line_of(const BriefLine& line) {
  std::string out = line.level == 0 ? "- " : "  - ";
  if (!line.label.empty()) out += "**" + plain(label_of(line)) + "** ";
  out += plain(line.text());
  for (const size_t note : line.notes) out += fmt::format("[^{}]", note);
  return out + "\n";
}

std::string note_of(const BriefNote& note, size_t number) {
  const auto& document = note.document;
  if (note.first != 0 && note.first < number) return fmt::format("[^{}]: As {}: “{}” ({})\n", number, note.first, plain(note.passage), plain(document.id));
  std::string out = fmt::format("[^{}]: {}, “{}”, {}.", number, plain(document.publisher.empty() ? "publisher unknown" : document.publisher), plain(document.title), document.day);
  if (!document.url.empty()) out += " <" + document.url + ">";
  if (!note.passage.empty()) out += " “" + plain(note.passage) + "”";
  return out + fmt::format(" ({})\n", plain(document.id));
}

}  // namespace

std::string to_markdown(const Brief& sheet) {
  std::string out = fmt::format("# {}\n\nAs the record stood on {}. Each line is what a release says; nothing published later is in it.\n", plain(title_of(sheet)), iso(sheet.query.on));
  if (has_marks(sheet)) out += "\n" + plain(kMarksMean) + "\n";
  for (const std::string& other : sheet.others) out += fmt::format("\nThe name also fits {}.\n", plain(other));
  for (const BriefSection& section : sheet.sections) {
    out += "\n## " + plain(section.title) + "\n\n";
    if (!section.note.empty()) out += "*" + plain(section.note) + "*\n\n";
    for (const BriefLine& line : section.lines) out += line_of(line);
    if (const std::string more = more_of(section); !more.empty()) out += "\n" + more + "\n";
  }
  out += "\n";
  for (size_t i = 0; i < sheet.notes.size(); ++i) out += note_of(sheet.notes[i], i + 1);
  return out;
}

}  // namespace chancery::questions
