#include "cli/lines.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "cli/line_parts.hpp"
#include "writers/describe.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using writers::columns;
using writers::cut;
using writers::padded;
using writers::safe_line;

constexpr size_t kIndent = 4;
constexpr size_t kDay = 11;  ///< "~2017-11-19"
constexpr size_t kUnbounded = 400;  ///< columns of a row that goes to a file or a pipe

std::string place_of(const record::WhenWhere& at) {
  const std::string name = safe_line(at.place.empty() ? at.place_country : at.place);
  return name.empty() || at.place_basis != "assumed" ? name : "~" + name;
}

struct Row {
  std::string day, type, place, id;
  std::string accounts;  ///< how many and whose, where there are several
  std::vector<std::string> who;
};

bool is_meant(const record::Party& party, std::string_view wanted) {
  return !wanted.empty() && (utf8::lower(utf8::unaccented(party.name)).find(utf8::lower(utf8::unaccented(wanted))) != std::string::npos || party.country == wanted);
}

std::string accounts_of(const record::EncounterLine& e) {
  if (e.accounts < 2) return {};
  return fmt::format("{} accounts: {}", e.accounts, safe_line(fmt::format("{}", fmt::join(e.publishers, ", "))));
}

Row row_of(const record::EncounterLine& e, std::string_view wanted) {
  std::string type = writers::spoken(e.type);
  if (e.status != "happened" && !e.status.empty()) type += " (" + e.status + ")";
  Row row{day_of(e.at), type, place_of(e.at), e.id, accounts_of(e), {}};
  auto parties = e.participants;
  std::stable_partition(parties.begin(), parties.end(), [&](const auto& party) { return is_meant(party, wanted); });
  for (const auto& party : parties) row.who.push_back(party_name(party));
  if (row.who.empty()) row.who.push_back(safe_line(e.document.title));
  return row;
}

/// As many whole names as fit, then how many there are beside them.
std::string fitting(const std::vector<std::string>& names, size_t width) {
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) {
    const size_t left = names.size() - i;
    const std::string next = (i == 0 ? "" : ", ") + names[i];
    const size_t reserved = left > 1 ? fmt::format(" +{}", left - 1).size() : 0;
    if (i > 0 && columns(out) + columns(next) + reserved > width) return out + fmt::format(" +{}", left);
    out += i == 0 ? cut(next, width - std::min(width - 1, reserved)) : next;
  }
  return out;
}

size_t widest(const std::vector<Row>& rows, std::string Row::*column, size_t most) {
  size_t width = 0;
  for (const auto& row : rows) width = std::max(width, columns(row.*column));
  return std::min(width, most);
}

}  // namespace

std::string day_of(const record::WhenWhere& at) {
  if (at.time_basis == "published") return "≤" + at.to;
  if (at.value.empty()) return "undated";
  return (at.time_basis == "relative" ? "~" : " ") + at.value.substr(0, 10);
}

std::string legend(const std::vector<record::EncounterLine>& encounters) {
  bool inferred = false, open = false, assumed = false;
  for (const auto& e : encounters) {
    inferred = inferred || e.at.time_basis == "relative";
    open = open || e.at.time_basis == "published";
    assumed = assumed || e.at.place_basis == "assumed";
  }
  std::string out;
  const auto say = [&](bool needed, std::string_view what) {
    if (needed) out += (out.empty() ? "" : "; ") + std::string(what);
  };
  say(inferred, "~ worked out from words such as \"today\"");
  say(open, "≤ no day given, published then");
  say(assumed && !inferred, "~ before a place: assumed");
  return out;
}

std::vector<std::string> ledger_lines(const std::vector<record::EncounterLine>& encounters, const Console& console, std::string_view wanted) {
  std::vector<Row> rows;
  for (const auto& e : encounters) rows.push_back(row_of(e, wanted));
  const size_t width = console.screen().bounded ? width_of(console) : kUnbounded;
  const bool narrow = width < 100;
  const size_t type = widest(rows, &Row::type, narrow ? 15 : 22), id = widest(rows, &Row::id, 20), place = narrow ? 0 : widest(rows, &Row::place, width / 6);
  const size_t fixed = kDay + type + place + id + (narrow ? 6 : 8);
  const size_t room = width > fixed + 16 ? width - fixed : 16;
  size_t who = 0;
  for (const auto& row : rows) who = std::max(who, columns(fitting(row.who, room)));
  std::vector<std::string> out;
  for (const auto& row : rows) {
    const std::string where = narrow ? "" : console.styled(padded(cut(row.place, place), place), Style::blue) + "  ";
    out.push_back(fmt::format("{}  {}  {}  {}{}", console.styled(padded(row.day, kDay), Style::green), padded(cut(row.type, type), type),
                              console.styled(padded(fitting(row.who, who), who), Style::cyan), where, console.styled(row.id, Style::dim)));
    if (!row.accounts.empty()) out.push_back(std::string(kDay + 2, ' ') + console.styled(row.accounts, Style::dim));
  }
  return out;
}

std::vector<std::string> statement_lines(const record::StatementLine& s, const std::vector<record::Range>& marks, const Console& console, size_t hang) {
  const std::string who = s.speakers.empty() ? "not said by whom" : names_of(s.speakers);
  const std::string cue = s.cue.empty() ? "" : " “" + safe_line(s.cue) + "”";
  const std::string to = s.addressee ? " to " + party_name(*s.addressee) : "";
  std::vector<std::string> out;
  add_wrapped(out, console.styled(who + cue + to + (s.negated ? " (denied)" : "") + ":", Style::cyan) + " " + with_marks(s.content, marks, console), kIndent, console, hang);
  return out;
}

std::vector<std::string> hit_lines(const questions::DocumentHit& hit, const Console& console) {
  const auto& d = hit.document;
  std::vector<std::string> out;
  const std::string title = d.title.empty() ? safe_line(d.id) : with_marks(d.title, hit.title_marks, console);
  add_wrapped(out, console.styled(d.day.empty() ? "undated   " : d.day, Style::green) + "  " + (console.colour() && hit.title_marks.empty() ? console.styled(title, Style::bold) : title), 0, console);
  add_wrapped(out, console.styled(source_of(d), Style::dim), kIndent, console);
  for (const auto& snippet : hit.snippets) {
    add_wrapped(out, (snippet.cut_before ? "… " : "") + with_marks(snippet.text, snippet.marks, console) + (snippet.cut_after ? " …" : ""), kIndent, console);
  }
  return out;
}

std::vector<std::string> hit_lines(const questions::StatementHit& hit, const Console& console) {
  const auto& s = hit.statement;
  std::vector<std::string> out;
  add_wrapped(out, console.styled(s.document.day.empty() ? "undated   " : s.document.day, Style::green) + "  " + console.styled(safe_line(s.document.title), Style::bold), 0, console);
  add_wrapped(out, console.styled(source_of(s.document), Style::dim), kIndent, console);
  for (auto& line : statement_lines(s, hit.marks, console)) out.push_back(std::move(line));
  return out;
}

}  // namespace chancery::cli
