#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "questions/brief/parts.hpp"
#include "questions/encounter.hpp"

namespace chancery::questions {
namespace {

constexpr size_t kLookedAt = 120, kWithPoints = 5, kBare = 8, kNames = 4, kMostSources = 3, kAbsent = 2;
constexpr size_t kPassage = 140;

BriefNote note_of(const record::EncounterLine& line) {
  BriefNote note{line.document, shortened(line.quote, kPassage), {}};
  for (const auto& range : line.evidence) {
    note.span = range;
    if (range.part == Part::text) break;
  }
  return note;
}

BriefLine heading_of(const BriefTopic& topic, const record::EncounterLine& line, const std::vector<BriefNote>& notes) {
  BriefLine out;
  out.label = line.at.from.empty() ? "by " + line.at.to : line.at.from;
  if (!line.at.to.empty() && !line.at.from.empty() && line.at.to != line.at.from) out.label += " to " + line.at.to;
  const std::string place = line.at.place.empty() ? line.at.place_country : line.at.place;
  out.say(in_words(line.type) + ": " + names_of(ours_first(topic, line.participants), kNames) + (place.empty() ? "" : "; " + place + (line.at.place_basis == "assumed" ? " (assumed)" : "")));
  out.basis = line.at.time_basis == "relative" ? "inferred" : "record";
  out.link = line.id;
  out.sources = notes;
  return out;
}

/// The accounts that were published by the day, the leading one first.
template <typename Accounts, typename Line>
void keep_known(Accounts& accounts, Day on, const Line& line) {
  std::erase_if(accounts, [&](const auto& account) { return !known_by(line(account).document, on); });
}

/// The release in which the two have a habit that this one lacks says it best.
void put_absent(const BriefTopic& topic, const AccountView& account, BriefEntry& entry) {
  const Novelty& novelty = topic.wordings.of(account.line.document);
  for (size_t i = 0; i < novelty.dropped.size() && i < kAbsent; ++i) {
    const Dropped& dropped = novelty.dropped[i];
    BriefLine line;
    line.level = 1;
    line.label = "usual, absent here";
    line.basis = "record";
    line.say("“" + shortened(dropped.words, kPassage) + "”" + fmt::format(" is in {} of {} earlier releases on the two, not in this one", dropped.count, dropped.of));
    line.sources.push_back({record::document_line(topic.record, dropped.document), {}, dropped.span});
    entry.push_back(std::move(line));
  }
}

void put_account(const BriefTopic& topic, const AccountView& account, bool first_of_publisher, BriefEntry& entry, std::vector<BriefQuote>& quoted) {
  const auto points = main_points(topic, account);
  if (points.empty() && (!account.line.main || !first_of_publisher)) return;
  BriefLine line;
  line.level = 1;
  line.label = account_of(account.line.document) + (first_of_publisher ? "" : " in its " + in_words(account.line.document.kind));
  line.basis = "record";
  put_points(account, points, line, quoted);
  if (points.empty()) line.say("gives no point of " + (topic.other.empty() ? topic.name : "either side") + " that was found");
  // Its passages are quoted in the line: the footnote of the encounter leads to the release.
  line.sources.push_back(note_of(account.line));
  line.sources.back().passage.clear();
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

std::vector<BriefNote> notes_of(const std::vector<record::EncounterLine>& accounts) {
  std::vector<BriefNote> notes;
  for (const auto& account : accounts) {
    if (notes.size() < kMostSources) notes.push_back(note_of(account));
  }
  return notes;
}

BriefDraft draft_of(const BriefTopic& topic, const std::vector<record::EncounterLine>& lines, int64_t total, size_t with_points, std::vector<BriefQuote>& quoted) {
  BriefDraft draft;
  draft.total = total;
  for (const auto& line : lines) {
    if (draft.entries.size() >= std::max(with_points, kBare)) break;
    auto accounts = accounts_of(topic.record, line.id);
    keep_known(accounts, topic.on, [](const auto& account) -> const auto& { return account; });
    if (accounts.empty()) continue;
    BriefEntry entry{heading_of(topic, accounts.front(), notes_of(accounts))};
    if (draft.entries.size() < with_points) {
      auto views = accounts_view(topic.record, line.id, topic.on);
      keep_known(views, topic.on, [](const auto& view) -> const auto& { return view.line; });
      std::set<std::string> publishers;
      for (const auto& view : views) put_account(topic, view, publishers.insert(view.line.document.publisher).second, entry, quoted);
      if (draft.entries.empty()) put_absent(topic, views.front(), entry);
    }
    draft.entries.push_back(std::move(entry));
  }
  return draft;
}

}  // namespace

BriefEncounters last_encounters(const BriefTopic& topic) {
  BriefEncounters all;
  int64_t total = 0;
  std::set<std::string> shown;
  const auto day_of = [](const record::EncounterLine& line) { return line.at.from.empty() ? line.at.to : line.at.from; };
  const auto put = [&](const std::vector<record::EncounterLine>& lines, int64_t count, size_t with_points, std::string id, std::string title, std::string none) {
    BriefDraft draft = draft_of(topic, lines, count, with_points, all.quoted);
    draft.id = std::move(id);
    draft.title = std::move(title);
    draft.none = std::move(none);
    draft.least = 2;
    all.drafts.push_back(std::move(draft));
  };
  if (!topic.other.empty()) {
    const std::string other = topic.country_name(topic.other);
    const auto lines = found(topic, topic.other, total);
    if (!lines.empty()) all.last_day = day_of(lines.front());
    for (const auto& line : lines) shown.insert(line.id);
    put(lines, total, kWithPoints, "encounters_for", "Last encounters with " + other, fmt::format("No encounter with {} is in this record up to that day.", other));
  }
  int64_t every = 0;
  auto lines = found(topic, {}, every);
  std::erase_if(lines, [&](const auto& line) { return shown.contains(line.id); });
  if (all.last_day.empty() && !lines.empty()) all.last_day = day_of(lines.front());
  put(lines, every - total, topic.other.empty() ? kWithPoints : 0, "encounters", topic.other.empty() ? "Last encounters" : "Last encounters with others",
      topic.other.empty() ? "No encounter is in this record up to that day." : "None is in this record up to that day.");
  return all;
}

}  // namespace chancery::questions
