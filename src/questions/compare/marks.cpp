#include "questions/compare/marks.hpp"

#include <algorithm>
#include <unordered_set>

namespace chancery::questions::compare {
namespace {

constexpr uint32_t kGap = 1;  ///< bytes between two marked words that become one mark: a space or a hyphen

constexpr double kOfFigure = 2;    ///< the most that a figure counts
constexpr double kOtherName = 0.5;  ///< what another name for the thing counts of its own

using KeySet = std::unordered_set<Key>;

KeySet owns_of(const Content& content) {
  KeySet keys;
  for (const Word& word : content.words) keys.insert(word.own);
  return keys;
}

KeySet things_of(const Content& content, const Lexicon& lexicon) {
  KeySet keys;
  for (const Word& word : content.words) {
    if (word.subject != kNone && lexicon.subject(word.named).thing) keys.insert(word.subject);
  }
  return keys;
}

void mark(std::vector<Span>& marks, const Span& span) {
  if (!marks.empty() && span.begin <= marks.back().end + kGap) marks.back().end = std::max(marks.back().end, span.end);
  else marks.push_back(span);
}

/// Marks what the other has not; gives the share of the weight that it has.
double mark_words(const Content& own, const KeySet& owns, const KeySet& things, std::vector<Span>& marks) {
  double told = 0, all = 0;
  for (const Word& word : own.words) {
    const bool there = owns.contains(word.own);
    const bool named = word.subject != kNone && things.contains(word.subject);
    // A sum that both name makes it one thing, not the same words.
    const double weight = word.light ? 0 : word.kind == "figure" ? std::min(word.weight, kOfFigure) : word.weight;
    all += weight;
    told += there ? weight : named ? kOtherName * weight : 0;
    if (!there && !word.light) mark(marks, word.span);
  }
  return all > 0 ? told / all : 0;
}

/// The first names of a thing that the one uses and the other does not.
void pair_names(const Content& a, const Content& b, const Lexicon& lexicon, std::vector<NamePair>& names) {
  const KeySet owns_a = owns_of(a), owns_b = owns_of(b);
  KeySet done;
  for (const Word& of_a : a.words) {
    if (of_a.subject == kNone || !lexicon.subject(of_a.named).thing || owns_b.contains(of_a.own)) continue;
    for (const Word& of_b : b.words) {
      if (of_b.subject != of_a.subject || owns_a.contains(of_b.own) || !done.insert(of_a.subject).second) continue;
      names.push_back({of_a.span, of_b.span, lexicon.subject(of_a.named).label});
      break;
    }
  }
}

}  // namespace

Marks marks_of(const Content& a, const Content& b, const Lexicon& lexicon) {
  Marks marks;
  marks.told_a = mark_words(a, owns_of(b), things_of(b, lexicon), marks.a);
  marks.told_b = mark_words(b, owns_of(a), things_of(a, lexicon), marks.b);
  pair_names(a, b, lexicon, marks.names);
  return marks;
}

}  // namespace chancery::questions::compare
