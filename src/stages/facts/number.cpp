#include "stages/facts/number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace chancery::facts {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A decimal number kept exactly until it is scaled: 39.6 billion is 396 * 10^8.
struct Decimal {
  double digits = 0;
  int places = 0;

  double times(double scale) const {
    const double shift = std::pow(10.0, places);
    return scale >= shift ? digits * (scale / shift) : digits * scale / shift;
  }
};

struct Written {
  Decimal decimal;
  bool grouped = false;
  std::string_view rest;  ///< what follows the digits in the word
};

/// "1,200km" => 1200, grouped, "km". Commas must stand before groups of three.
std::optional<Written> read_digits(std::string_view word) {
  if (word.empty() || !is_digit(word.front())) return std::nullopt;
  Written out;
  size_t i = 0;
  size_t run = 0;
  while (i < word.size()) {
    if (is_digit(word[i])) {
      out.decimal.digits = out.decimal.digits * 10 + (word[i] - '0');
      ++run;
    } else if (word[i] == ',' && i + 3 < word.size() && is_digit(word[i + 1]) && is_digit(word[i + 2]) && is_digit(word[i + 3])) {
      if (run > 3) return std::nullopt;
      out.grouped = true;
      run = 0;
    } else {
      break;
    }
    ++i;
  }
  if (i + 1 < word.size() && word[i] == '.' && is_digit(word[i + 1])) {
    for (++i; i < word.size() && is_digit(word[i]); ++i) {
      out.decimal.digits = out.decimal.digits * 10 + (word[i] - '0');
      ++out.decimal.places;
    }
  }
  out.rest = word.substr(i);
  const bool clean = out.rest.find_first_of("0123456789.,:/") == std::string_view::npos;
  return clean ? std::optional(out) : std::nullopt;
}

double value_of(const Cue& cue) {
  double value = 0;
  std::from_chars(cue.value.data(), cue.value.data() + cue.value.size(), value);
  return value;
}

bool is_dash(const Token& token) { return token.lower == "-"; }

/// "twenty-five", "two hundred and fifty": number words side by side, dashes and "and" between them.
std::optional<Number> read_words(const std::vector<Token>& tokens, size_t at, size_t end, const Cues& cues) {
  Number number;
  number.first = at;
  number.in_words = true;
  double whole = 0;
  double part = 0;
  size_t i = at;
  while (i < end) {
    const CueMatch word = cues.at(tokens, i, end, {"number"});
    if (word) {
      part += value_of(*word.cue);
      i += word.length;
    } else if (i > at && tokens[i].lower == "hundred") {
      part *= 100;
      ++i;
    } else {
      break;
    }
    number.last = i;
    const bool joins = i + 1 < end && (is_dash(tokens[i]) || tokens[i].lower == "and");
    if (joins && part >= 20 && cues.at(tokens, i + 1, end, {"number"})) ++i;
  }
  if (i == at) return std::nullopt;
  number.value = whole + part;
  return number;
}

/// "20 000": a group of three after a space, as in continental print.
bool is_spaced_group(const std::vector<Token>& tokens, size_t at, size_t end) {
  const auto is_group = [](std::string_view word, size_t least, size_t most) {
    if (word.size() < least || word.size() > most) return false;
    for (const char c : word) {
      if (!is_digit(c)) return false;
    }
    return true;
  };
  return at + 1 < end && is_group(tokens[at].lower, 1, 3) && is_group(tokens[at + 1].lower, 3, 3) && tokens[at + 1].space_before;
}

/// "8 thousand 193": what is below the scale follows in digits.
void add_rest(const std::vector<Token>& tokens, Number& number, double scale, size_t end) {
  if (scale != 1000 || number.last >= end) return;
  const std::string& rest = tokens[number.last].lower;
  constexpr size_t hundreds = 3;
  if (rest.size() != hundreds || !std::ranges::all_of(rest, is_digit)) return;
  double value = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), value);
  number.value += value;
  ++number.last;
}

std::optional<Number> read_figures(const std::vector<Token>& tokens, size_t at, size_t end, const Cues& cues) {
  std::string joined = tokens[at].lower;
  size_t i = at + 1;
  bool spaced = false;
  while (is_spaced_group(tokens, i - 1, end) && (i == at + 1 || spaced)) {
    joined += "," + tokens[i].lower;
    spaced = true;
    ++i;
  }
  const std::optional<Written> written = read_digits(joined);
  if (!written) return std::nullopt;
  Number number;
  number.first = at;
  number.last = i;
  number.grouped = written->grouped;
  double scale = 1;
  if (!written->rest.empty()) {
    std::string rest(written->rest);
    if (cues.has(rest, "glued_scale")) {
      Token token;
      token.lower = rest;
      scale = value_of(*cues.at({token}, 0, 1, {"glued_scale"}).cue);
      number.scaled = true;
    } else {
      number.suffix = rest;
    }
  }
  // A scale word may follow directly or after a dash: "5 million", "a 5-million".
  size_t next = number.last;
  if (next + 1 < end && is_dash(tokens[next]) && cues.at(tokens, next + 1, end, {"scale"})) ++next;
  if (const CueMatch word = cues.at(tokens, next, end, {"scale"}); word && !number.scaled && number.suffix.empty()) {
    scale = value_of(*word.cue);
    number.last = next + word.length;
    number.scaled = true;
  }
  number.value = written->decimal.times(scale);
  number.unit_scale = scale;
  add_rest(tokens, number, scale, end);
  return number;
}

std::optional<Number> single(const std::vector<Token>& tokens, size_t at, size_t end, const Cues& cues) {
  if (at >= end) return std::nullopt;
  if (is_digit(tokens[at].lower.front())) return read_figures(tokens, at, end, cues);
  std::optional<Number> number = read_words(tokens, at, end, cues);
  if (!number) return std::nullopt;
  if (const CueMatch word = cues.at(tokens, number->last, end, {"scale"})) {
    number->unit_scale = value_of(*word.cue);
    number->value *= number->unit_scale;
    number->last += word.length;
    number->scaled = true;
  }
  return number;
}

}  // namespace

bool may_begin_number(const Token& token, const Cues& cues) {
  return !token.lower.empty() && (is_digit(token.lower.front()) || cues.has(token.lower, "number"));
}

namespace {

/// What parts the two ends of a range that begins at `at`: "8-10", "one to five", "between 20 and 60", "five or six".
bool joins_range(const std::vector<Token>& tokens, size_t at, size_t join) {
  const std::string& word = tokens[join].lower;
  const std::string_view before = at > 0 ? std::string_view(tokens[at - 1].lower) : std::string_view();
  if (is_dash(tokens[join])) return !tokens[join].space_before || (join + 1 < tokens.size() && !tokens[join + 1].space_before);
  if (word == "to") return before != "from";
  return (word == "and" && before == "between") || word == "or";
}

/// A unit word may stand at the first end too: "20 percent to 30 percent" is two numbers, and left so.
std::optional<Number> range_of(const std::vector<Token>& tokens, const Number& lower, size_t end, const Cues& cues) {
  const size_t after = lower.last + 1;
  if (after >= end || !joins_range(tokens, lower.first, lower.last)) return std::nullopt;
  const std::optional<Number> upper = single(tokens, after, end, cues);
  if (!upper || (is_dash(tokens[lower.last]) && lower.in_words)) return std::nullopt;
  Number range = lower;
  // "10-15 million": the scale belongs to both.
  if (upper->scaled && !lower.scaled) {
    const std::optional<Number> bare = upper->in_words ? read_words(tokens, after, end, cues) : single(tokens, after, after + 1, cues);
    if (bare && bare->value > 0) range.value *= upper->value / bare->value;
  }
  if (upper->value <= range.value) return std::nullopt;
  range.value_to = upper->value;
  range.last = upper->last;
  range.scaled = upper->scaled;
  range.unit_scale = upper->unit_scale;
  range.grouped = lower.grouped || upper->grouped;
  range.suffix = upper->suffix;
  return range;
}

}  // namespace

std::optional<Number> number_at(const std::vector<Token>& tokens, size_t at, size_t end, const Cues& cues) {
  std::optional<Number> number = single(tokens, at, end, cues);
  if (!number || number->last + 1 >= end || !number->suffix.empty()) return number;
  const std::optional<Number> range = range_of(tokens, *number, end, cues);
  return range ? range : number;
}

}  // namespace chancery::facts
