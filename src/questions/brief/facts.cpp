#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "questions/brief/parts.hpp"

namespace chancery::questions {
namespace {

constexpr size_t kLookedAt = 60, kKept = 6, kComing = 6, kPassage = 140;

std::string in_words(std::string code) {
  std::replace(code.begin(), code.end(), '_', ' ');
  return code;
}

/// What binds most comes first: agreed between two, then promised, then planned; a condition takes from it.
int weight(const record::CommitmentLine& one) {
  int weight = one.strength == "agreed" || one.strength == "committed" ? 2 : one.kind == "promise" ? 1 : 0;
  if (!one.due.value.empty() || !one.parties.empty() || one.to) ++weight;
  return one.condition.empty() ? weight : weight - 1;
}

BriefDraft commitments_of(const BriefTopic& topic, const std::string& by, const std::string& with) {
  record::CommitmentFilters filters;
  filters.by = by;
  filters.with = with;
  filters.classes = {CommitmentClass::promise, CommitmentClass::plan, CommitmentClass::agenda};
  filters.state = record::DueState::open;
  filters.on = topic.on;
  filters.to = topic.on;
  BriefDraft draft;
  draft.none = "None that is open is in this record.";
  draft.total = count_commitments(topic.record, filters);
  std::set<std::string> said;
  auto found = find_commitments(topic.record, filters, {0, kLookedAt});
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return weight(a) > weight(b); });
  for (const auto& one : found) {
    const std::string words = shortened(one.quote, 200);
    if (draft.entries.size() >= kKept) break;
    if (!said.insert(words).second) continue;
    BriefLine line;
    line.label = one.document.day;
    const std::string who = one.by ? one.by->name : names_of(one.parties, 2);
    const std::string due = one.due.value.empty() ? "" : "; due " + (one.due.to.empty() ? one.due.value : one.due.to);
    line.text = fmt::format("{}{} ({}): “{}”{}", who.empty() ? "" : who + ", ", account_of(one.document), in_words(one.strength), words, due);
    line.basis = "record";
    line.sources.push_back({one.document, shortened(one.quote, 80), one.span});
    draft.entries.push_back({std::move(line)});
  }
  return draft;
}

std::string amount(double value) {
  for (const auto& [size, name] : {std::pair{1e12, " trillion"}, std::pair{1e9, " billion"}, std::pair{1e6, " million"}}) {
    if (value >= size) return fmt::format("{:.4g}{}", value / size, name);
  }
  return value == static_cast<double>(static_cast<int64_t>(value)) ? fmt::format("{}", static_cast<int64_t>(value)) : fmt::format("{:.6g}", value);
}

std::string told(const record::FigureLine& one) {
  std::string out = one.comparison == "exact" || one.comparison == "between" ? "" : in_words(one.comparison) + " ";
  out += amount(one.value);
  if (one.value_to) out += " to " + amount(*one.value_to);
  if (!one.unit.empty()) out += " " + one.unit;
  if (!one.direction.empty()) out += ", " + one.direction;
  return out;
}

BriefLine line_of(const record::FigureLine& one) {
  BriefLine line;
  line.label = one.document.day;
  const std::string passage = shortened(one.before + one.quote + one.after, kPassage);
  const std::string speaker = one.speaker ? one.speaker->name + ", " : "";
  line.text = fmt::format("{}: {}{} ({}{})", one.indicator, told(one), one.time.value.empty() ? "" : ", " + one.time.value, speaker, account_of(one.document));
  line.basis = "record";
  line.sources.push_back({one.document, passage, one.span});
  return line;
}

}  // namespace

std::vector<BriefDraft> open_commitments(const BriefTopic& topic) {
  std::vector<BriefDraft> drafts;
  drafts.push_back(commitments_of(topic, topic.key, topic.other));
  drafts.back().id = "commitments";
  drafts.back().title = "Open commitments of " + topic.name;
  if (!topic.other.empty()) {
    drafts.push_back(commitments_of(topic, topic.other, topic.key));
    drafts.back().id = "commitments_for";
    drafts.back().title = "Open commitments of " + topic.country_name(topic.other);
  }
  for (auto& draft : drafts) draft.note = "by the due day alone; what was done is not in the record";
  tell_once(drafts);
  return drafts;
}

BriefDraft given_figures(const BriefTopic& topic) {
  record::FigureFilters filters;
  filters.to = topic.on;
  if (topic.person) filters.person = topic.key;
  else filters.country = topic.key;
  if (!topic.person || !topic.other.empty()) filters.with = topic.other;
  BriefDraft draft;
  draft.id = "figures";
  draft.title = topic.person ? "Figures given" : "Figures about it";
  draft.none = "None is in this record.";
  std::set<std::string> indicators;
  for (const auto& one : find_figures(topic.record, filters, {0, 4 * kLookedAt})) {
    // A number without what it measures tells nobody anything; the latest of each indicator and unit stands for it.
    if (one.indicator.empty()) continue;
    ++draft.total;
    if (draft.entries.size() < kKept && indicators.insert(one.indicator + "/" + one.unit).second) draft.entries.push_back({line_of(one)});
  }
  return draft;
}

BriefDraft coming(const BriefTopic& topic) {
  record::EncounterFilters filters;
  topic.put_sides(filters);
  filters.from = topic.on;
  filters.statuses = {chancery::Status::planned, chancery::Status::proposed, chancery::Status::postponed};
  BriefDraft draft;
  draft.id = "coming";
  draft.title = "What is coming";
  draft.none = "No planned encounter is in this record.";
  auto lines = find_encounters(topic.record, filters, {0, kLookedAt});
  std::erase_if(lines, [&](const auto& line) { return !known_by(line.document, topic.on); });
  std::reverse(lines.begin(), lines.end());
  draft.total = static_cast<int64_t>(lines.size());
  for (const auto& one : lines) {
    if (draft.entries.size() >= kComing) break;
    BriefLine line;
    line.label = one.at.from == one.at.to || one.at.to.empty() ? one.at.from : one.at.value.size() <= 7 && !one.at.value.empty() ? one.at.value : one.at.from + " to " + one.at.to;
    line.text = fmt::format("{}, {}: {}{}", in_words(one.type), one.status, names_of(one.participants, 4), one.at.place.empty() ? "" : "; " + one.at.place);
    line.basis = one.at.time_basis == "stated" ? "record" : "inferred";
    line.link = one.id;
    line.sources.push_back({one.document, shortened(one.quote, kPassage), one.evidence.empty() ? record::Range{} : one.evidence.front()});
    draft.entries.push_back({std::move(line)});
  }
  return draft;
}

BriefDraft not_covered(const BriefTopic& topic) {
  BriefDraft draft;
  draft.id = "coverage";
  draft.title = "What the record covers, and what not";
  draft.least = 3;
  const auto say = [&](std::string label, std::string text) {
    BriefLine line;
    line.label = std::move(label);
    line.text = std::move(text);
    line.basis = "record";
    draft.entries.push_back({std::move(line)});
  };
  const auto publishers = publishers_until(topic.record, topic.on);
  for (const std::string& side : {topic.country, topic.other}) {
    if (side.empty()) continue;
    const bool any = std::any_of(publishers.begin(), publishers.end(), [&](const auto& one) { return one.country == side; });
    if (!any) say(topic.country_name(side), "no publisher of this country is in the record: only the accounts of others");
  }
  for (const auto& one : publishers) {
    if (one.country != topic.country && one.country != topic.other && draft.entries.size() > 3) continue;
    const std::string name = one.name.empty() ? "publisher unknown" : one.name;
    say(name, fmt::format("{} release{}, {} to {}", one.documents, one.documents == 1 ? "" : "s", one.first_day, one.last_day));
  }
  if (const auto undated = count_undated(topic.record); undated > 0)
    say("undated", fmt::format("{} release{} of unknown day, left out of this sheet", undated, undated == 1 ? "" : "s"));
  draft.note = "what is not here is not in this record; it may have happened all the same";
  draft.total = static_cast<int64_t>(draft.entries.size());
  return draft;
}

}  // namespace chancery::questions
