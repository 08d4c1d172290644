#include "stages/segment/boundaries.hpp"

#include <algorithm>

#include "stages/segment/boundary_features.hpp"

namespace chancery {
namespace {

bool is_terminal(std::string_view word) { return word == "." || word == "!" || word == "?" || word == "…" || word == "..." || word == "?!" || word == "!!"; }
bool is_closing(std::string_view word) { return word == "”" || word == "»" || word == ")" || word == "]" || word == "’" || word == "'" || word == "\"" || word == "''" || word == "’’"; }
bool is_opening(std::string_view word) { return word == "“" || word == "«" || word == "„" || word == "(" || word == "[" || word == "‘"; }

/// What full stops, capitals and abbreviations alone tell.
class Rules {
 public:
  Rules(const Document& document, const Abbreviations& abbreviations, Index last)
      : document_(document), abbreviations_(abbreviations), last_(last) {}

  /// One past the last token of the sentence that begins at `begin`.
  Index end_of(Index begin) const {
    for (Index i = begin; i < last_; ++i) {
      if (!may_end(i)) continue;
      Index end = i + 1;
      while (end < last_ && (is_terminal(word(end)) || closes(end))) ++end;
      if (end >= last_ || starts_sentence(end, i)) return end;
    }
    return last_;
  }

 private:
  std::string_view word(Index i) const { return document_.of(document_.tokens[i]); }

  bool may_end(Index i) const {
    const auto w = word(i);
    if (is_terminal(w)) return w != "." || !document_.tokens[i].space_before || i + 1 >= last_ || document_.tokens[i + 1].space_before;
    return w.size() > 1 && w.back() == '.' && (kind(i) == Abbreviation::either || kind(i) == Abbreviation::capital);
  }

  Abbreviation kind(Index i) const {
    const std::string& lower = document_.tokens[i].lower;
    return lower.size() > 1 && lower.back() == '.' ? abbreviations_.find(std::string_view(lower).substr(0, lower.size() - 1)) : Abbreviation::none;
  }

  /// A straight quotation mark closes when nothing stands between it and the word before.
  bool closes(Index i) const { return is_closing(word(i)) && !document_.tokens[i].space_before; }

  bool starts_sentence(Index i, Index stop) const {
    const Token& token = document_.tokens[i];
    if (!token.space_before && !is_opening(word(i))) return false;
    Index at = i;
    while (at < last_ && (is_opening(word(at)) || word(at) == "\"" || word(at) == "'" || word(at) == "-" || word(at) == "–" || word(at) == "—")) ++at;
    if (at >= last_) return true;
    const Token& head = document_.tokens[at];
    const bool capital = head.shape == Shape::capitalised || head.shape == Shape::upper;
    if (!is_terminal(word(stop))) return capital && BoundaryFeatures::is_opener(head.lower);  // "U.S. The"
    if (word(stop) == "…" || word(stop) == "...") return capital;
    return capital || head.shape == Shape::number || (head.shape == Shape::symbol && head.lower == "$");
  }

  const Document& document_;
  const Abbreviations& abbreviations_;
  Index last_;
};

/// Cuts what is longer than kLongest, after the mark in its second half that parts most.
void add_bounded(const Document& document, Index begin, Index end, std::vector<Index>& out) {
  while (end - begin > Boundaries::kLongest) {
    Index best = begin + Boundaries::kLongest;
    int strongest = 0;
    for (Index i = begin + Boundaries::kLongest; i > begin + Boundaries::kLongest / 2; --i) {
      const std::string& lower = document.tokens[i - 1].lower;
      const int strength = is_terminal(lower) ? 3 : lower == ";" || lower == ":" ? 2 : lower == "," || lower == "-" ? 1 : 0;
      if (strength > strongest) best = i, strongest = strength;
    }
    out.push_back(best);
    begin = best;
  }
  out.push_back(end);
}

}  // namespace

std::vector<Index> Boundaries::ends(Index first, Index last) const {
  std::vector<Index> bounded;
  Index begin = first;
  for (const Index end : model_ ? by_model(first, last) : by_rules(first, last)) {
    add_bounded(document_, begin, end, bounded);
    begin = end;
  }
  return bounded;
}

std::vector<Index> Boundaries::by_rules(Index first, Index last) const {
  std::vector<Index> ends;
  const Rules rules(document_, abbreviations_, last);
  for (Index begin = first; begin < last; begin = ends.back()) ends.push_back(rules.end_of(begin));
  return ends;
}

std::vector<Index> Boundaries::by_model(Index first, Index last) const {
  std::vector<Index> ends;
  if (first >= last) return ends;
  const BoundaryFeatures features(document_, abbreviations_, first, last);
  std::vector<uint32_t> seen;
  Index begin = first;
  for (Index i = first; i + 1 < last; ++i) {
    if (!features.may_end(i)) continue;
    features.look(i, begin, seen);
    if (model_->score(seen) <= features.needed(i, begin)) continue;
    ends.push_back(i + 1);
    begin = i + 1;
  }
  ends.push_back(last);
  return ends;
}

}  // namespace chancery
