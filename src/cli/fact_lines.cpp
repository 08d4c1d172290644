#include "cli/fact_lines.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cmath>

#include "cli/line_parts.hpp"
#include "cli/progress.hpp"
#include "writers/describe.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using writers::safe_line;
using writers::spoken;

constexpr size_t kIndent = 4;
constexpr size_t kHang = 2;  ///< columns by which the second line of an item stands back
constexpr size_t kEntryIndent = 12;  ///< under the text after a day
constexpr double kWhole = 1e15;      ///< up to here every whole number is one

std::string number(double value) {
  if (value == std::floor(value) && std::abs(value) < kWhole) {
    return (value < 0 ? "-" : "") + grouped(static_cast<size_t>(std::abs(value)));
  }
  return fmt::format("{:g}", value);
}

/// "7 billion": a long row of noughts is hard to read.
std::string scaled(double value) {
  struct Scale {
    double size;
    std::string_view name;
  };
  constexpr auto kScales = std::to_array<Scale>({{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}});
  for (const Scale& scale : kScales) {
    const double part = value / scale.size;
    if (std::abs(part) >= 1 && std::abs(part * 1000 - std::round(part * 1000)) < 1e-6) return fmt::format("{:g}{}", part, scale.name);
  }
  return number(value);
}

/// Parts that are not empty, with a comma between them.
std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) {
    if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
  }
  return out;
}

std::string in_quotes(std::string_view words) { return "“" + safe_line(words) + "”"; }

std::string heading(const record::FigureLine& f, const Console& console) {
  const std::string time = time_of(f.time);
  return joined({console.styled(value_of(f), Style::bold), f.direction, console.styled(safe_line(f.indicator), Style::cyan),
                 safe_line(fmt::format("{}", fmt::join(f.about, " and "))), time});
}

/// The words around a figure, from one gap between words to another where the text goes on beyond them.
std::string context(const record::FigureLine& f, const Console& console) {
  const std::string who = f.speaker ? console.styled(party_name(*f.speaker) + ":", Style::cyan) + " " : "";
  const size_t first = f.before.find(' '), last = f.after.rfind(' ');
  const bool cut_before = f.before.size() >= record::kFigureContext && first != std::string::npos;
  const bool cut_after = f.after.size() >= record::kFigureContext && last != std::string::npos;
  const std::string before = cut_before ? "… " + safe_line(f.before.substr(first + 1)) : safe_line(f.before);
  const std::string after = cut_after ? safe_line(f.after.substr(0, last)) + " …" : safe_line(f.after);
  return who + before + console.styled(safe_line(f.quote), Style::red) + after;
}

std::string heading(const record::CommitmentLine& c, const Console& console) {
  const std::string due = time_of(c.due);
  const std::string when = due.empty() ? "" : (c.state == "overdue" ? "was due " : "due ") + due;
  return joined({console.styled(c.kind, Style::bold), c.strength, when.empty() ? "" : console.styled(when, c.open ? Style::green : Style::yellow),
                 c.condition.empty() ? "" : "on condition: " + in_quotes(c.condition)});
}

std::string makers(const record::CommitmentLine& c) {
  const auto& who = c.parties.empty() && c.by ? std::vector{*c.by} : c.parties;
  return (who.empty() ? "not said by whom" : names_of(who)) + (c.to ? " to " + party_name(*c.to) : "");
}

template <typename Fact>
std::vector<std::string> entry(const Fact& fact, std::string_view body, const Console& console) {
  std::vector<std::string> lines;
  add_wrapped(lines, heading(fact, console), kEntryIndent, console);
  const auto& day = fact.document.day;
  lines.front().replace(0, kEntryIndent, console.styled(day.empty() ? "undated   " : day, Style::green) + "  ");
  add_wrapped(lines, body, kEntryIndent, console);
  const std::string source = source_of(fact.document);
  add_wrapped(lines, console.styled(fact.id + (source.empty() ? "" : " · " + source), Style::dim), kEntryIndent, console);
  return lines;
}

std::string body(const record::CommitmentLine& c, const Console& console) {
  return console.styled(makers(c) + ":", Style::cyan) + " " + in_quotes(c.quote);
}

}  // namespace

std::string value_of(const record::FigureLine& f) {
  std::string value = scaled(f.value);
  if (f.value_to) value += " to " + scaled(*f.value_to);
  const bool plain = f.comparison == "exact" || f.comparison == "between" || f.comparison.empty();
  return (plain ? "" : spoken(f.comparison) + " ") + value + (f.unit.empty() ? "" : " " + safe_line(f.unit));
}

std::string time_of(const record::When& when) {
  const std::string sign = when.basis == "relative" ? "~" : "";
  if (when.from.empty() && !when.to.empty()) return "by " + sign + when.to;
  if (!when.value.empty() && safe_line(when.value).size() <= 10) return sign + safe_line(when.value);
  if (when.from.empty()) return safe_line(when.value);
  return sign + (when.from == when.to || when.to.empty() ? when.from : when.from + " to " + when.to);
}

std::vector<std::string> entry_lines(const record::FigureLine& figure, const Console& console) {
  return entry(figure, context(figure, console), console);
}

std::vector<std::string> entry_lines(const record::CommitmentLine& commitment, const Console& console) {
  return entry(commitment, body(commitment, console), console);
}

std::vector<std::string> entry_lines(const questions::FollowUp& later, const Console& console) {
  std::vector<std::string> lines;
  add_wrapped(lines, with_marks(later.passage, later.marks, console), kEntryIndent, console);
  lines.front().replace(0, kEntryIndent, console.styled(later.document.day, Style::green) + "  ");
  const std::string after = later.days_after == 1 ? "a day later" : fmt::format("{} days later", grouped(static_cast<uint64_t>(later.days_after)));
  add_wrapped(lines, console.styled(fmt::format("{}, shares {} · {}", after, fmt::join(later.shared, ", "), source_of(later.document)), Style::dim), kEntryIndent, console);
  return lines;
}

std::vector<std::string> fact_lines(const record::FigureLine& f, const Console& console) {
  std::vector<std::string> lines;
  const std::string who = f.speaker ? console.styled(party_name(*f.speaker) + ":", Style::cyan) + " " : "";
  add_wrapped(lines, who + heading(f, console), kIndent, console, kHang);
  return lines;
}

std::vector<std::string> fact_lines(const record::CommitmentLine& c, const Console& console) {
  std::vector<std::string> lines;
  add_wrapped(lines, body(c, console) + " (" + heading(c, console) + ")", kIndent, console, kHang);
  return lines;
}

std::vector<std::string> fact_lines(const record::CourtesyLine& c, const Console& console) {
  const std::string who = joined({c.from ? "from " + party_name(*c.from) : "", c.to ? "to " + party_name(*c.to) : "",
                                  c.via ? "through " + party_name(*c.via) : ""});
  std::vector<std::string> lines;
  add_wrapped(lines, console.styled(c.kind + (who.empty() ? "" : " " + who) + ":", Style::cyan) + " " + in_quotes(c.quote), kIndent, console, kHang);
  return lines;
}

std::vector<std::string> fact_lines(const record::PointLine& p, const Console& console) {
  const std::string who = p.holders.empty() ? "" : names_of(p.holders) + " ";
  const std::string act = (p.negated ? "not " : "") + spoken(p.act);
  const std::string condition = p.condition.empty() ? "" : " (on condition: " + in_quotes(p.condition) + ")";
  std::vector<std::string> lines;
  add_wrapped(lines, console.styled(who + act + ":", Style::cyan) + " " + in_quotes(p.topic.empty() ? p.quote : p.topic) + condition, kIndent, console, kHang);
  return lines;
}

}  // namespace chancery::cli
