#include "stages/segment/words.hpp"

#include <array>

#include "base/utf8.hpp"
#include "document/word.hpp"

namespace chancery {
namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'ʼ'; }
bool is_word_char(char32_t c) { return utf8::is_letter(c) || utf8::is_digit(c) || is_invisible(c) || c == '_' || (c >= 0x300 && c < 0x370); }

/// One run of characters without white space.
class Chunk {
 public:
  Chunk(std::string_view text, uint32_t begin, uint32_t end, Part part, const Abbreviations& abbreviations, std::vector<Token>& out)
      : text_(text), at_(begin), end_(end), part_(part), abbreviations_(abbreviations), out_(out) {}

  void split() {
    bool space = true;
    while (at_ < end_) {
      const uint32_t length = next();
      push(at_, at_ + length, space);
      space = false;
      at_ += length;
    }
  }

 private:
  utf8::Decoded peek(uint32_t at) const { return at < end_ ? utf8::decode(text_.substr(0, end_), at) : utf8::Decoded{0, 0, false}; }

  uint32_t next() const {
    const auto first = peek(at_);
    if (const uint32_t address = address_length()) return address;
    if (utf8::is_digit(first.code_point)) return number_length();
    if (const uint32_t clitic = not_clitic_length()) return clitic;
    if (is_word_char(first.code_point)) return word_length();
    if (is_apostrophe(first.code_point)) return clitic_length(at_) ? clitic_length(at_) : first.length;
    if (first.code_point == '.') return same(first.code_point);
    return first.length;
  }

  uint32_t same(char32_t c) const {
    uint32_t at = at_;
    while (at < end_ && peek(at).code_point == c) at += peek(at).length;
    return at - at_;
  }

  /// Whole run for "https://...", "name@host.org", "www.x.org", without closing punctuation.
  uint32_t address_length() const {
    const auto rest = text_.substr(at_, end_ - at_);
    const bool begins = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    const size_t at_sign = rest.find('@');
    const bool mail = at_sign != std::string_view::npos && at_sign > 0 && rest.find('.', at_sign) != std::string_view::npos && is_word_char(peek(at_).code_point);
    if (!begins && !mail) return 0;
    size_t length = rest.find_first_of("<>\"()[]");
    if (length == std::string_view::npos) length = rest.size();
    while (length > 1 && std::string_view(".,;:!?").find(rest[length - 1]) != std::string_view::npos) --length;
    return static_cast<uint32_t>(length);
  }

  bool all_digits(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i < end; ++i) {
      if (!utf8::is_digit(static_cast<unsigned char>(text_[i]))) return false;
    }
    return end > begin;
  }

  /// "1,000.5", "19:23", "25th", "1990s", "2017-11-19"; a sign or unit after it stands alone.
  uint32_t number_length() const {
    uint32_t at = at_;
    while (at < end_) {
      const auto d = peek(at);
      const bool digit_after = utf8::is_digit(peek(at + d.length).code_point);
      const bool inner = (d.code_point == '.' || d.code_point == ',' || d.code_point == ':' || d.code_point == '/') && digit_after;
      if (!is_word_char(d.code_point) && !inner && !iso_hyphen(at)) break;
      at += d.length;
    }
    return at - at_;
  }

  /// A hyphen inside "2017-11-19".
  bool iso_hyphen(uint32_t at) const {
    if (text_[at] != '-') return false;
    const uint32_t first = at - at_ == 4 ? at : at - at_ == 7 ? at - 3 : 0;
    return first != 0 && first >= at_ + 4 && first + 6 <= end_ && text_[first] == '-' && text_[first + 3] == '-' && all_digits(at_, first) &&
           all_digits(first + 1, first + 3) && all_digits(first + 4, first + 6);
  }

  uint32_t word_length() const {
    uint32_t at = at_;
    while (at < end_) {
      const auto d = peek(at);
      if (is_word_char(d.code_point)) {
        at += d.length;
      } else if (d.code_point == '.' && stop_belongs(at)) {
        at += 1;
      } else if (is_apostrophe(d.code_point) && at > at_ && !clitic_length(at) && is_word_char(peek(at + d.length).code_point)) {
        at += d.length;  // O'Brien, Sana'a
      } else {
        break;
      }
    }
    if (const uint32_t cut = not_length(at)) return cut;
    return at - at_;
  }

  /// "don't" => "do", then "n't" is cut where the clitic begins.
  uint32_t not_length(uint32_t end) const {
    const auto word = text_.substr(at_, end - at_);
    const uint32_t apostrophe = peek(end).length;
    const bool plain_not = is_apostrophe(peek(end).code_point) && word.size() > 1 && (word.back() == 'n' || word.back() == 'N') &&
                           (peek(end + apostrophe).code_point | 0x20) == 't' && !is_word_char(peek(end + apostrophe + 1).code_point);
    return plain_not ? static_cast<uint32_t>(word.size() - 1) : 0;
  }

  /// Length of "n't" where the word before it was cut for it.
  uint32_t not_clitic_length() const {
    if ((text_[at_] | 0x20) != 'n' || out_.empty() || out_.back().span.end != at_) return 0;
    const auto mark = peek(at_ + 1);
    if (!is_apostrophe(mark.code_point) || (peek(at_ + 1 + mark.length).code_point | 0x20) != 't') return 0;
    return 2 + mark.length;
  }

  /// Length of "'s", "'re", "n't" ... that begins at `at` and ends a word; 0 otherwise.
  uint32_t clitic_length(uint32_t at) const {
    const auto mark = peek(at);
    if (!is_apostrophe(mark.code_point)) return 0;
    static constexpr std::array<std::string_view, 7> clitics = {"s", "re", "ve", "ll", "d", "m", "t"};
    std::string rest;
    uint32_t i = at + mark.length;
    while (i < end_ && rest.size() < 4 && is_word_char(peek(i).code_point)) {
      utf8::append(rest, utf8::lower(peek(i).code_point));
      i += peek(i).length;
    }
    for (const auto clitic : clitics) {
      if (rest == clitic && (clitic != "t" || ends_in_n(at))) return i - at;
    }
    return 0;
  }

  bool ends_in_n(uint32_t at) const { return at > at_ && (text_[at - 1] | 0x20) == 'n'; }

  /// A stop inside "U.S", or the last one of a known abbreviation.
  bool stop_belongs(uint32_t at) const {
    const auto after = peek(at + 1);
    if (at + 1 < end_ && utf8::is_letter(after.code_point)) {
      const uint32_t second = at + 1 + after.length;
      const bool letter_before = single_letter_before(at);
      const bool letter_after = second >= end_ || text_[second] == '.' || !is_word_char(peek(second).code_point);
      return letter_before && letter_after;
    }
    const std::string lower = utf8::lower(text_.substr(at_, at - at_));
    const auto kind = abbreviations_.find(lower);
    if (kind == Abbreviation::none) return false;
    // A single capital may be an initial ("J. Smith"); a small one ends a sentence ("plan b.").
    if (lower.size() <= 2 && lower.find('.') == std::string::npos && utf8::count(lower) == 1) return utf8::is_upper(peek(at_).code_point) && lower != "i";
    const bool capital_needed = lower == "no" || lower == "art" || lower == "min" || lower == "fig" || lower == "mar" || lower == "may" || lower == "sun" || lower == "sat" || lower == "al";
    return !capital_needed || utf8::is_upper(peek(at_).code_point);
  }

  bool single_letter_before(uint32_t at) const {
    const auto letter = utf8::decode_before(text_, at);
    const uint32_t start = at - letter.length;
    return utf8::is_letter(letter.code_point) && (start == at_ || text_[start - 1] == '.');
  }

  void push(uint32_t begin, uint32_t end, bool space) {
    Token token;
    token.span = {begin, end, part_};
    token.space_before = space;
    token.shape = shape_of(text_.substr(begin, end - begin));
    token.lower = plain_lower(text_.substr(begin, end - begin));
    out_.push_back(std::move(token));
  }

  std::string_view text_;
  uint32_t at_, end_;
  Part part_;
  const Abbreviations& abbreviations_;
  std::vector<Token>& out_;
};

}  // namespace

void WordSplitter::split(std::string_view text, const Span& span, const std::vector<Span>& marks, std::vector<Token>& out) const {
  auto mark = std::lower_bound(marks.begin(), marks.end(), span.begin, [](const Span& m, uint32_t at) { return m.end <= at; });
  uint32_t at = span.begin;
  while (at < span.end) {
    if (mark != marks.end() && at >= mark->begin) {
      at = std::max(at, mark->end);
      ++mark;
      continue;
    }
    const auto d = utf8::decode(text, at);
    if (utf8::is_space(d.code_point) || is_invisible(d.code_point)) {
      at += d.length;
      continue;
    }
    const uint32_t limit = mark != marks.end() ? std::min(mark->begin, span.end) : span.end;
    uint32_t end = at;
    while (end < limit && !utf8::is_space(utf8::decode(text, end).code_point)) end += utf8::decode(text, end).length;
    Chunk(text, at, end, span.part, abbreviations_, out).split();
    at = end;
  }
}

}  // namespace chancery
