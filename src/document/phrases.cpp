#include "document/phrases.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"
#include "base/utf8.hpp"

namespace chancery {
namespace {

// Part of what a kept shingle means, so not data that a user edits.
constexpr std::string_view kLeftOut[] = {
    "a",     "about", "also", "an",   "and",   "are",   "as",    "at",    "be",   "been",  "being", "between", "both",
    "but",   "by",    "can",  "did",  "do",    "does",  "for",   "from",  "had",  "has",   "have",  "he",      "her",
    "his",   "i",     "if",   "in",   "into",  "is",    "it",    "its",   "mr",   "mrs",   "more",  "ms",      "my",
    "not",   "of",    "on",   "or",   "our",   "over",  "s",     "she",   "so",   "than",  "that",  "the",     "their",
    "them",  "there", "these", "they", "this",  "those", "to",    "u",     "up",   "upon",  "us",    "was",     "we",
    "were",  "when",  "which", "who",  "will",  "with",  "would", "you",   "your", "dr",    "jr"};

// A full stop after these ends no sentence.
constexpr std::string_view kAbbreviations[] = {"mr", "mrs", "ms", "dr", "jr", "sr", "st", "gen", "sen", "rep", "no", "prof"};

constexpr std::string_view kCalendar[] = {
    "january", "february", "march",    "april",   "may",       "june",     "july",   "august",   "september", "october",
    "november", "december", "monday",   "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

template <size_t n>
bool one_of(const std::string_view (&words)[n], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool left_out(std::string_view word) {
  static const std::vector<std::string_view> sorted = [] {
    std::vector<std::string_view> words(std::begin(kLeftOut), std::end(kLeftOut));
    std::sort(words.begin(), words.end());
    return words;
  }();
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool cut_ending(std::string& word, std::string_view ending, size_t least, std::string_view instead = {}) {
  if (!word.ends_with(ending) || word.size() < ending.size() + least) return false;
  word.replace(word.size() - ending.size(), ending.size(), instead);
  return true;
}

void stem(std::string& word) {
  if (cut_ending(word, "'s", 1) || cut_ending(word, "ies", 3, "y") || cut_ending(word, "sses", 1, "ss") || cut_ending(word, "ied", 3, "y")) return;
  if (!cut_ending(word, "ing", 4) && !cut_ending(word, "ed", 4) && !word.ends_with("ss")) cut_ending(word, "s", 3);
  cut_ending(word, "e", 3);
}

enum class Break : uint8_t { none, clause, sentence };

/// One word as it stands, lower-cased.
struct Raw {
  uint32_t begin = 0, end = 0;
  bool capital = false, digit = false;
  std::string lower;
};

class Words {
 public:
  explicit Words(std::string_view text) : text_(text) { out_.reserve(text.size() / 10); }

  std::vector<PhraseWord> read() {
    while (at_ < text_.size()) {
      const auto c = utf8::decode(text_, at_);
      if (utf8::is_letter(c.code_point) || utf8::is_digit(c.code_point)) word();
      else mark(c);
    }
    take_waiting(false);
    return std::move(out_);
  }

 private:
  void word() {
    Raw raw;
    raw.begin = static_cast<uint32_t>(at_);
    const char32_t first = utf8::decode(text_, at_).code_point;
    raw.capital = utf8::is_upper(first);
    raw.digit = utf8::is_digit(first);
    while (at_ < text_.size()) {
      const auto c = utf8::decode(text_, at_);
      const bool apostrophe = c.code_point == U'\'' || c.code_point == U'\u2019';
      if (!utf8::is_letter(c.code_point) && !utf8::is_digit(c.code_point) && !inside(c, apostrophe, raw.digit)) break;
      utf8::append(raw.lower, apostrophe ? U'\'' : utf8::lower(c.code_point));
      at_ += c.length;
    }
    raw.end = static_cast<uint32_t>(at_);
    take(std::move(raw));
  }

  /// The apostrophe of "Russia's" and the comma of "1,200".
  bool inside(const utf8::Decoded& c, bool apostrophe, bool number) const {
    const size_t next = at_ + c.length;
    if (next >= text_.size()) return false;
    const char32_t after = utf8::decode(text_, next).code_point;
    if (apostrophe) return utf8::is_letter(after);
    return number && (c.code_point == U',' || c.code_point == U'.') && utf8::is_digit(after);
  }

  /// Whether the first word of a sentence is a name shows only in the word after it.
  void take(Raw&& raw) {
    const bool first = fresh_;
    fresh_ = false;
    take_waiting(raw.capital);
    last_ = raw.lower;
    if (first && raw.capital) {
      waiting_ = std::move(raw);
      is_waiting_ = true;
    } else {
      put(raw, raw.capital || raw.digit);
    }
  }

  void take_waiting(bool before_capital) {
    if (!is_waiting_) return;
    is_waiting_ = false;
    put(waiting_, before_capital);
  }

  void put(Raw& raw, bool name) {
    if (left_out(raw.lower)) return;
    if (name || raw.digit || (raw.capital && one_of(kCalendar, raw.lower))) return put_placeholder(raw);
    stem(raw.lower);
    const auto hash = static_cast<uint32_t>(hash64(raw.lower));
    out_.push_back({raw.begin, raw.end, hash == 0 ? 1 : hash, clause_, sentence_});
  }

  void put_placeholder(const Raw& raw) {
    if (!out_.empty() && out_.back().placeholder() && out_.back().clause == clause_) {
      out_.back().end = raw.end;
      return;
    }
    out_.push_back({raw.begin, raw.end, 0, clause_, sentence_});
  }

  void mark(const utf8::Decoded& c) {
    const Break found = break_at(c);
    at_ += c.length;
    if (found == Break::none) return;
    take_waiting(false);
    ++clause_;
    if (found != Break::sentence) return;
    ++sentence_;
    fresh_ = true;
  }

  Break break_at(const utf8::Decoded& c) const {
    const char next = at_ + c.length < text_.size() ? text_[at_ + c.length] : '\n';
    switch (c.code_point) {
      case U'.':
        return ends_sentence(next) ? Break::sentence : Break::none;
      case U'!':
      case U'?':
        return Break::sentence;
      case U'\n':
        return next == '\n' || next == '\r' || next == '-' || next == '*' ? Break::sentence : Break::none;
      case U';':
      case U':':
      case U'"':
      case U'(':
      case U')':
      case U'\u2013':
      case U'\u2014':
      case U'\u201C':
      case U'\u201D':
        return Break::clause;
      default:
        return Break::none;
    }
  }

  bool ends_sentence(char next) const {
    const bool inner = (static_cast<unsigned char>(next) >= 0x80 || next == '"' || next == '\'' || next == ')' || next == ' ' || next == '\n' || next == '\r' || next == '\t' || next == '<' || next == '*');
    return inner && last_.size() > 1 && !one_of(kAbbreviations, last_);
  }

  std::string_view text_;
  size_t at_ = 0;
  uint32_t clause_ = 0, sentence_ = 0;
  bool fresh_ = true, is_waiting_ = false;
  Raw waiting_;
  std::string last_;
  std::vector<PhraseWord> out_;
};

}  // namespace

std::vector<PhraseWord> phrase_words(std::string_view text) { return Words(text).read(); }

std::vector<Shingle> shingles_of(const std::vector<PhraseWord>& words) {
  std::vector<Shingle> shingles;
  for (size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    if (words[i].clause != words[i + kShingleWords - 1].clause) continue;
    std::array<uint32_t, kShingleWords> stems{};
    for (size_t k = 0; k < kShingleWords; ++k) stems[k] = words[i + k].stem;
    std::sort(stems.begin(), stems.end());
    // With two placeholders a single word would be left.
    if (stems[1] == 0) continue;
    const std::string_view bytes(reinterpret_cast<const char*>(stems.data()), sizeof(stems));
    shingles.push_back({static_cast<uint32_t>(hash64(bytes)), static_cast<uint32_t>(i)});
  }
  return shingles;
}

std::string packed(const std::vector<Shingle>& shingles) {
  std::vector<uint32_t> hashes;
  hashes.reserve(shingles.size());
  for (const Shingle& shingle : shingles) hashes.push_back(shingle.hash);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  std::string bytes;
  uint32_t last = 0;
  for (const uint32_t hash : hashes) {
    uint32_t step = hash - last;
    for (; step > 0x7F; step >>= 7) bytes += static_cast<char>((step & 0x7FU) | 0x80U);
    bytes += static_cast<char>(step);
    last = hash;
  }
  return bytes;
}

}  // namespace chancery
