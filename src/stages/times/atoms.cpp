#include "stages/times/atoms.hpp"

#include <algorithm>

namespace chancery::times {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_ordinal_ending(std::string_view s) { return s == "st" || s == "nd" || s == "rd" || s == "th"; }

class Cutter {
 public:
  Cutter(const Document& document, const Lexicon& lexicon, std::vector<Atom>& out)
      : document_(document), lexicon_(lexicon), out_(out) {}

  void cut(Index index) {
    token_ = &document_.tokens[index];
    index_ = index;
    first_ = true;
    const std::string_view lower = token_->lower;
    const bool same_length = lower.size() == token_->span.size();
    const bool plus = lower.size() > 1 && lower[0] == '+' && is_digit(lower[1]);
    if (!lower.empty() && (is_digit(lower[0]) || plus) && same_length) {
      numeric(lower);
    } else if (lower.size() > 1 && same_length && lower.find_first_of("-'./") != std::string_view::npos) {
      compound(lower);
    } else {
      word(0, token_->span.size(), lower);
    }
  }

 private:
  Atom& push(size_t begin, size_t end) {
    Atom& a = out_.emplace_back();
    a.span = {token_->span.begin + static_cast<uint32_t>(begin), token_->span.begin + static_cast<uint32_t>(end),
              token_->span.part};
    a.sentence = token_->sentence;
    a.token = index_;
    a.space_before = first_ && token_->space_before;
    first_ = false;
    return a;
  }

  void word(size_t begin, size_t end, std::string_view lower) {
    Atom& a = push(begin, end);
    a.lower = lower;
    a.symbol = lexicon_.symbol_of_word(lower);
    if (begin == 0) {
      a.capital = token_->shape == Shape::capitalised || token_->shape == Shape::upper;
    } else {
      const char c = document_.part(token_->span.part)[a.span.begin];
      a.capital = c >= 'A' && c <= 'Z';
    }
  }

  /// "mid-1990s", "nov.", "year's": cut at hyphens, a closing stop and a clitic; known words stay whole.
  void compound(std::string_view lower) {
    if (lexicon_.symbol_of_word(lower) != kUnknown || lower.find("//") != std::string_view::npos) {
      word(0, lower.size(), lower);
      return;
    }
    size_t begin = 0;
    for (size_t i = 0; i < lower.size(); ++i) {
      const bool stop = lower[i] == '.' && i + 1 == lower.size() && i > 0;
      const bool clitic =
          lower[i] == '\'' && (lower.substr(i) == "'s" || (i == 0 && lower.size() > 2 && is_digit(lower[1])));
      if (lower[i] != '-' && lower[i] != '/' && !stop && !clitic) continue;
      if (i > begin) piece(begin, i, lower);
      const size_t end = clitic && lower.substr(i) == "'s" ? lower.size() : i + 1;
      word(i, end, lower.substr(i, end - i));
      begin = end;
      i = end - 1;
    }
    if (begin < lower.size()) piece(begin, lower.size(), lower);
  }

  void piece(size_t begin, size_t end, std::string_view lower) {
    if (is_digit(lower[begin])) {
      numeric(lower.substr(begin, end - begin), begin);
    } else {
      word(begin, end, lower.substr(begin, end - begin));
    }
  }

  static size_t run_of_digits(std::string_view s, size_t i) {
    while (i < s.size() && is_digit(s[i])) ++i;
    return i;
  }
  static size_t run_of_letters(std::string_view s, size_t i) {
    while (i < s.size() && (is_ascii_letter(s[i]) || static_cast<unsigned char>(s[i]) >= 0x80)) ++i;
    return i;
  }

  void numeric(std::string_view s, size_t offset = 0) {
    for (size_t i = 0; i < s.size();) {
      if (is_digit(s[i])) {
        i = number(s, i, offset);
      } else {
        size_t end = run_of_letters(s, i);
        if (end == i) end = i + 1;
        // "p.m." after digits keeps its inner stop.
        if (end - i == 1 && end + 1 < s.size() && s[end] == '.' && is_ascii_letter(s[end + 1]))
          end = run_of_letters(s, end + 1);
        word(offset + i, offset + end, s.substr(i, end - i));
        i = end;
      }
    }
  }

  /// Reads one number with what belongs to it: grouping, a fraction, an ordinal ending, a decade's s.
  size_t number(std::string_view s, size_t begin, size_t offset) {
    Number n;
    size_t end = run_of_digits(s, begin);
    n.digits = static_cast<uint8_t>(std::min<size_t>(end - begin, 200));
    for (size_t i = begin; i < end; ++i) n.value = n.value * 10 + (s[i] - '0');
    // A number too long to be a time is only skipped.
    while (end + 3 < s.size() && s[end] == ',' && run_of_digits(s, end + 1) == end + 4) {
      for (size_t i = end + 1; i < end + 4; ++i) n.value = n.value * 10 + (s[i] - '0');
      end += 4;
      n.kind = NumberKind::grouped;
    }
    const bool after_stop = begin > 0 && s[begin - 1] == '.';
    if (!after_stop && end + 1 < s.size() && s[end] == '.' && is_digit(s[end + 1]) && decimal_ends(s, end + 1)) {
      double scale = 1;
      for (++end; end < s.size() && is_digit(s[end]); ++end) {
        scale /= 10;
        n.value += (s[end] - '0') * scale;
      }
      n.kind = NumberKind::decimal;
    } else if (n.kind == NumberKind::plain) {
      end = ending(s, end, n);
    }
    Atom& a = push(offset + begin, offset + end);
    a.is_number = true;
    a.number = n;
    a.lower = s.substr(begin, end - begin);
    a.symbol = lexicon_.symbol_of_number(n);
    return end;
  }

  /// "22.8", but not "19.11.2017".
  static bool decimal_ends(std::string_view s, size_t fraction) {
    const size_t end = run_of_digits(s, fraction);
    return end >= s.size() || s[end] != '.' || run_of_digits(s, end + 1) == end + 1;
  }

  static size_t ending(std::string_view s, size_t end, Number& n) {
    const size_t letters = run_of_letters(s, end);
    const std::string_view tail = s.substr(end, letters - end);
    if (is_ordinal_ending(tail)) {
      n.kind = NumberKind::ordinal;
      return letters;
    }
    if (tail == "s") {
      n.kind = NumberKind::decade;
      return letters;
    }
    return end;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  std::vector<Atom>& out_;
  const Token* token_ = nullptr;
  Index index_ = 0;
  bool first_ = true;
};

}  // namespace

void atoms_of(const Document& document, const Lexicon& lexicon, std::vector<Atom>& out) {
  out.clear();
  out.reserve(document.tokens.size() + 16);
  Cutter cutter(document, lexicon, out);
  for (Index i = 0; i < document.tokens.size(); ++i) cutter.cut(i);
}

}  // namespace chancery::times
