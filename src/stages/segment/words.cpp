#include "stages/segment/words.hpp"

#include <algorithm>
#include <array>

#include "stages/segment/characters.hpp"
#include "stages/segment/whole_words.hpp"

namespace chancery {
namespace {

/// Longer runs without white space are cut, so that looking ahead stays bounded.
constexpr uint32_t kLongestRun = 1024;

/// Cuts one run of characters without white space.
class Chunk {
 public:
  Chunk(std::string_view text, const Span& span, const Abbreviations& abbreviations, const Spelling& spelling, std::vector<Token>& out)
      : run_(text.substr(span.begin, span.size())), origin_(span), abbreviations_(abbreviations), spelling_(spelling), out_(out) {}

  /// `next` is what stands after the run's white space; `space`: white space stands before the run.
  void split(std::string_view next, bool space) {
    next_ = next;
    const std::string_view text = run_.text();
    has_stop_ = text.find('.') != std::string_view::npos;
    has_address_ = text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos || has_stop_;
    for (bool first = true; at_ < run_.size(); first = false) {
      const uint32_t length = std::max(next_length(), 1u);
      if (joins_its(length)) push(at_, at_ + 2, first && space), push(at_ + 2, at_ + length, false);
      else push_parts(length, first && space);
      at_ += length;
    }
  }

 private:
  uint32_t next_length() const {
    const char32_t first = run_.at(at_);
    const bool word_before = at_ > 0 && is_word_char(run_.before(at_));
    if (has_address_ && !word_before) {
      if (const uint32_t address = address_length(run_, at_)) return address;
      if (const uint32_t name = has_stop_ ? name_with_stops_length(run_, at_, spelling_) : 0) return name;
    }
    if (const uint32_t number = word_before && first != '.' ? 0 : number_here(first)) return number;
    if (const uint32_t clitic = not_clitic_length()) return clitic;
    if (const uint32_t smiley = smiley_length(run_, at_)) return smiley;
    if (is_word_char(first)) return word_length();
    if ((first == '#' || first == '@') && !word_before && is_word_char(run_.at(at_ + 1)) && !utf8::is_digit(run_.at(at_ + 1))) return 1 + letters_after(at_ + 1);
    if (is_apostrophe(first)) {
      if (const uint32_t clitic = clitic_length(at_)) return clitic;
    }
    return marks_length(run_, at_);
  }

  uint32_t letters_after(uint32_t at) const {
    uint32_t end = at;
    while (end < run_.size() && is_word_char(run_.at(end))) end += run_.peek(end).length;
    return end - at;
  }

  /// A figure; "+44" and "'72" only at the run's begin, ".5" after no figure.
  uint32_t number_here(char32_t first) const {
    if (utf8::is_digit(first)) return number_length(run_, at_, spelling_);
    const bool opens = at_ == 0 || run_.before(at_) == '(' || run_.before(at_) == '$';
    return opens && (first == '+' || first == '.' || is_apostrophe(first)) ? number_length(run_, at_, spelling_) : 0;
  }

  uint32_t word_length() const {
    uint32_t at = at_;
    while (at < run_.size()) {
      const auto d = run_.peek(at);
      const char32_t after = run_.at(at + d.length);
      if (is_word_char(d.code_point)) {
        at += d.length;
      } else if (d.code_point == '.' && stop_belongs(at)) {
        at += 1;
      } else if (is_apostrophe(d.code_point) && at > at_ && !clitic_length(at) && is_word_char(after)) {
        at += d.length;  // O'Brien, Sana'a
      } else if (d.code_point == '-' && hyphen_belongs(at)) {
        at += 1;
      } else if (d.code_point == '&' && ampersand_belongs(at)) {
        at += 1;
      } else if (d.code_point == '/' && slash_belongs(at)) {
        at += 1;
      } else {
        break;
      }
    }
    if (const uint32_t cut = not_length(at)) return cut;
    return at - at_;
  }

  /// "non-member", "e-mail", "x3-9890": the hyphen does not part them.
  bool hyphen_belongs(uint32_t at) const {
    if (!is_word_char(run_.at(at + 1))) return false;
    if (utf8::is_digit(run_.at(at + 1)) && (run_.at(at_) | 0x20) == 'x') return at - at_ <= 2;
    return spelling_.is_prefix(utf8::lower(run_.between(at_, at)));
  }

  /// "A&E", "AT&T", "p&l": a few letters of one case on both sides.
  bool ampersand_belongs(uint32_t at) const {
    const uint32_t right = letters_after(at + 1), left = at - at_;
    if (right == 0 || right > 3 || left > 4) return false;
    const auto both = run_.between(at_, at + 1 + right);
    const bool lower = utf8::lower(both) == both, upper = std::none_of(both.begin(), both.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return upper || (lower && left == 1 && right == 1);
  }

  /// "w/o", "b/c", "l/c": single letters.
  bool slash_belongs(uint32_t at) const {
    return at - at_ == 1 && letters_after(at + 1) == 1 && run_.at(at_) >= 'a' && run_.at(at_) <= 'z' && run_.at(at + 1) >= 'a' && run_.at(at + 1) <= 'z';
  }

  /// "don't" => "do", then "n't" is cut where the clitic begins.
  uint32_t not_length(uint32_t end) const {
    const auto word = run_.between(at_, end);
    const uint32_t apostrophe = run_.peek(end).length;
    const bool plain_not = is_apostrophe(run_.at(end)) && word.size() > 1 && (word.back() == 'n' || word.back() == 'N') && (run_.at(end + apostrophe) | 0x20) == 't' &&
                           !is_word_char(run_.at(end + apostrophe + 1));
    return plain_not ? static_cast<uint32_t>(word.size() - 1) : 0;
  }

  /// Length of "n't" where the word before it was cut for it.
  uint32_t not_clitic_length() const {
    if ((run_.at(at_) | 0x20) != 'n' || at_ == 0 || !is_word_char(run_.before(at_))) return 0;
    const auto mark = run_.peek(at_ + 1);
    if (!is_apostrophe(mark.code_point) || (run_.at(at_ + 1 + mark.length) | 0x20) != 't') return 0;
    return 2 + mark.length;
  }

  /// Length of "'s", "'re", "n't" ... that begins at `at` and ends a word; 0 otherwise.
  uint32_t clitic_length(uint32_t at) const {
    const auto mark = run_.peek(at);
    if (!is_apostrophe(mark.code_point)) return 0;
    static constexpr std::array<std::string_view, 7> clitics = {"s", "re", "ve", "ll", "d", "m", "t"};
    std::string rest;
    uint32_t i = at + mark.length;
    while (i < run_.size() && rest.size() < 4 && is_word_char(run_.at(i))) {
      utf8::append(rest, utf8::lower(run_.at(i)));
      i += run_.peek(i).length;
    }
    for (const auto clitic : clitics) {
      if (rest == clitic && (clitic != "t" || (run_.before(at) | 0x20) == 'n')) return i - at;
    }
    return 0;
  }

  /// A stop inside "U.S", or the last one of a known abbreviation.
  bool stop_belongs(uint32_t at) const {
    if (at + 1 < run_.size() && utf8::is_letter(run_.at(at + 1))) return letter_stands_alone(at);
    if (run_.at(at + 1) == '.') return false;  // "etc..."
    const std::string lower = utf8::lower(run_.between(at_, at));
    const auto kind = abbreviations_.find(lower);
    if (kind == Abbreviation::none) return false;
    const bool capital = utf8::is_upper(run_.at(at_));
    // A single capital may be an initial ("J. Smith"); a small one ends a sentence ("plan b.").
    if (lower.find('.') == std::string::npos && utf8::count(lower) == 1) return capital && lower != "i";
    if (kind == Abbreviation::figure) return at + 1 >= run_.size() ? next_is_figure() : utf8::is_digit(run_.at(at + 1));
    return kind != Abbreviation::capital || capital;
  }

  bool next_is_figure() const { return !next_.empty() && (utf8::is_digit(static_cast<unsigned char>(next_.front())) || next_.front() == '#'); }

  /// "U.S.", "e.g.": the letter before the stop is alone, and so is the one after it, but for "Ph.D.".
  bool letter_stands_alone(uint32_t at) const {
    const auto after = run_.peek(at + 1);
    const uint32_t second = at + 1 + after.length;
    const bool letter_after = second >= run_.size() || run_.at(second) == '.' || !is_word_char(run_.at(second));
    const auto letter = utf8::decode_before(run_.text(), at);
    const uint32_t start = at - letter.length;
    const bool letter_before = utf8::is_letter(letter.code_point) && (start == at_ || run_.before(start) == '.');
    return letter_after && (letter_before || utf8::lower(run_.between(at_, at)) == "ph");
  }

  /// "its" for "it's", as the word after it shows.
  bool joins_its(uint32_t length) const {
    if (length != 3 || at_ + 3 != run_.size() || utf8::lower(run_.from(at_)) != "its") return false;
    size_t end = 0;
    while (end < next_.size() && is_word_char(static_cast<unsigned char>(next_[end]))) ++end;
    return spelling_.follows_is(utf8::lower(next_.substr(0, end)));
  }

  /// One word, or the words of a contraction that is written without an apostrophe.
  void push_parts(uint32_t length, bool space) {
    const bool alone = (at_ == 0 || !is_word_char(run_.before(at_))) && run_.at(at_ + length) != '-';
    const bool may = alone && length >= 2 && length <= 10 && is_word_char(run_.at(at_));
    uint32_t begin = at_;
    if (may && run_.text().substr(at_, length) != "IM" && run_.text().substr(at_, length) != "IVE") {
      for (const uint32_t part : spelling_.parts(utf8::lower(run_.between(at_, at_ + length)))) {
        push(begin, begin + part, space && begin == at_);
        begin += part;
      }
    }
    if (begin == at_) push(at_, at_ + length, space);
  }

  void push(uint32_t begin, uint32_t end, bool space) {
    Token token;
    token.span = {origin_.begin + begin, origin_.begin + end, origin_.part};
    token.space_before = space;
    token.shape = shape_of(run_.between(begin, end));
    token.lower = plain_lower(run_.between(begin, end));
    if (token.lower == "''" || token.lower == "``") token.lower = "\"";  // two single marks written for a double one
    out_.push_back(std::move(token));
  }

  Run run_;
  Span origin_;
  uint32_t at_ = 0;
  std::string_view next_;
  bool has_stop_ = false, has_address_ = false;
  const Abbreviations& abbreviations_;
  const Spelling& spelling_;
  std::vector<Token>& out_;
};

/// The end of the characters that stand together from `at`, no farther than `limit` and the longest run.
uint32_t end_of_run(std::string_view text, uint32_t at, uint32_t limit) {
  uint32_t end = at;
  while (end < limit && end - at < kLongestRun) {
    const auto byte = static_cast<unsigned char>(text[end]);
    if (byte > ' ' && byte < 0x80) {
      ++end;
      continue;
    }
    const auto d = utf8::decode(text, end);
    if (utf8::is_space(d.code_point)) break;
    end += d.length;
  }
  return end;
}

/// The text after white space, a few characters of it: enough to see which word follows.
std::string_view after_space(std::string_view text, uint32_t at, uint32_t end) {
  while (at < end) {
    const auto d = utf8::decode(text, at);
    if (!utf8::is_space(d.code_point)) break;
    at += d.length;
  }
  return text.substr(at, std::min(end - at, 24u));
}

}  // namespace

void WordSplitter::split(std::string_view text, const Span& span, const std::vector<Span>& marks, std::vector<Token>& out) const {
  auto mark = std::lower_bound(marks.begin(), marks.end(), span.begin, [](const Span& m, uint32_t at) { return m.end <= at; });
  uint32_t at = span.begin;
  bool space = true;
  while (at < span.end) {
    if (mark != marks.end() && at >= mark->begin) {
      space |= text[mark->begin] == '<';  // a tag parts words, "**" does not
      at = std::max(at, mark->end);
      ++mark;
      continue;
    }
    const auto d = utf8::decode(text, at);
    if (utf8::is_space(d.code_point) || is_invisible(d.code_point)) {
      at += d.length;
      space |= utf8::is_space(d.code_point);
      continue;
    }
    const uint32_t limit = mark != marks.end() ? std::min(mark->begin, span.end) : span.end;
    const uint32_t end = end_of_run(text, at, limit);
    Chunk(text, {at, end, span.part}, abbreviations_, spelling_, out).split(after_space(text, end, span.end), space);
    at = end;
    space = false;
  }
}

}  // namespace chancery
