#include "cli/timeline_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/line_parts.hpp"
#include "cli/progress.hpp"
#include "writers/describe.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using questions::ItemKind;
using questions::TimelineItem;
using writers::columns;
using writers::cut;
using writers::padded;
using writers::safe_line;

constexpr size_t kDay = 11, kLabel = 16, kWide = 110;
constexpr size_t kMostNames = 4;

size_t wide(const Console& console) { return std::min<size_t>(width_of(console), 160); }

std::string counted(int64_t count, std::string_view one) {
  return fmt::format("{} {}{}", grouped(static_cast<uint64_t>(count)), one, count == 1 ? "" : "s");
}

std::string one_line(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() || part.empty() ? "" : std::string(between)) + part;
  return out;
}

std::string name_of(const questions::Who& who) {
  const auto& one = who.taken;
  return safe_line(one.name) + (one.country.empty() ? "" : " (" + one.country + ")");
}

/// Names once each, those of the sides first; then how many there are beside them.
std::string names_in(const std::vector<record::Party>& parties, const questions::Timeline& timeline, size_t most = kMostNames) {
  auto sorted = parties;
  const auto is_asked = [&](const record::Party& party) {
    for (const auto* who : {&timeline.a, &timeline.b}) {
      const auto& side = who->taken.side;
      if (!side.country.empty() ? party.country == side.country : !side.person.empty() && (party.person == side.person || party.name == who->taken.name)) return true;
    }
    return false;
  };
  std::stable_partition(sorted.begin(), sorted.end(), is_asked);
  std::vector<std::string> names;
  for (const auto& party : sorted) {
    const std::string name = party_name(party);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  const size_t more = names.size() > most ? names.size() - most + 1 : 0;
  if (more > 0) names.resize(most - 1);
  return one_line(names, ", ") + (more > 0 ? fmt::format(" +{}", more) : "");
}

std::string label_of(const TimelineItem& item) {
  if (item.statement) return "said";
  const auto& e = *item.encounter;
  const bool by_video = e.channel == "video" && e.type != "video_call";
  return writers::spoken(e.type) + (by_video ? " by video" : "") + (e.status == "happened" ? "" : ", " + e.status);
}

std::string place_of(const record::WhenWhere& at) {
  const std::string name = safe_line(at.place.empty() ? at.place_country : at.place);
  return name.empty() ? "" : (at.place_basis == "assumed" ? "~" : "") + name;
}

/// Each publisher once, with how many of its documents tell of it; a day of its own stands beside where accounts differ.
std::string accounts_of(const TimelineItem& item) {
  std::vector<std::string> told;
  for (const auto& account : item.accounts) {
    const std::string by = account.document.publisher.empty() ? account.document.id : account.document.publisher;
    const bool other_day = !account.at.from.empty() && !item.row.from.empty() && account.at.from != item.row.from;
    const std::string line = safe_line(by) + (other_day ? " (" + account.at.from + ")" : "");
    if (std::find(told.begin(), told.end(), line) == told.end()) told.push_back(line);
  }
  if (item.statement) {
    const auto& by = item.statement->reported_by;
    const bool person = by && by->type == "person";
    told.push_back(safe_line(item.statement->document.publisher) + (person ? ", as " + party_name(*by) + " reports" : ""));
  }
  const size_t most = 3;
  const std::string more = told.size() > most ? fmt::format(" +{}", told.size() - most) : "";
  if (told.size() > most) told.resize(most);
  const std::string head = item.accounts.size() > 1 ? fmt::format("{} accounts: ", item.accounts.size()) : "";
  return head + one_line(told, ", ") + more;
}

std::string whom(const TimelineItem& item, const questions::Timeline& timeline) {
  if (item.row.direction == questions::Direction::a_of_b) return " on " + safe_line(timeline.b.taken.name);
  return item.row.direction == questions::Direction::b_of_a ? " on " + safe_line(timeline.a.taken.name) : "";
}

std::string who_in(const TimelineItem& item, const questions::Timeline& timeline) {
  if (item.statement) {
    const size_t count = item.row.statements.size();
    return names_in(item.statement->speakers, timeline, 2) + whom(item, timeline) + (count > 1 ? fmt::format(" ({} statements)", count) : "");
  }
  const std::string who = names_in(item.encounter->participants, timeline);
  return who.empty() ? safe_line(item.encounter->document.title) : who;
}

std::string id_of(const TimelineItem& item) { return item.statement ? item.statement->id : item.encounter->id; }

std::string words_of(const TimelineItem& item) {
  return fmt::format("“{}{}{}”", item.passage.cut_before ? "… " : "", safe_line(item.passage.text), item.passage.cut_after ? " …" : "");
}

void add_item(const TimelineItem& item, const questions::Timeline& timeline, const Console& console, std::vector<std::string>& out) {
  const size_t width = wide(console), id = columns(id_of(item));
  const std::string label = label_of(item), place = item.encounter ? place_of(item.encounter->at) : "";
  const size_t type = width < kWide ? kLabel : kLabel + 5, room = width - kDay - type - id - 6;
  std::string what = who_in(item, timeline);
  const bool long_list = width >= kWide && item.encounter;
  if (long_list) what = one_line({what, place, accounts_of(item)}, " · ");
  out.push_back(fmt::format("{}  {}  {}  {}", console.styled(padded(day_of(item.row), kDay), Style::green), padded(cut(label, type), type),
                            console.styled(padded(cut(what, room), room), Style::cyan), console.styled(id_of(item), Style::dim)));
  const size_t indent = kDay + 2;
  if (item.statement) {
    constexpr size_t kMostLines = 2;
    auto lines = writers::wrapped(words_of(item), std::min<size_t>(width, 120) - indent);
    if (lines.size() > kMostLines) {
      lines.resize(kMostLines);
      lines.back() = cut(lines.back() + " ……", std::min<size_t>(width, 120) - indent);
    }
    for (const auto& line : lines) out.push_back(std::string(indent, ' ') + line);
  }
  if (!long_list) out.push_back(std::string(indent, ' ') + console.styled(cut(one_line({place, accounts_of(item)}, " · "), width - indent), Style::dim));
}

std::string item_in_brief(const TimelineItem& item, const questions::Timeline& timeline) {
  return one_line({day_of(item.row).substr(day_of(item.row).front() == ' ' ? 1 : 0), label_of(item), names_in(item.encounter->participants, timeline), place_of(item.encounter->at), item.encounter->id},
                  " · ");
}

void add_named(std::vector<std::string>& out, std::string_view name, const std::string& text, const Console& console) {
  constexpr size_t kName = 13;
  const auto lines = writers::wrapped(text, std::min<size_t>(width_of(console), 120) - kName);
  for (size_t i = 0; i < lines.size(); ++i) out.push_back(console.styled(padded(i == 0 ? name : "", kName), Style::bold) + lines[i]);
}

void add_others(const questions::Who& who, const Console& console, std::vector<std::string>& out) {
  if (who.others.empty()) return;
  std::vector<std::string> names;
  for (const auto& one : who.others) names.push_back(fmt::format("{} ({}{})", safe_line(one.name), one.country.empty() ? "" : one.country + ", ", one.side.person));
  add_wrapped(out, fmt::format("\"{}\" is taken for {}; it may also be: {}", safe_line(who.asked), safe_line(who.taken.name), one_line(names, "; ")), 0, console);
}

void add_years(const questions::Timeline& timeline, const Console& console, std::vector<std::string>& out) {
  std::set<size_t> shown;
  for (size_t i = 0; i < questions::kItemKinds; ++i) {
    if (timeline.counts[i] > 0) shown.insert(i);
  }
  if (shown.empty()) return;
  std::string head = padded("", 13);
  for (const size_t i : shown) head += fmt::format("{:>14}", questions::name_of(static_cast<ItemKind>(i)) == "call" ? "calls" : std::string(questions::name_of(static_cast<ItemKind>(i))) + "s");
  out.push_back(console.styled(head, Style::bold));
  for (const auto& year : timeline.years) {
    std::string line = padded(year.value.empty() ? "no year" : year.value, 13);
    for (const size_t i : shown) line += fmt::format("{:>14}", year.counts[i] > 0 ? grouped(static_cast<uint64_t>(year.counts[i])) : "·");
    out.push_back(line);
  }
}

std::string cover_in_words(const questions::PublisherCover& one) {
  const std::string span = one.documents == 0 ? "in these days" : one.first_day == one.last_day ? "of " + one.first_day : fmt::format("from {} to {}", one.first_day, one.last_day);
  const std::string extent = questions::extent_in_words(one.extents, one.first_day, one.last_day);
  const std::string by = one.publisher.empty() ? "publishers not known" : safe_line(one.publisher);
  return fmt::format("{} of {}{} {}{}", one.documents == 0 ? "no release" : counted(one.documents, "release"), by, one.country.empty() ? "" : " (" + one.country + ")", span,
                     one.documents == 0 ? "" : ", " + extent);
}

void add_cover(const questions::Timeline& timeline, const Console& console, std::vector<std::string>& out) {
  std::vector<std::string> lines;
  constexpr size_t kMost = 6;
  for (const auto& one : timeline.coverage.publishers) {
    if (lines.size() < kMost) lines.push_back(cover_in_words(one));
  }
  if (timeline.coverage.publishers.size() > kMost) lines.push_back(fmt::format("and {} publishers more", timeline.coverage.publishers.size() - kMost));
  if (!timeline.coverage.of_sides && !lines.empty()) lines.push_back(timeline.alone ? "none of them is its own" : "none of them is of either side");
  else if (timeline.coverage.others > 0) lines.push_back(counted(timeline.coverage.others, "release") + " of others, which are listed where they tell of it");
  const auto& stretches = timeline.coverage.stretches;
  for (size_t i = 1; i < stretches.size(); ++i) {
    lines.push_back(fmt::format("no release at all between {} and {}", iso(stretches[i - 1].to), iso(stretches[i].from)));
  }
  add_named(out, "Covered", one_line(lines, "; "), console);
}

void add_gaps(const questions::Timeline& timeline, const Console& console, std::vector<std::string>& out) {
  constexpr int kMostOfEach = 2;
  bool first = true;
  int shown[3] = {};
  for (const auto& gap : timeline.gaps) {
    if (++shown[static_cast<size_t>(gap.of)] > kMostOfEach) continue;
    std::vector<std::string> releases;
    for (const auto& one : gap.releases) releases.push_back(fmt::format("{} of {}", grouped(static_cast<uint64_t>(one.count)), one.value.empty() ? "publishers not known" : safe_line(one.value)));
    const std::string announced = gap.announced.empty() ? "" : fmt::format("; announced for {}, whether it took place is not on record", one_line(gap.announced, ", "));
    add_named(out, first ? "Gaps" : "", gap.says + announced + (releases.empty() ? "" : "; releases on record: " + one_line(releases, ", ")), console);
    first = false;
  }
}

}  // namespace

std::string day_of(const questions::ItemRow& row) {
  const std::string& day = questions::sort_day(row);
  if (day.empty()) return " undated";
  if (row.by_publication) return (row.kind == ItemKind::statement ? " " : "≤") + day;
  if (row.from.empty()) return "≤" + day;
  const std::string sign = row.basis == "relative" ? "~" : " ";
  const auto to = parse_day(row.to);
  const bool month = to && row.from.ends_with("-01") && civil(*to).day == last_of_month(civil(*to).year, civil(*to).month) && row.to.substr(0, 7) == row.from.substr(0, 7);
  if (month) return sign + row.from.substr(0, 7);
  if (row.from.ends_with("-01-01") && row.to == row.from.substr(0, 4) + "-12-31") return sign + row.from.substr(0, 4);
  return sign + day;
}

std::vector<std::string> summary_lines(const questions::Timeline& timeline, const Console& console) {
  std::vector<std::string> out;
  const std::string title = timeline.alone ? name_of(timeline.a) : name_of(timeline.a) + " and " + name_of(timeline.b);
  out.push_back(console.styled(title, Style::bold));
  add_others(timeline.a, console, out);
  add_others(timeline.b, console, out);
  if (timeline.last_met) add_named(out, "Last met", item_in_brief(*timeline.last_met, timeline), console);
  if (timeline.last_spoke) add_named(out, "Last call", item_in_brief(*timeline.last_spoke, timeline), console);
  if (timeline.first) add_named(out, "First", item_in_brief(*timeline.first, timeline), console);
  add_gaps(timeline, console, out);
  add_cover(timeline, console, out);
  add_years(timeline, console, out);
  return out;
}

std::vector<std::string> item_lines(const questions::Timeline& timeline, const Console& console) {
  std::vector<std::string> out;
  for (const auto& item : timeline.items) add_item(item, timeline, console, out);
  return out;
}

std::string day_legend(const questions::Timeline& timeline) {
  bool reckoned = false, bound = false, said = false;
  for (const auto& item : timeline.items) {
    reckoned = reckoned || day_of(item.row).starts_with("~");
    bound = bound || day_of(item.row).starts_with("≤");
    said = said || item.statement.has_value();
  }
  std::vector<std::string> parts;
  if (reckoned) parts.emplace_back("~ worked out from words such as \"today\"");
  if (bound) parts.emplace_back("≤ no day given, published then");
  if (said) parts.emplace_back("what was said stands under the day of publication");
  return one_line(parts, "; ");
}

}  // namespace chancery::cli
