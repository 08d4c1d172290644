#include "stages/facts/repeats.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace chancery::facts {
namespace {

constexpr size_t kAside = 8;         ///< words between a number and the same number begun again: "- (applause) - nearly"
constexpr Index kSentencesBack = 2;

/// "(applause)", dashes, commas and "nearly" between the two.
size_t past_aside(const std::vector<Token>& tokens, size_t at, size_t end, const Cues& cues) {
  size_t i = at;
  bool bracketed = false;
  while (i < std::min(end, at + kAside)) {
    const std::string& word = tokens[i].lower;
    if (word == "(") bracketed = true;
    const bool filler = bracketed || tokens[i].shape == Shape::punctuation || cues.at(tokens, i, end, {"about_before", "more_before", "less_before", "correction"});
    if (word == ")") bracketed = false;
    if (!filler) break;
    ++i;
  }
  return i;
}

bool has_correction(const std::vector<Token>& tokens, size_t first, size_t last, const Cues& cues) {
  for (size_t i = first; i < last; ++i) {
    if (cues.at(tokens, i, last, {"correction"})) return true;
  }
  return false;
}

bool same_measure(const Quantity& a, const Quantity& b) { return a.measure == b.measure && a.unit == b.unit; }

/// The same number, or one of which only the thousands were left out: "$800 - nearly $800,000".
bool begins_again(double said, double again) {
  constexpr double thousand = 1000;
  for (double value = said; value > 0 && value <= again; value *= thousand) {
    if (value == again) return true;
  }
  return false;
}

/// "17" after "7 billion dollars, actually": the scale and the unit go on.
Quantity with_unit_of(const Quantity& said, const Number& number) {
  Quantity out = said;
  out.number = number;
  out.number.first = said.number.first;
  const double scale = said.number.scaled && !number.scaled ? said.number.unit_scale : 1;
  out.number.value *= scale;
  out.number.scaled = out.number.scaled || said.number.scaled;
  out.last = number.last;
  return out;
}

}  // namespace

std::optional<Quantity> corrected(const Document& document, const Quantity& said, Stretch sentence, const Cues& cues) {
  const std::vector<Token>& tokens = document.tokens;
  size_t next = past_aside(tokens, said.last, sentence.last, cues);
  if (next > said.last) next += cues.at(tokens, next, sentence.last, {"currency_before"}).length;
  if (next == said.last || next >= sentence.last) return std::nullopt;
  if (has_correction(tokens, said.last, next, cues)) {
    std::optional<Quantity> better = quantity_at(document, next, sentence.first, sentence.last, cues);
    if (!better) {
      const std::optional<Number> number = number_at(tokens, next, sentence.last, cues);
      if (!number || number->first != next) return std::nullopt;
      better = with_unit_of(said, *number);
    } else if (!same_measure(said, *better)) {
      return std::nullopt;
    }
    return better;
  }
  const bool dash = tokens[said.last].lower == "-" && tokens[said.last].space_before;
  if (!dash) return std::nullopt;
  std::optional<Quantity> again = quantity_at(document, next, sentence.first, sentence.last, cues);
  if (!again || !same_measure(said, *again) || !begins_again(said.number.value, again->number.value)) return std::nullopt;
  return again;
}

void drop_repeats(Document& document) {
  using Key = std::tuple<double, double, std::string>;
  const auto key = [](const Figure& figure) { return Key{figure.value, figure.value_to.value_or(figure.value), figure.unit}; };
  const auto sentence_of = [&](const Figure& figure) { return document.tokens[document.tokens_in(figure.span).first].sentence; };
  std::set<Key> in_text;
  for (const Figure& figure : document.figures) {
    if (figure.span.part == Part::text) in_text.insert(key(figure));
  }
  std::vector<Figure> kept;
  for (Figure& figure : document.figures) {
    if (figure.span.part == Part::title && in_text.contains(key(figure))) continue;
    const Index sentence = sentence_of(figure);
    const auto repeats = [&](const Figure& before) {
      const bool near = before.span.part == figure.span.part && sentence_of(before) != sentence && sentence_of(before) + kSentencesBack >= sentence;
      const bool same_thing = before.indicator.empty() || figure.indicator.empty() || before.indicator == figure.indicator;
      return near && same_thing && key(before) == key(figure) && before.speaker == figure.speaker;
    };
    constexpr std::ptrdiff_t look_back = 6;
    const auto recent = kept.end() - std::min<std::ptrdiff_t>(look_back, std::ssize(kept));
    const auto earlier = std::find_if(recent, kept.end(), repeats);
    if (earlier == kept.end()) kept.push_back(std::move(figure));
    else if (earlier->indicator.empty()) earlier->indicator = figure.indicator;
  }
  document.figures = std::move(kept);
}

}  // namespace chancery::facts
