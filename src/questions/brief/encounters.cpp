#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "questions/brief/parts.hpp"
#include "questions/encounter.hpp"

namespace chancery::questions {
namespace {

constexpr size_t kLookedAt = 120, kWithPoints = 5, kPoints = 4, kBare = 8, kNames = 4;
constexpr size_t kPointLength = 150, kPassage = 140;

std::string in_words(std::string code) {
  std::replace(code.begin(), code.end(), '_', ' ');
  return code;
}

BriefNote note_of(const record::EncounterLine& line) {
  BriefNote note{line.document, shortened(line.quote, kPassage), {}};
  for (const auto& range : line.evidence) {
    note.span = range;
    if (range.part == Part::text) break;
  }
  return note;
}

BriefLine heading_of(const record::EncounterLine& line, const std::vector<BriefNote>& notes) {
  BriefLine out;
  out.label = line.at.from.empty() ? "by " + line.at.to : line.at.from;
  if (!line.at.to.empty() && !line.at.from.empty() && line.at.to != line.at.from) out.label += " to " + line.at.to;
  const std::string place = line.at.place.empty() ? line.at.place_country : line.at.place;
  out.text = in_words(line.type) + ": " + names_of(line.participants, kNames);
  if (!place.empty()) out.text += "; " + place + (line.at.place_basis == "assumed" ? " (assumed)" : "");
  if (line.at.time_basis == "published") out.text += " (published then; the text gives no day)";
  out.basis = line.at.time_basis == "relative" ? "inferred" : "record";
  out.link = line.id;
  out.sources = notes;
  return out;
}

/// The accounts that were published by the day, the leading one first.
std::vector<AccountView> accounts_by(const BriefTopic& topic, const std::string& encounter) {
  auto view = show_encounter(topic.record, encounter, topic.on);
  std::erase_if(view.accounts, [&](const AccountView& account) { return !known_by(account.line.document, topic.on); });
  return std::move(view.accounts);
}

/// Those that weigh most, in the order of the text; no point inside another, none twice.
std::vector<record::PointLine> main_points(std::vector<record::PointLine> points) {
  std::erase_if(points, [](const auto& point) { return point.quote.empty() || point.act == "thanked"; });
  std::stable_sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.prominence.value_or(0) > b.prominence.value_or(0); });
  std::vector<record::PointLine> chosen;
  for (auto& point : points) {
    const bool inside = std::any_of(chosen.begin(), chosen.end(), [&](const auto& other) { return other.span.begin < point.span.end && point.span.begin < other.span.end; });
    if (!inside && chosen.size() < kPoints) chosen.push_back(std::move(point));
  }
  std::sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  return chosen;
}

void put_account(const AccountView& account, BriefEntry& entry) {
  const auto points = main_points(account.facts.points);
  BriefLine line;
  line.level = 1;
  line.label = account_of(account.line.document);
  line.basis = "record";
  for (const auto& point : points) {
    const std::string holders = names_of(point.holders, 2);
    std::string words = shortened(point.quote, kPointLength);
    line.text += fmt::format("{}{}{}{} “{}”", line.text.empty() ? "" : "; ", holders, holders.empty() ? "" : " ", point.negated ? "not " + in_words(point.act) : in_words(point.act), words);
  }
  if (points.empty()) line.text = "gives no point that was found";
  // Its passages are quoted in the line: the footnote of the encounter leads to the release.
  line.sources.push_back(note_of(account.line));
  entry.push_back(std::move(line));
}

std::vector<record::EncounterLine> found(const BriefTopic& topic, const std::string& with, int64_t& total) {
  record::EncounterFilters filters;
  topic.put_sides(filters);
  filters.with = with;
  filters.main_only = true;
  filters.statuses = {chancery::Status::happened};
  filters.to = topic.on;
  auto lines = find_encounters(topic.record, filters, {0, kLookedAt});
  total = count_encounters(topic.record, filters);
  const auto later = std::erase_if(lines, [&](const auto& line) {
    if (known_by(line.document, topic.on)) return false;
    const auto all = accounts_of(topic.record, line.id);
    return std::none_of(all.begin(), all.end(), [&](const auto& account) { return known_by(account.document, topic.on); });
  });
  total -= static_cast<int64_t>(later);
  return lines;
}

BriefDraft draft_of(const BriefTopic& topic, const std::vector<record::EncounterLine>& lines, int64_t total, size_t with_points) {
  BriefDraft draft;
  draft.total = total;
  for (const auto& line : lines) {
    if (draft.entries.size() >= std::max(with_points, kBare)) break;
    const auto accounts = accounts_by(topic, line.id);
    if (accounts.empty()) continue;
    std::vector<BriefNote> notes;
    for (const auto& account : accounts) {
      if (notes.size() < 3) notes.push_back(note_of(account.line));
    }
    BriefEntry entry{heading_of(accounts.front().line, notes)};
    if (draft.entries.size() < with_points) {
      for (const auto& account : accounts) put_account(account, entry);
    }
    draft.entries.push_back(std::move(entry));
  }
  return draft;
}

}  // namespace

std::vector<BriefDraft> last_encounters(const BriefTopic& topic, std::string& last_day) {
  std::vector<BriefDraft> drafts;
  int64_t total = 0;
  std::set<std::string> shown;
  const auto day_of = [](const record::EncounterLine& line) { return line.at.from.empty() ? line.at.to : line.at.from; };
  if (!topic.other.empty()) {
    const auto lines = found(topic, topic.other, total);
    if (!lines.empty()) last_day = day_of(lines.front());
    for (const auto& line : lines) shown.insert(line.id);
    drafts.push_back(draft_of(topic, lines, total, kWithPoints));
    drafts.back().id = "encounters_for";
    drafts.back().title = "Last encounters with " + topic.country_name(topic.other);
    drafts.back().none = fmt::format("No encounter with {} is in this record up to that day.", topic.country_name(topic.other));
    drafts.back().least = 2;
  }
  int64_t all = 0;
  auto lines = found(topic, {}, all);
  std::erase_if(lines, [&](const auto& line) { return shown.contains(line.id); });
  if (last_day.empty() && !lines.empty()) last_day = day_of(lines.front());
  drafts.push_back(draft_of(topic, lines, all - total, topic.other.empty() ? kWithPoints : 0));
  drafts.back().id = "encounters";
  drafts.back().title = topic.other.empty() ? "Last encounters" : "Last encounters with others";
  drafts.back().none = "No encounter is in this record up to that day.";
  drafts.back().least = 2;
  return drafts;
}

}  // namespace chancery::questions
