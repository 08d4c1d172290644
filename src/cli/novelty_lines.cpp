#include "cli/novelty_lines.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/line_parts.hpp"
#include "cli/show_lines.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using questions::Basis;
using questions::Novelty;
using writers::safe_line;

constexpr size_t kIndent = 2;

std::string kind_in_plural(const std::string& kind) {
  std::string words = kind.empty() ? "release" : kind;
  for (char& c : words) {
    if (c == '_') c = ' ';
  }
  return words.ends_with('s') ? words + "es" : words + "s";
}

std::string releases(const Novelty& novelty, Basis basis, const std::string& kind) {
  if (basis == Basis::pair && novelty.pair) return fmt::format("earlier releases on {} and {}", novelty.pair->first, novelty.pair->second);
  return fmt::format("earlier {} of {}", kind_in_plural(kind), safe_line(novelty.publisher));
}

void print_item(Console& console, const std::string& words, const std::string& says) {
  std::vector<std::string> lines;
  add_wrapped(lines, words, kIndent, console);
  print_lines(console, lines);
  if (!says.empty()) console.print(console.styled(fmt::format("    {}\n", says), Style::dim));
}

}  // namespace

void print_view(Console& console, const Novelty& novelty, std::string_view text) {
  const utf8::CodePoints points(text);
  const auto words = [&](const record::Range& span) {
    const size_t begin = points.byte_of(span.begin);
    return "“" + safe_line(text.substr(begin, points.byte_of(span.end) - begin)) + "”";
  };
  print_heading(console, "Usual");
  for (const auto& one : novelty.usual)
    print_item(console, words(one.span), fmt::format("in {} of {} {} · since {} · last {} {}", one.count, one.of, releases(novelty, one.basis, one.kind), one.first, one.last, one.last_id));
  if (novelty.usual.empty()) console.print("  nothing that recurs\n");
  print_heading(console, "New");
  for (const auto& one : novelty.fresh) print_item(console, words(one.span), {});
  if (novelty.fresh.empty()) console.print("  no sentence that is wholly new\n");
  if (!novelty.dropped.empty()) print_heading(console, "Usual between these two, absent here");
  for (const auto& one : novelty.dropped)
    print_item(console, "“" + safe_line(one.words) + "”", fmt::format("in {} of {} earlier ones · last {} {}", one.count, one.of, one.day, one.document));
  for (const std::string& note : novelty.notes) console.note(note);
}

}  // namespace chancery::cli
