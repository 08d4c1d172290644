#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "document/phrases.hpp"
#include "questions/brief/parts.hpp"

namespace chancery::questions {
namespace {

constexpr size_t kLookedAt = 400, kKept = 8, kOfOneDocument = 2;
constexpr size_t kLongest = 260;
constexpr size_t kFewWords = 7, kManyWords = 60;
constexpr auto kYear = std::chrono::days{365};

/// What of a statement is quoted: all, or the sentence that names the other side.
struct Said {
  const record::StatementLine* line = nullptr;
  std::string words;
  record::Range span;
  double score = 0;
};

/// The sentence of `text` around a code point, as a half-open range of code points.
std::pair<size_t, size_t> sentence_at(std::string_view text, size_t place) {
  const utf8::CodePoints points(text);
  const auto words = phrase_words(text);
  const size_t byte = points.byte_of(place);
  size_t begin = 0, end = text.size();
  for (size_t i = 0; i < words.size(); ++i) {
    if (i == 0 || words[i].sentence == words[i - 1].sentence) continue;
    // Small words belong to no shingle: a sentence begins after the mark that ends the one before.
    const size_t mark = text.find_first_of(".!?", words[i - 1].end);
    size_t start = mark == std::string_view::npos || mark > words[i].begin ? words[i].begin : mark + 1;
    while (start < words[i].begin && (utf8::is_space(utf8::decode(text, start).code_point) || !utf8::is_letter(utf8::decode(text, start).code_point))) start += utf8::decode(text, start).length;
    if (words[i].begin <= byte || start <= byte) begin = start;
    else {
      end = start;
      break;
    }
  }
  while (end > begin && text[end - 1] == ' ') --end;
  return {points.at(begin), points.at(end)};
}

/// How much words tell of a position: own words before reported ones, a topic, a length that says something.
double telling(const record::StatementLine& line, const std::string& said) {
  const size_t words = words_in(said);
  if (words < kFewWords || courteous(said) || (line.mode == "turn" && chatty(said))) return 0;
  double score = 1;
  if (line.mode == "direct" || line.mode == "mixed") score += 1;
  if (line.mode == "turn" || chatty(said)) score -= 0.5;
  if (!line.topics.empty()) score += 1;
  if (line.negated) score += 0.5;
  if (words > kManyWords) score -= 1;
  if (spoken(line.document)) score -= 0.3;
  return std::max(score, 0.1);
}

Said said_in(const record::SpokenLine& one) {
  const auto& line = one.statement;
  Said said{&line, line.content, line.span, 0};
  const size_t length = utf8::CodePoints(line.content).at(line.content.size());
  const bool whole = line.span.end - line.span.begin == length;
  if (one.named && whole && *one.named >= line.span.begin && *one.named < line.span.end && length > kLongest) {
    const auto [begin, end] = sentence_at(line.content, *one.named - line.span.begin);
    const utf8::CodePoints points(line.content);
    said.words = line.content.substr(points.byte_of(begin), points.byte_of(end) - points.byte_of(begin));
    said.span = {line.span.begin + static_cast<uint32_t>(begin), line.span.begin + static_cast<uint32_t>(end), line.span.part};
  }
  while (said.words.starts_with("—") || said.words.starts_with("–") || said.words.starts_with(" ")) {
    const size_t mark = utf8::decode(said.words, 0).length;
    said.words.erase(0, mark);
    ++said.span.begin;
  }
  said.score = telling(line, said.words);
  return said;
}

BriefLine line_of(const Said& said) {
  const auto& one = *said.line;
  BriefLine line;
  line.label = one.document.day;
  const std::string who = names_of(one.speakers, 2);
  const bool own_words = one.mode != "indirect";
  // Without the verb a thing deplored would read as a thing said.
  line.say(who + (own_words ? ": " : one.cue.empty() ? ": " : " (“" + shortened(one.cue, 40) + "”): "));
  const std::string words = shortened(said.words, kLongest);
  line.quote(own_words ? "“" + words + "”" : words, one.document, said.span);
  line.say(", in " + account_of(one.document));
  line.basis = "record";
  line.sources.push_back({one.document, {}, said.span});
  return line;
}

bool overlap(const record::Range& a, const record::Range& b) { return a.part == b.part && a.begin < b.end && b.begin < a.end; }

/// The most telling, not too many of one release nor what stands above, newest first.
BriefDraft draft_of(const std::vector<record::SpokenLine>& lines, const std::vector<BriefQuote>& quoted) {
  std::vector<Said> ranked;
  for (const auto& line : lines) {
    Said said = said_in(line);
    const bool above = std::any_of(quoted.begin(), quoted.end(), [&](const auto& one) { return one.document.id == line.statement.document.id && overlap(one.span, said.span); });
    if (said.score > 0 && !above) ranked.push_back(std::move(said));
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  std::map<std::string, size_t> of_document;
  std::vector<const Said*> chosen;
  for (const Said& said : ranked) {
    const auto& document = said.line->document.id;
    const bool again = std::any_of(chosen.begin(), chosen.end(), [&](const Said* other) {
      return (other->line->document.id == document && overlap(other->span, said.span)) || other->words == said.words;
    });
    if (chosen.size() >= kKept || of_document[document] >= kOfOneDocument || again) continue;
    ++of_document[document];
    chosen.push_back(&said);
  }
  std::stable_sort(chosen.begin(), chosen.end(), [](const Said* a, const Said* b) { return a->line->document.day > b->line->document.day; });
  BriefDraft draft;
  for (const Said* said : chosen) draft.entries.push_back({line_of(*said)});
  draft.total = static_cast<int64_t>(ranked.size());
  draft.least = 2;
  return draft;
}

BriefDraft said_by(const BriefTopic& topic, record::SpokenAbout asked, const BriefEncounters& encounters) {
  const auto since = parse_day(encounters.last_day);
  const auto draft_since = [&](Day from) {
    asked.from = from;
    return draft_of(statements_about(topic.record, asked, kLookedAt), encounters.quoted);
  };
  asked.to = topic.on;
  const Day year = topic.on - kYear;
  // What was said at the encounter itself stands with the encounter.
  BriefDraft draft = draft_since(since ? std::max(*since + std::chrono::days{1}, year) : year);
  draft.note = since && *since >= year ? fmt::format("since the last encounter, {}", encounters.last_day) : fmt::format("in the year before {}", iso(topic.on));
  if (!draft.entries.empty() || !since) return draft;
  draft = draft_since(year);
  if (!draft.entries.empty()) draft.note = fmt::format("none found since {}; before that, beside what stands above", encounters.last_day);
  return draft;
}

}  // namespace

std::vector<BriefDraft> said_since(const BriefTopic& topic, const BriefEncounters& encounters) {
  std::vector<BriefDraft> drafts;
  const auto put = [&](const record::SpokenAbout& asked, std::string id, std::string title) {
    drafts.push_back(said_by(topic, asked, encounters));
    drafts.back().id = std::move(id);
    drafts.back().title = std::move(title);
    drafts.back().none = "None is in this record for the year before that day.";
  };
  record::SpokenAbout own;
  if (topic.person) own.speaker = topic.key;
  own.speaker_country = topic.country;
  own.about = topic.other;
  put(own, "said", topic.other.empty() ? "What " + topic.name + " has said" : "What " + topic.name + " has said on " + topic.country_name(topic.other));
  if (topic.other.empty() || topic.country.empty()) return drafts;
  record::SpokenAbout theirs;
  theirs.speaker_country = topic.other;
  theirs.about = topic.country;
  put(theirs, "said_for", "What " + topic.country_name(topic.other) + " has said on " + topic.country_name(topic.country));
  tell_once(drafts);
  return drafts;
}

}  // namespace chancery::questions
