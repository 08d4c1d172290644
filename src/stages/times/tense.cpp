#include "stages/times/tense.hpp"

#include <algorithm>

namespace chancery::times {
namespace {

constexpr size_t kReach = 25;   // words looked at on each side
constexpr size_t kBehind = 8;   // a cue after the expression counts as this much farther

constexpr size_t kAuxiliary = 3;  // words between an auxiliary and its participle
constexpr size_t kClose = 3;

}  // namespace

TenseReader::TenseReader(const Lexicon& lexicon)
    : lexicon_(lexicon),
      past_(lexicon.class_named("PASTCUE")),
      present_(lexicon.class_named("PRESENTCUE")),
      future_(lexicon.class_named("FUTURECUE")),
      not_past_(lexicon.class_named("NOTPAST")),
      ahead_(lexicon.class_named("AHEAD")),
      determiner_(lexicon.class_named("DET")),
      this_day_(lexicon.class_named("THISDAY")) {}

bool TenseReader::is(const Atom& atom, std::optional<AtomId> wanted) const {
  if (!wanted || atom.symbol == kUnknown) return false;
  const auto& atoms = lexicon_.atoms_of(atom.symbol);
  return std::binary_search(atoms.begin(), atoms.end(), *wanted);
}

Tense TenseReader::of(const Atom& atom) const {
  if (is(atom, future_)) return Tense::future;
  if (is(atom, past_)) return Tense::past;
  if (is(atom, present_)) return Tense::present;
  const bool ends_as_past = atom.lower.size() > 4 && atom.lower.ends_with("ed") && !atom.capital;
  return ends_as_past && !is(atom, not_past_) ? Tense::past : Tense::none;
}

/// "the agreed plan", "a still unspecified date": a participle before a noun says nothing of the sentence's tense.
bool TenseReader::describes(std::span<const Atom> atoms, size_t at) const {
  if (!atoms[at].lower.ends_with("ed") || at == 0) return false;
  const std::string_view between = atoms[at - 1].lower;
  const bool adverb = between.ends_with("ly") || between == "still" || between == "most";
  return is(atoms[at - 1], determiner_) || (adverb && at > 1 && is(atoms[at - 2], determiner_));
}

bool TenseReader::looks_ahead(std::span<const Atom> atoms, const Candidate& c) const {
  return c.first > 0 && atoms[c.first - 1].sentence == atoms[c.first].sentence && is(atoms[c.first - 1], ahead_);
}

/// What the word at `at` says together with the words before it: "will be discussed", "is to be held".
Tense TenseReader::in_place(std::span<const Atom> atoms, size_t at) const {
  const Index sentence = atoms[at].sentence;
  if (atoms[at].lower == "be") return at > 0 && atoms[at - 1].lower == "to" ? Tense::future : Tense::none;
  // A capital inside a sentence is a name: "May", "Will Smith".
  if (atoms[at].capital && at > 0 && atoms[at - 1].sentence == sentence) return Tense::none;
  const Tense tense = of(atoms[at]);
  if (tense != Tense::past) return tense;
  if (describes(atoms, at)) return Tense::none;
  for (size_t i = at; i > 0 && i + kAuxiliary > at && atoms[i - 1].sentence == sentence; --i) {
    if (of(atoms[i - 1]) == Tense::future || (atoms[i - 1].lower == "be" && i > 1 && atoms[i - 2].lower == "to")) return Tense::future;
  }
  return Tense::past;
}

Tense TenseReader::near(std::span<const Atom> atoms, const Candidate& c) const {
  Tense best = Tense::none;
  size_t nearest = kReach + kBehind + 1;
  const Index sentence = atoms[c.first].sentence;
  for (size_t i = c.first, distance = 1; i > 0 && distance <= kReach; ++distance) {
    if (atoms[--i].sentence != sentence) break;
    best = in_place(atoms, i);
    if (best == Tense::none) continue;
    nearest = distance;
    break;
  }
  // "by Friday" looks ahead, unless what comes before it is over.
  if (looks_ahead(atoms, c) && !(best == Tense::past && nearest <= kClose)) return Tense::future;
  const Tense later = nearest > kBehind ? after(atoms, c, nearest - kBehind) : Tense::none;
  return later == Tense::none ? best : later;
}

Tense TenseReader::after(std::span<const Atom> atoms, const Candidate& c, size_t reach) const {
  const Index sentence = atoms[c.first].sentence;
  for (size_t i = c.last, distance = 1; i < atoms.size() && distance < reach; ++i, ++distance) {
    if (atoms[i].sentence != sentence) break;
    const Tense tense = atoms[i].capital ? Tense::none : of(atoms[i]);
    if (tense != Tense::none) return tense;
  }
  return Tense::none;
}

Tense TenseReader::around(std::span<const Atom> atoms, const Candidate& c) const {
  const Tense tense = after(atoms, c, kReach);
  return tense == Tense::none ? near(atoms, c) : tense;
}

}  // namespace chancery::times
