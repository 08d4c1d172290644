#include "questions/follow_up.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/utf8.hpp"
#include "record/normal.hpp"

namespace chancery::questions {
namespace {

/// A byte within a character, after its first.
bool is_inside(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

constexpr size_t kMostWords = 12;        ///< of the commitment, that are looked for
constexpr size_t kShortest = 4;          ///< letters of a word that tells anything
constexpr double kCommon = 0.15;         ///< of the documents: a word in more of them tells nothing
constexpr size_t kCandidates = 60;       ///< documents looked into
constexpr double kEnough = 0.5;          ///< of the commitment's weight
constexpr size_t kFewest = 3;            ///< shared words
constexpr size_t kWindow = 60;           ///< bytes between one shared word and the next of the same passage
constexpr size_t kAround = 200;          ///< bytes looked through for the end of a sentence

struct Word {
  std::string text;  ///< as normal() has it
  double weight = 0;
};

std::string any_of(const std::vector<Word>& words) {
  std::string all;
  for (const Word& word : words) all += (all.empty() ? "" : " OR ") + record::match_expression(word.text, false);
  return all;
}

/// Who made it, shares in it or is promised it: names, and countries where they act for one.
std::vector<std::string> those_concerned(const record::CommitmentLine& commitment) {
  std::vector<std::string> who;
  const auto add = [&](const record::Party& party) {
    if (!party.name.empty()) who.push_back(party.name);
    if (!party.country.empty()) who.push_back(party.country);
  };
  if (commitment.by) add(*commitment.by);
  if (commitment.to) add(*commitment.to);
  for (const record::Party& party : commitment.parties) add(party);
  return who;
}

std::set<std::string> set_of_words(std::string_view text) {
  const auto words = record::words_of(record::normal(text));
  return {words.begin(), words.end()};
}

std::vector<Word> telling_words(const record::Record& record, const record::CommitmentLine& commitment) {
  const auto documents = static_cast<double>(std::max<int64_t>(1, record::count_documents(record, "", {})));
  std::vector<Word> words;
  // Whoever it is about is looked for apart.
  std::set<std::string> met;
  for (const std::string& who : those_concerned(commitment)) met.merge(set_of_words(who));
  for (const std::string& word : record::words_of(record::normal(commitment.quote))) {
    if (word.size() < kShortest || !met.insert(word).second) continue;
    const auto with = static_cast<double>(record::count_documents(record, record::match_expression(word, false), {}));
    if (with < 2 || with > documents * kCommon) continue;
    words.push_back({word, std::log(documents / with)});
  }
  std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.weight > b.weight; });
  if (words.size() > kMostWords) words.resize(kMostWords);
  return words;
}

/// The word that was found there: the index knows words by their stems, which begin alike.
std::optional<size_t> word_at(const std::vector<Word>& words, std::string_view found) {
  const std::string there = record::normal(found);
  std::optional<size_t> best;
  size_t longest = kShortest - 1;
  for (size_t i = 0; i < words.size(); ++i) {
    const auto ends = std::mismatch(there.begin(), there.end(), words[i].text.begin(), words[i].text.end());
    const auto alike = static_cast<size_t>(ends.first - there.begin());
    if (alike > longest) {
      longest = alike;
      best = i;
    }
  }
  return best;
}

struct Hit {
  size_t begin = 0, end = 0;  ///< bytes
  size_t word = 0;
};

struct Stretch {
  size_t first = 0, last = 0;  ///< hits, inclusive
  double weight = 0;
  std::vector<size_t> words;
};

/// Runs of hits that stand close together and in one paragraph; the heaviest.
Stretch heaviest(const std::vector<Hit>& hits, const std::vector<Word>& words, std::string_view text) {
  Stretch best;
  for (size_t first = 0; first < hits.size();) {
    Stretch here{first, first, 0, {}};
    size_t i = first;
    for (; i < hits.size(); ++i) {
      if (i > first) {
        const std::string_view gap = text.substr(hits[i - 1].end, hits[i].begin - hits[i - 1].end);
        if (gap.size() > 2 * kWindow || gap.find('\n') != std::string_view::npos) break;
      }
      here.last = i;
      if (std::find(here.words.begin(), here.words.end(), hits[i].word) == here.words.end()) {
        here.words.push_back(hits[i].word);
        here.weight += words[hits[i].word].weight;
      }
    }
    if (here.weight > best.weight) best = here;
    first = i;
  }
  return best;
}

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == '\n'; }

size_t sentence_begin(std::string_view text, size_t at) {
  const size_t stop = at > kAround ? at - kAround : 0;
  size_t i = at;
  while (i > stop && !(i + 1 < text.size() && ends_sentence(text[i - 1]) && (text[i] == ' ' || text[i - 1] == '\n'))) --i;
  while (i < at && (text[i] == ' ' || is_inside(text[i]))) ++i;
  return i;
}

size_t sentence_end(std::string_view text, size_t at) {
  const size_t stop = std::min(text.size(), at + kAround);
  size_t i = at;
  while (i < stop && text[i] != '\n' && !(ends_sentence(text[i]) && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n'))) ++i;
  if (i < text.size() && ends_sentence(text[i]) && text[i] != '\n') ++i;
  while (i < text.size() && is_inside(text[i])) ++i;
  return i;
}

std::optional<FollowUp> passage_of(const record::DocumentMatch& match, const std::vector<Word>& words, double all) {
  const utf8::CodePoints points(match.text);
  std::vector<Hit> hits;
  for (const record::Range& mark : match.marks) {
    if (mark.part != Part::text) continue;
    const size_t begin = points.byte_of(mark.begin), end = points.byte_of(mark.end);
    if (const auto word = word_at(words, std::string_view(match.text).substr(begin, end - begin))) hits.push_back({begin, end, *word});
  }
  const Stretch best = heaviest(hits, words, match.text);
  if (best.words.size() < std::min(kFewest, words.size()) || best.weight < kEnough * all) return {};
  FollowUp found;
  const size_t begin = sentence_begin(match.text, hits[best.first].begin), end = sentence_end(match.text, hits[best.last].end);
  found.passage = match.text.substr(begin, end - begin);
  found.span = {static_cast<uint32_t>(points.at(begin)), static_cast<uint32_t>(points.at(end)), Part::text};
  for (size_t i = best.first; i <= best.last; ++i) {
    found.marks.push_back({static_cast<uint32_t>(points.at(hits[i].begin)) - found.span.begin,
                           static_cast<uint32_t>(points.at(hits[i].end)) - found.span.begin, Part::text});
  }
  std::vector<size_t> shared = best.words;
  std::sort(shared.begin(), shared.end());
  for (const size_t word : shared) found.shared.push_back(words[word].text);
  found.weight = best.weight / all;
  found.document = match.document;
  return found;
}

}  // namespace

FollowUps follow_ups(const record::Record& record, const std::string& document, const std::string& commitment, const std::optional<Day>& on, size_t limit) {
  const record::Record::Snapshot snapshot(record);
  FollowUps answer{record::commitment_line(record, document, commitment, on), {}, {}};
  const auto told = parse_day(answer.commitment.document.day);
  if (!told) {
    answer.note = "its document has no day of publication, so that nothing can be later";
    return answer;
  }
  const std::vector<Word> words = telling_words(record, answer.commitment);
  if (words.size() < 2) {
    answer.note = "its words are too common in this record to look for";
    return answer;
  }
  double all = 0;
  for (const Word& word : words) all += word.weight;
  record::Filters filters;
  filters.from = *told + std::chrono::days(1);
  filters.about = those_concerned(answer.commitment);
  std::set<std::string> passages;
  for (const auto& match : record::find_documents(record, any_of(words), filters, {0, kCandidates})) {
    auto found = passage_of(match, words, all);
    // The same release in another place tells nothing new.
    if (!found || !passages.insert(record::normal(found->passage)).second) continue;
    found->days_after = static_cast<int>((*parse_day(found->document.day) - *told).count());
    answer.passages.push_back(std::move(*found));
  }
  std::stable_sort(answer.passages.begin(), answer.passages.end(), [](const FollowUp& a, const FollowUp& b) { return a.weight > b.weight; });
  if (answer.passages.size() > limit) answer.passages.resize(limit);
  std::stable_sort(answer.passages.begin(), answer.passages.end(), [](const FollowUp& a, const FollowUp& b) { return a.days_after < b.days_after; });
  return answer;
}

}  // namespace chancery::questions
