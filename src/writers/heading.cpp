#include "writers/heading.hpp"

#include "writers/describe.hpp"
#include "writers/paint.hpp"
#include "writers/terminal.hpp"

namespace chancery::writers {

std::string heading(const Document& d, size_t width, bool colour) {
  std::string out;
  const auto put = [&](const std::string& text, Style style) {
    for (const auto& line : wrapped(text, width)) out += painted(line, style, colour) + "\n";
  };
  put(safe_line(!d.title.empty() ? d.title : d.info.source.size() > 1 ? d.info.source : d.info.id), Style::bold);
  std::string about;
  const std::string kind = d.info.kind == DocumentKind::other ? "" : spoken(name_of(d.info.kind));
  for (const auto& part : {d.info.publisher, d.info.country, d.info.published, kind, d.info.language}) {
    if (part.empty()) continue;
    about += (about.empty() ? "" : " · ") + safe_line(part);
  }
  if (!about.empty()) put(about, Style::dim);
  for (const auto& note : d.notes) put("Note: " + safe_line(note), Style::red);
  return out;
}

std::string rule(size_t width) {
  std::string line;
  for (size_t i = 0; i < width; ++i) line += "─";
  return line;
}

}  // namespace chancery::writers
