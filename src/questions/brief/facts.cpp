#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "base/utf8.hpp"
#include "document/phrases.hpp"
#include "questions/brief/parts.hpp"
#include "questions/coverage.hpp"

namespace chancery::questions {
namespace {

constexpr size_t kLookedAt = 60, kCommitmentsLookedAt = 300, kKept = 6, kComing = 6, kPassage = 140;
constexpr double kMany = 100;  // below, a count of things tells nobody anything
constexpr size_t kOfManyCountries = 3;

/// What binds most comes first: agreed between two, then promised, then planned; a condition takes from it.
int weight(const record::CommitmentLine& one) {
  int weight = one.strength == "agreed" || one.strength == "committed" ? 2 : one.kind == "promise" ? 1 : 0;
  if (!one.due.value.empty() || !one.parties.empty() || one.to) ++weight;
  return one.condition.empty() ? weight : weight - 1;
}

/// Announces what comes next in a talk ("I will come back to this") or says too little to be held to ("we will do it").
bool says_little(const std::string& quote) {
  static const std::set<std::string, std::less<>> kOfTalk = {"say", "tell", "return", "compare", "mention", "note", "repeat", "begin", "start", "speak", "talk", "answer", "explain", "add", "finish",
                                                             "conclude", "ask", "show", "quote", "read", "remind", "specify", "turn", "introduce", "stop", "leave", "let", "play", "root", "come"};
  static const std::set<std::string, std::less<>> kEmpty = {"will",  "shall", "agree", "agreed", "commit", "committed", "commits", "leaders", "both",  "sides", "parties", "they",  "that", "this",
                                                            "these", "those", "with",  "have",   "also",   "been",      "their",   "from",    "into",  "them",  "everything", "very", "certainly"};
  size_t weight = 0;
  bool after_will = false, first = true;
  std::string word;
  for (size_t at = 0; at <= quote.size(); ++at) {
    const char c = at < quote.size() ? quote[at] : ' ';
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
      continue;
    }
    if (word.empty()) continue;
    const bool capital = !first && word.size() > 1 && std::isupper(static_cast<unsigned char>(word[0])) != 0;
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    if (after_will && kOfTalk.contains(word)) return true;
    after_will = word == "will" || word == "ll" || (after_will && (word == "also" || word == "now" || word == "just" || word == "be"));
    if (word.size() > 3 && !kEmpty.contains(word)) weight += capital ? 3 : 1;
    else if (capital || std::isdigit(static_cast<unsigned char>(word[0])) != 0) weight += 3;
    first = false;
    word.clear();
  }
  constexpr size_t kLeast = 4;
  return weight < kLeast;
}

/// "We will meet the press": over when it was; what is yet to come stands in a section of its own.
bool is_diary(const record::CommitmentLine& one, Day on) {
  constexpr auto kSoon = std::chrono::days{31};
  const auto day = parse_day(one.document.day);
  if (!one.due.value.empty() || (day && *day + kSoon >= on)) return false;
  for (const std::string_view words : {"will meet", "will visit", "will attend", "will travel", "will arrive", "will participate", "will discuss", "hold a meeting", "hold meetings", "press conference"}) {
    if (one.quote.find(words) != std::string::npos) return true;
  }
  return false;
}

/// Most of the wording of one in the other.
bool says_again(const std::vector<uint32_t>& shingles, const std::vector<std::vector<uint32_t>>& before) {
  return std::any_of(before.begin(), before.end(), [&](const auto& other) {
    const auto common = std::count_if(shingles.begin(), shingles.end(), [&](uint32_t one) { return std::find(other.begin(), other.end(), one) != other.end(); });
    return static_cast<size_t>(common) * 5 >= 3 * std::min(shingles.size(), other.size()) && common > 0;
  });
}

std::vector<uint32_t> hashes_of(const std::string& words) {
  std::vector<uint32_t> hashes;
  for (const Shingle& one : shingles_of(phrase_words(words))) hashes.push_back(one.hash);
  return hashes;
}

/// A reading that took a speaker's label or another's act for the promise, or an announcement for the same day.
bool no_promise(const record::CommitmentLine& one) {
  const size_t colon = one.quote.find(": ");
  const bool label = colon != std::string::npos && colon > 2 && std::none_of(one.quote.begin(), one.quote.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) { return c >= 'a' && c <= 'z'; });
  const std::string& due = one.due.to.empty() ? one.due.from : one.due.to;
  return label || (!due.empty() && due <= one.document.day) || says_little(one.quote);
}

BriefDraft commitments_of(const BriefTopic& topic, const std::string& by, const std::string& home, const std::string& with) {
  record::CommitmentFilters filters;
  filters.by = by;
  filters.with = with;
  filters.home = home;
  filters.classes = {CommitmentClass::promise, CommitmentClass::plan};
  filters.state = record::DueState::open;
  filters.on = topic.on;
  filters.to = topic.on;
  BriefDraft draft;
  draft.none = "None that is open is in this record.";
  auto found = find_commitments(topic.record, filters, {0, kCommitmentsLookedAt});
  draft.total = found.size() < kCommitmentsLookedAt ? static_cast<int64_t>(found.size()) : count_commitments(topic.record, filters);
  draft.total -= static_cast<int64_t>(std::erase_if(found, [&](const auto& one) { return no_promise(one) || is_diary(one, topic.on); }));
  std::vector<std::vector<uint32_t>> said;
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return weight(a) > weight(b); });
  for (const auto& one : found) {
    const std::string words = shortened(one.quote, 200);
    if (draft.entries.size() >= 2 * kKept) break;
    if (auto hashes = hashes_of(one.quote); says_again(hashes, said)) {
      --draft.total;
      continue;
    } else {
      said.push_back(std::move(hashes));
    }
    BriefLine line;
    line.label = one.document.day;
    const std::string who = one.by ? one.by->name : names_of(one.parties, 2);
    const std::string due = one.due.value.empty() ? "" : "; due " + (one.due.to.empty() ? one.due.value : one.due.to);
    line.say(fmt::format("{} ({}): ", who.empty() ? "nobody named" : who, in_words(one.strength)));
    line.quote("“" + words + "”", one.document, one.span).say(due + ", in " + account_of(one.document));
    line.basis = "record";
    line.sources.push_back({one.document, {}, one.span});
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

/// Money, shares and measures always; counts of things where they are many. Not what a long list of countries shares.
bool tells(const record::FigureLine& one) {
  const bool money = one.unit.size() == 3 && std::all_of(one.unit.begin(), one.unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  constexpr size_t kShortest = 4;
  return one.indicator.size() >= kShortest && one.about.size() <= kOfManyCountries && (money || one.unit == "percent" || one.value >= kMany);
}

std::string told(const record::FigureLine& one) {
  std::string out = one.comparison == "exact" || one.comparison == "between" ? "" : in_words(one.comparison) + " ";
  out += amount(one.value);
  if (one.value_to) out += " to " + amount(*one.value_to);
  const std::string direction = one.direction.empty() ? "" : ", " + one.direction;
  // "250 students" of "French students" are 250 French students.
  if (!one.unit.empty() && utf8::lower(one.indicator).find(utf8::lower(one.unit)) != std::string::npos) return out + " " + one.indicator + direction;
  return one.indicator + ": " + out + (one.unit.empty() ? "" : " " + one.unit) + direction;
}

/// A day or year, but for what a calendar has no place for, and the day of publication itself.
std::string when(const record::FigureLine& one) {
  const std::string& value = one.time.value;
  const bool day = !value.empty() && value[0] >= '0' && value[0] <= '9' && value != one.document.day;
  return day ? ", " + value : "";
}

BriefLine line_of(const record::FigureLine& one) {
  BriefLine line;
  line.label = one.document.day;
  const std::string passage = passage_of(one.before + one.quote + one.after, kPassage);
  const std::string speaker = one.speaker ? one.speaker->name + ", " : "";
  line.say(fmt::format("{}{} ({}{})", told(one), when(one), speaker, account_of(one.document)));
  line.basis = "record";
  line.sources.push_back({one.document, passage, one.span});
  return line;
}

}  // namespace

std::vector<BriefDraft> open_commitments(const BriefTopic& topic) {
  std::vector<BriefDraft> drafts;
  drafts.push_back(commitments_of(topic, topic.key, topic.country, topic.other));
  drafts.back().id = "commitments";
  drafts.back().title = "Open commitments of " + topic.name;
  if (!topic.other.empty()) {
    drafts.push_back(commitments_of(topic, topic.other, topic.other, topic.country.empty() ? topic.key : topic.country));
    drafts.back().id = "commitments_for";
    drafts.back().title = "Open commitments of " + topic.country_name(topic.other);
  }
  for (auto& draft : drafts) draft.note = "to, with or about others, open by the due day alone; what was done is not in the record";
  tell_once(drafts);
  for (auto& draft : drafts) {
    if (draft.entries.size() > kKept) draft.entries.resize(kKept);
  }
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
    // The latest of each indicator and unit stands for it.
    if (!tells(one)) continue;
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
  // One alone meets nobody.
  std::erase_if(lines, [&](const auto& line) { return !known_by(line.document, topic.on) || line.participants.size() < 2; });
  std::reverse(lines.begin(), lines.end());
  draft.total = static_cast<int64_t>(lines.size());
  for (const auto& one : lines) {
    if (draft.entries.size() >= kComing) break;
    BriefLine line;
    line.label = one.at.from == one.at.to || one.at.to.empty() ? one.at.from : one.at.value.size() <= 7 && !one.at.value.empty() ? one.at.value : one.at.from + " to " + one.at.to;
    line.say(fmt::format("{}, {}: {}{}", in_words(one.type), one.status, names_of(ours_first(topic, one.participants), 4), one.at.place.empty() ? "" : "; " + one.at.place));
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
    line.say(std::move(text));
    line.basis = "record";
    draft.entries.push_back({std::move(line)});
  };
  const auto publishers = publishers_until(topic.record, topic.on);
  const auto stated = record::publishers_on_record(topic.record);
  const auto extent = [&](const record::PublisherLine& line) {
    const auto found = std::find_if(stated.begin(), stated.end(), [&](const auto& one) { return one.publisher == line.name && one.country == line.country; });
    return found == stated.end() || found->extents.empty() ? std::string() : ", " + extent_in_words(found->extents, line.first_day, line.last_day);
  };
  for (const std::string& side : {topic.country, topic.other}) {
    if (side.empty()) continue;
    const bool any = std::any_of(publishers.begin(), publishers.end(), [&](const auto& one) { return one.country == side; });
    if (!any) say(topic.country_name(side), "no publisher of this country is in the record: only the accounts of others");
  }
  for (const auto& one : publishers) {
    if (one.country != topic.country && one.country != topic.other && draft.entries.size() > 3) continue;
    const std::string name = one.name.empty() ? "publisher unknown" : one.name;
    say(name, fmt::format("{} release{}, {} to {}{}", one.documents, one.documents == 1 ? "" : "s", one.first_day, one.last_day, extent(one)));
  }
  if (const auto undated = count_undated(topic.record); undated > 0)
    say("undated", fmt::format("{} release{} of unknown day, left out of this sheet", undated, undated == 1 ? "" : "s"));
  draft.note = "what is not here is not in this record; it may have happened all the same";
  draft.total = static_cast<int64_t>(draft.entries.size());
  return draft;
}

}  // namespace chancery::questions
