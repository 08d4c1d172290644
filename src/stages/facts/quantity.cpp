#include "stages/facts/quantity.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace chancery::facts {
namespace {

constexpr size_t kLongestCounted = 5;     ///< words from the number to the noun it counts
constexpr double kFew = 10;               ///< below this, "two leaders" is a way of speaking
constexpr double kLargestIdentifier = 1000;

bool is_word(const Token& token) {
  return token.shape != Shape::punctuation && token.shape != Shape::number && token.shape != Shape::symbol;
}

bool is_capital(const Token& token) { return token.shape == Shape::capitalised || token.shape == Shape::upper || token.shape == Shape::mixed; }

bool is_plural(const Token& token, const Cues& cues) {
  const std::string& word = token.lower;
  if (cues.has(word, "plural")) return true;
  return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !cues.has(word, "singular_in_s");
}

/// "NOK 60 million", "40 BAM": a code is told by its capitals, "try 60" is none.
bool is_written_so(const std::vector<Token>& tokens, size_t first, const CueMatch& currency) {
  const std::string& word = currency.cue->words.front();
  const bool is_code = currency.length == 1 && word.size() == 3 && word == utf8::lower(currency.cue->value);
  return !is_code || tokens[first].shape == Shape::upper;
}

/// "14 million received two doses": a verb parts the number from the next noun.
bool is_predicate(const Token& token) { return token.upos == "VERB" && token.feats.find("VerbForm=Fin") != std::string::npos; }

/// The last noun of "two permanent seats": one past it, or `at` where nothing is counted.
size_t counted_noun(const std::vector<Token>& tokens, size_t at, size_t end, const Cues& cues) {
  size_t noun = at;
  for (size_t i = at; i < std::min(end, at + kLongestCounted); ++i) {
    const bool joins = tokens[i].lower == "-" && i > at && !tokens[i].space_before;
    if (joins) continue;
    if (!is_word(tokens[i]) || cues.has(tokens[i].lower, "stop") || is_predicate(tokens[i])) break;
    if (is_plural(tokens[i], cues)) noun = i + 1;
    else if (noun > at) break;
  }
  return noun;
}

/// "Article 5", "F-16", "Boeing 737", "Air Force Two": the number is part of a name.
bool names_something(const std::vector<Token>& tokens, const Number& number, size_t begin, const Cues& cues) {
  if (number.first == begin) return false;
  const Token& before = tokens[number.first - 1];
  const bool glued = !tokens[number.first].space_before;
  if (glued && number.first >= begin + 2 && before.lower == "-" && is_word(tokens[number.first - 2])) return true;
  if (before.lower == "#" || cues.has(before.lower, "identifier")) return true;
  const bool of_name = before.lower == "of" && number.first >= begin + 2 && is_capital(tokens[number.first - 2]) && cues.has(tokens[number.first - 2].lower, "identifier");
  if (of_name) return true;  // "the Group of 20"
  const bool opens_sentence = number.first - 1 == begin;
  return is_capital(before) && !opens_sentence && number.value < kLargestIdentifier && !number.scaled && !number.grouped;
}

bool is_in_time(const Document& document, const Number& number) {
  const Span& span = document.tokens[number.first].span;
  const auto after = std::partition_point(document.times.begin(), document.times.end(),
                                          [&](const Timex& time) { return before(time.span, span) || time.span == span; });
  constexpr std::ptrdiff_t look_back = 4;
  for (auto time = after; time != document.times.begin() && after - time < look_back;) {
    --time;
    if (time->span.overlaps(span)) return true;
  }
  return after != document.times.end() && after->span.overlaps(span);
}

/// "one hundred percent sure", "we agree 100 percent": a way of saying wholly.
bool says_wholly(const Document& document, const Quantity& quantity, size_t end, const Cues& cues) {
  if (quantity.measure != Measure::percent || quantity.number.value != 100 || quantity.number.value_to) return false;
  const std::vector<Token>& tokens = document.tokens;
  const size_t next = quantity.last;
  if (next < end && tokens[next].lower == "of") return false;
  for (size_t i = next; i < std::min(end, next + 3); ++i) {
    if (cues.has(tokens[i].lower, "wholly")) return true;
  }
  const Token& unit = tokens[quantity.last - 1];
  if (unit.upos.empty() || unit.head == kNone) return next >= end || tokens[next].shape == Shape::punctuation;
  const Token& head = tokens[unit.head];
  return cues.has(head.lower, "wholly") || (unit.deprel.starts_with("advmod") && head.upos != "NOUN") || unit.deprel == "obl:unmarked";
}

std::optional<Quantity> counted(const Document& document, Quantity quantity, size_t begin, size_t end, const Cues& cues) {
  const std::vector<Token>& tokens = document.tokens;
  const Number& number = quantity.number;
  if (!number.suffix.empty() || (number.value == 1 && !number.value_to)) return std::nullopt;
  size_t at = number.last;
  if (number.scaled && at < end && tokens[at].lower == "of") ++at;
  const size_t noun = counted_noun(tokens, at, end, cues);
  if (noun == at) return std::nullopt;
  const std::string& head = tokens[noun - 1].lower;
  if (cues.has(head, "never_counted") || cues.has(tokens[at].lower, "never_counted")) return std::nullopt;
  const bool few = number.value < kFew && !number.scaled;
  if (few && cues.has(head, "few_not_counted") ) return std::nullopt;
  if (few && names_something(tokens, number, begin, cues)) return std::nullopt;
  if (is_capital(tokens[at]) && tokens[at].shape == Shape::capitalised && noun == at + 1 && few) return std::nullopt;
  quantity.measure = Measure::count;
  quantity.unit = head;
  quantity.last = noun;
  return quantity;
}

}  // namespace

std::optional<Quantity> quantity_at(const Document& document, size_t at, size_t begin, size_t end, const Cues& cues) {
  const std::vector<Token>& tokens = document.tokens;
  const std::optional<Number> number = number_at(tokens, at, end, cues);
  if (!number || is_in_time(document, *number)) return std::nullopt;
  Quantity quantity{*number, number->first, number->last, Measure::count, {}};

  if (const CueMatch sign = at > begin ? cues.ending(tokens, at - 1, begin, {"currency_before"}) : CueMatch(); sign && is_written_so(tokens, at - sign.length, sign)) {
    quantity.first = at - sign.length;
    quantity.measure = Measure::money;
    quantity.unit = sign.cue->value;
    return quantity;
  }
  if (const CueMatch unit = cues.at(tokens, number->last, end, {"percent", "currency_after", "measure"}); unit && is_written_so(tokens, number->last, unit)) {
    if (unit.cue->kind == "currency_after" && number->in_words && !number->scaled && number->value < 2) return std::nullopt;
    quantity.last = number->last + unit.length;
    quantity.measure = unit.cue->kind == "percent" ? Measure::percent : unit.cue->kind == "measure" ? Measure::measure : Measure::money;
    quantity.unit = unit.cue->value;
    if (quantity.measure == Measure::measure && names_something(tokens, *number, begin, cues)) return std::nullopt;
    return says_wholly(document, quantity, end, cues) ? std::nullopt : std::optional(quantity);
  }
  if (!number->suffix.empty()) {
    Token glued;
    glued.lower = number->suffix;
    const CueMatch unit = cues.at({glued}, 0, 1, {"percent", "measure"});
    if (!unit) return std::nullopt;
    quantity.measure = unit.cue->kind == "percent" ? Measure::percent : Measure::measure;
    quantity.unit = unit.cue->value;
    return quantity;
  }
  if (names_something(tokens, *number, begin, cues)) return std::nullopt;
  return counted(document, quantity, begin, end, cues);
}

}  // namespace chancery::facts
