#include "cli/show_lines.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>

#include "cli/fact_lines.hpp"
#include "cli/line_parts.hpp"
#include "cli/lines.hpp"
#include "cli/progress.hpp"
#include "writers/describe.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using writers::safe_line;
using writers::spoken;

constexpr size_t kLabel = 11;  ///< columns of "channel", "took part", ...
constexpr size_t kWidest = 100;
constexpr size_t kHang = 2;  ///< columns by which the second line of an item stands back

size_t text_width(const Console& console) { return std::min(width_of(console), kWidest); }

/// A label and what it says, wrapped beside it; nothing where there is nothing to say.
void print_row(Console& console, std::string_view label, std::string_view says) {
  if (says.empty()) return;
  const auto lines = writers::wrapped(says, text_width(console) - kLabel);
  for (size_t i = 0; i < lines.size(); ++i) console.print(console.styled(writers::padded(i == 0 ? label : "", kLabel), Style::dim) + lines[i] + "\n");
}

/// "stated: “on 19 November”", "worked out from the words", "published then, no day given"
std::string basis_of_day(const record::WhenWhere& at) {
  if (at.time_basis == "stated") return "stated";
  if (at.time_basis == "relative") return "worked out from the words";
  return at.time_basis == "published" ? "no day given, published then" : "";
}

std::string with_basis(const std::string& what, const std::string& basis) { return what.empty() || basis.empty() ? what : what + " (" + basis + ")"; }

std::string day_and_basis(const record::WhenWhere& at) {
  if (at.time_basis.empty() && at.from.empty() && at.to.empty()) return "not known";
  const std::string& first = at.from.empty() ? at.to : at.from;
  const std::string days = at.from.empty() ? "by " + at.to : at.to.empty() || at.to == first ? first : first + " to " + at.to;
  return with_basis(days, basis_of_day(at));
}

std::string place_and_basis(const record::WhenWhere& at) {
  std::string place = safe_line(at.place);
  if (!at.place_country.empty() && at.place_country != at.place) place += (place.empty() ? "" : ", ") + at.place_country;
  return with_basis(place, at.place_basis);
}

std::string participant(const record::Party& party) {
  std::string out = party_name(party);
  if (!party.office.empty()) out += ", " + safe_line(party.office);
  if (!party.role.empty() && party.role != "party") out += " · " + party.role;
  if (!party.side.empty()) out += " · " + party.side;
  return out;
}

std::string code_of(const record::EncounterLine& e) {
  std::string out = safe_line(e.plover);
  for (const std::string* more : {&e.mode, &e.context}) {
    if (!out.empty() && !more->empty()) out += ", " + safe_line(*more);
  }
  return out;
}

void print_account(Console& console, const record::EncounterLine& e) {
  print_row(console, "day", day_and_basis(e.at));
  print_row(console, "place", place_and_basis(e.at));
  print_row(console, "status", e.status == "happened" ? "" : e.status);
  print_row(console, "channel", spoken(safe_line(e.channel)));
  print_row(console, "format", spoken(safe_line(e.format)));
  print_row(console, "level", spoken(safe_line(e.level)));
  print_row(console, "duration", safe_line(e.duration));
  for (size_t i = 0; i < e.participants.size(); ++i) print_row(console, i == 0 ? "took part" : "", participant(e.participants[i]));
  if (e.initiator) print_row(console, "initiative", party_name(*e.initiator));
  print_row(console, "part of", e.part_of);
  print_row(console, "instead of", e.reschedules);
  print_row(console, "code", code_of(e));
}

template <typename Line>
void print_facts(Console& console, std::string_view heading, const std::vector<Line>& lines) {
  if (lines.empty()) return;
  console.print("  " + console.styled(heading, Style::bold) + "\n");
  for (const Line& line : lines) {
    if constexpr (std::is_same_v<Line, record::StatementLine>) print_lines(console, statement_lines(line, {}, console, kHang));
    else print_lines(console, fact_lines(line, console));
  }
}

std::string_view how_shared(questions::Share share) {
  switch (share) {
    case questions::Share::section: return "the release is about several encounters: what it says from here on";
    case questions::Share::evidence: return "the release refers to it: what it says in these words";
    case questions::Share::document: break;
  }
  return {};
}

void print_account(Console& console, const questions::AccountView& view) {
  const auto& line = view.line;
  print_heading(console, line.document.title.empty() ? line.document.id : safe_line(line.document.title));
  console.print(console.styled((line.document.day.empty() ? "undated" : line.document.day) + " · " + source_of(line.document), Style::dim) + "\n");
  for (const auto& words : writers::wrapped("“" + safe_line(line.quote) + "”", text_width(console))) console.print(words + "\n");
  if (const auto how = how_shared(view.share); !how.empty()) console.print(console.styled(how, Style::dim) + "\n");
  print_facts(console, "Points", view.facts.points);
  print_facts(console, "Commitments", view.facts.commitments);
  print_facts(console, "Figures", view.facts.figures);
  print_facts(console, "Courtesies", view.facts.courtesies);
  print_facts(console, "Statements", view.facts.statements);
  if (view.others.empty()) return;
  console.print("  " + console.styled("Also told", Style::bold) + "\n");
  for (const auto& other : ledger_lines(view.others, console)) console.print(other + "\n");
}

std::string counts_of(const std::vector<record::Count>& counts) {
  std::string out;
  for (const auto& one : counts) {
    out += (out.empty() ? "" : ", ") + (one.value.empty() ? "no day" : spoken(safe_line(one.value))) + " " + grouped(static_cast<uint64_t>(one.count));
  }
  return out;
}

/// "Commitments" with how many there are beside those shown.
std::string heading_of(std::string_view what, size_t shown, int64_t total) {
  return static_cast<size_t>(total) > shown ? fmt::format("{} ({} of {})", what, shown, total) : std::string(what);
}

template <typename Line>
void print_entries(Console& console, std::string_view heading, const std::vector<Line>& lines, int64_t total) {
  if (lines.empty()) return;
  print_heading(console, heading_of(heading, lines.size(), total));
  for (const Line& line : lines) {
    if (&line != &lines.front()) console.print("\n");
    print_lines(console, entry_lines(line, console));
  }
}

std::string period(const std::string& first, const std::string& last) { return first == last ? first : first + " to " + last; }

}  // namespace

void print_lines(Console& console, const std::vector<std::string>& lines) {
  for (const auto& line : lines) console.print(line + "\n");
}

void print_heading(Console& console, std::string_view text) { console.print("\n" + console.styled(text, Style::bold) + "\n"); }

namespace {

std::string apart(const questions::StripStep& step) {
  if (!step.days) return "";
  const int days = std::abs(*step.days);
  if (days == 0) return "that day";
  return fmt::format("{} day{} {}", days, days == 1 ? "" : "s", step.when);
}

/// The accounts in the order of publication, around the day of the encounter.
void print_strip(Console& console, const questions::EncounterView& view) {
  if (view.strip.size() < 2) return;
  print_heading(console, "In order of publication");
  for (const auto& step : view.strip) {
    console.print(fmt::format("  {}  {} {} {}  {}\n", console.styled(writers::padded(step.day.empty() ? "undated" : step.day, 10), Style::green), writers::padded(apart(step), 16),
                              writers::padded(step.kind, 13), safe_line(step.publisher), console.styled(step.account, Style::dim)));
  }
}

void print_differences(Console& console, const questions::EncounterView& view) {
  for (const auto& one : view.differs) {
    std::string all;
    for (const auto& value : one.values) all += fmt::format("{}{} ({})", all.empty() ? "" : "; ", safe_line(value.value), safe_line(fmt::format("{}", fmt::join(value.publishers, ", "))));
    print_row(console, &one == &view.differs.front() ? "differs" : "", one.what + ": " + all);
  }
}

void print_joining(Console& console, const questions::EncounterView& view) {
  for (const auto& link : view.joined_by.links) {
    const std::string first = &link == &view.joined_by.links.front() ? fmt::format("one, {:.2f}", view.joined_by.confidence.value_or(1)) : "";
    print_row(console, first, fmt::format("{} and {}: {}", link.account, link.with, safe_line(fmt::format("{}", fmt::join(link.why, "; ")))));
  }
}

}  // namespace

void print_candidate(Console& console, const record::Candidate& candidate, bool both) {
  if (both) print_lines(console, ledger_lines({candidate.encounter}, console));
  print_lines(console, ledger_lines({candidate.other}, console));
  console.print(fmt::format("    {:.2f}  {}; {}\n\n", candidate.confidence, safe_line(fmt::format("{}", fmt::join(candidate.why, "; "))), console.styled("against: " + safe_line(candidate.against), Style::dim)));
}

void print_view(Console& console, const questions::EncounterView& view) {
  const auto& leading = view.accounts.front().line;
  const std::string what = leading.subtype.empty() ? spoken(leading.type) : spoken(leading.type) + ", " + safe_line(leading.subtype);
  console.print(console.styled(what, Style::bold) + console.styled(" · " + leading.id, Style::dim) + "\n");
  print_account(console, leading);
  print_differences(console, view);
  print_joining(console, view);
  print_strip(console, view);
  for (const auto& account : view.accounts) {
    print_account(console, account);
    // Where accounts tell it in different ways, each way is shown.
    if (&account != &view.accounts.front()) print_account(console, account.line);
  }
  if (!view.candidates.empty()) print_heading(console, "Perhaps the same encounter");
  for (const auto& candidate : view.candidates) print_candidate(console, candidate, false);
}

void print_view(Console& console, const questions::PersonView& view) {
  const bool known = view.person.key.starts_with("w-");
  console.print(console.styled(safe_line(view.person.name), Style::bold) + (known ? console.styled(" · " + view.person.key, Style::dim) : "") + "\n");
  for (const auto& name : view.names) {
    if (view.names.size() > 1) print_row(console, name.name == view.names.front().name ? "written" : "", safe_line(name.name) + console.styled(fmt::format("  {}{}", name.documents, name.why.empty() ? "" : ", " + safe_line(name.why)), Style::dim));
  }
  for (const auto& other : view.others) {
    print_row(console, &other == &view.others.front() ? "not" : "", fmt::format("{} · {}", safe_line(other.name), other.key));
  }
  for (const auto& office : view.offices) {
    const std::string status = office.status.empty() || office.status == "current" ? "" : " (" + safe_line(office.status) + ")";
    const std::string what = safe_line(office.title) + (office.country.empty() ? "" : ", " + office.country) + status;
    const std::string seen = office.first_day.empty() ? "" : period(office.first_day, office.last_day);
    console.print(fmt::format("  {}  {}\n", console.styled(writers::padded(seen, 24), Style::green), what));
  }
  if (!view.encounters.empty()) print_heading(console, heading_of("Encounters", view.encounters.size(), view.encounters_total));
  print_lines(console, ledger_lines(view.encounters, console, view.person.name));
  print_entries(console, "Commitments", view.commitments, view.commitments_total);
  print_entries(console, "Figures", view.figures, view.figures_total);
  if (!view.statements.empty()) print_heading(console, heading_of("Statements", view.statements.size(), view.statements_total));
  for (const auto& statement : view.statements) {
    console.print(console.styled(statement.document.day, Style::green) + "  " + console.styled(safe_line(statement.document.title), Style::dim) + "\n");
    print_lines(console, statement_lines(statement, {}, console));
  }
}

void print_view(Console& console, const questions::PairView& view) {
  console.print(console.styled(view.query.a + " and " + view.query.b, Style::bold) + "\n");
  print_row(console, "encounters", view.encounters_total == 0 ? "none in this record" : grouped(static_cast<uint64_t>(view.encounters_total)));
  print_row(console, "by year", counts_of(view.years));
  print_row(console, "by type", counts_of(view.types));
  if (!view.encounters.empty()) print_heading(console, heading_of("Encounters", view.encounters.size(), view.encounters_total));
  print_lines(console, ledger_lines(view.encounters, console, view.query.a));
  const std::string on = view.query.on ? " on " + iso(*view.query.on) : "";
  print_entries(console, "Open commitments" + on, view.commitments, view.commitments_total);
  print_entries(console, "Figures about both", view.figures, view.figures_total);
}

}  // namespace chancery::cli
