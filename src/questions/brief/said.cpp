#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.hpp"
#include "questions/brief/parts.hpp"

namespace chancery::questions {
namespace {

constexpr size_t kLookedAt = 400, kKept = 8, kOfOneDocument = 2;
constexpr size_t kLongest = 260, kPassage = 90;
constexpr size_t kFewWords = 7, kManyWords = 60;
constexpr auto kYear = std::chrono::days{365};

// Beginnings of the words with which courtesies open, in any release.
constexpr std::array<std::string_view, 13> kCourteous = {"thank", "welcom", "congratul", "greet", "glad", "pleas", "honor", "honour", "happy", "grateful", "delighted", "good morning", "good afternoon"};

size_t words_in(std::string_view text) { return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1; }

/// Within the first words.
bool courteous(std::string_view content) {
  const std::string start = utf8::lower(content.substr(0, 60));
  return std::any_of(kCourteous.begin(), kCourteous.end(), [&](std::string_view word) { return start.find(word) != std::string::npos; });
}

/// How much a statement tells of a position: its own words before reported ones, a topic, a length that says something.
double telling(const record::StatementLine& line) {
  const size_t words = words_in(line.content);
  if (words < kFewWords || line.content.ends_with('?') || courteous(line.content)) return 0;
  double score = 1;
  if (line.mode == "direct" || line.mode == "mixed") score += 1;
  if (line.mode == "turn") score -= 0.5;
  if (!line.topics.empty()) score += 1;
  if (line.negated) score += 0.5;
  if (words > kManyWords) score -= 1;
  if (line.document.kind == "transcript" || line.document.kind == "briefing") score -= 0.3;
  return std::max(score, 0.1);
}

BriefLine line_of(const record::StatementLine& one) {
  BriefLine line;
  line.label = one.document.day;
  const std::string who = one.speakers.empty() ? "" : names_of(one.speakers, 2);
  const bool own_words = one.mode != "indirect";
  const std::string said = shortened(one.content, kLongest);
  line.text = fmt::format("{}, in {}: {}{}{}", who, account_of(one.document), own_words ? "“" : "", said, own_words ? "”" : "");
  line.basis = "record";
  line.sources.push_back({one.document, shortened(one.content, kPassage), one.span});
  return line;
}

bool inside_another(const record::StatementLine& line, const std::vector<const record::StatementLine*>& chosen) {
  return std::any_of(chosen.begin(), chosen.end(), [&](const auto* other) {
    return other->document.id == line.document.id && other->span.begin < line.span.end && line.span.begin < other->span.end;
  });
}

/// The most telling, not too many of one release, newest first.
BriefDraft draft_of(const std::vector<record::StatementLine>& lines) {
  std::vector<std::pair<double, const record::StatementLine*>> ranked;
  for (const auto& line : lines) {
    if (const double score = telling(line); score > 0) ranked.emplace_back(score, &line);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::map<std::string, size_t> of_document;
  std::vector<const record::StatementLine*> chosen;
  for (const auto& [score, line] : ranked) {
    if (chosen.size() >= kKept || of_document[line->document.id] >= kOfOneDocument || inside_another(*line, chosen)) continue;
    ++of_document[line->document.id];
    chosen.push_back(line);
  }
  BriefDraft draft;
  for (const auto* line : chosen) draft.entries.push_back({line_of(*line)});
  draft.total = static_cast<int64_t>(ranked.size());
  draft.least = 2;
  return draft;
}

BriefDraft said_by(const BriefTopic& topic, record::SpokenAbout asked, const std::string& last_day) {
  const auto since = parse_day(last_day);
  asked.to = topic.on;
  // What was said at the encounter itself stands with the encounter.
  asked.from = since ? std::max(*since + std::chrono::days{1}, topic.on - kYear) : topic.on - kYear;
  BriefDraft draft = draft_of(statements_about(topic.record, asked, kLookedAt));
  draft.note = since && *since >= topic.on - kYear ? fmt::format("since the last encounter, {}", last_day) : fmt::format("in the year before {}", iso(topic.on));
  if (!draft.entries.empty() || !since) return draft;
  asked.from = topic.on - kYear;
  draft = draft_of(statements_about(topic.record, asked, kLookedAt));
  if (!draft.entries.empty()) draft.note = fmt::format("none found since {}; before that", last_day);
  return draft;
}

}  // namespace

std::vector<BriefDraft> said_since(const BriefTopic& topic, const std::string& last_day) {
  std::vector<BriefDraft> drafts;
  record::SpokenAbout own;
  if (topic.person) own.speaker = topic.key;
  else own.speaker_country = topic.key;
  own.about = topic.other;
  drafts.push_back(said_by(topic, own, last_day));
  drafts.back().id = "said";
  drafts.back().title = topic.other.empty() ? "What " + topic.name + " has said" : "What " + topic.name + " has said on " + topic.country_name(topic.other);
  drafts.back().none = "None is in this record for the year before that day.";
  if (topic.other.empty() || topic.country.empty()) return drafts;
  record::SpokenAbout theirs;
  theirs.speaker_country = topic.other;
  theirs.about = topic.country;
  drafts.push_back(said_by(topic, theirs, last_day));
  drafts.back().id = "said_for";
  drafts.back().title = "What " + topic.country_name(topic.other) + " has said on " + topic.country_name(topic.country);
  drafts.back().none = "None is in this record for the year before that day.";
  tell_once(drafts);
  return drafts;
}

}  // namespace chancery::questions
