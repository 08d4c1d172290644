#include "stages/times/tense.hpp"

#include <algorithm>

namespace chancery::times {
namespace {

constexpr size_t kReach = 25;  // words looked at on each side
constexpr size_t kBehind = 8;  // a cue after the expression counts as this much farther

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
      behind_(lexicon.class_named("BEHIND")),
      determiner_(lexicon.class_named("DET")),
      this_day_(lexicon.class_named("THISDAY")),
      planning_(lexicon.class_named("PLANNING")) {}

bool TenseReader::is(Symbol symbol, std::optional<AtomId> wanted) const {
  if (!wanted || symbol == kUnknown) return false;
  const auto& atoms = lexicon_.atoms_of(symbol);
  return std::binary_search(atoms.begin(), atoms.end(), *wanted);
}

bool TenseReader::in(std::string_view lower, std::optional<AtomId> wanted) const { return is(lexicon_.symbol_of_word(lower), wanted); }

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

/// "by Friday", "since May", "back in May", "no later than Friday".
bool TenseReader::introduced_by(std::span<const Atom> atoms, const Candidate& c, std::optional<AtomId> wanted) const {
  const Index sentence = atoms[c.first].sentence;
  const auto before = [&](size_t words) {
    return c.first >= words && atoms[c.first - words].sentence == sentence && is(atoms[c.first - words], wanted);
  };
  if (c.first > 1 && atoms[c.first - 1].lower == "than" && atoms[c.first - 2].lower == "later") return wanted == ahead_;
  return before(1) || (c.first > 1 && atoms[c.first - 1].lower == "in" && before(2));
}

bool TenseReader::is_introduced(std::span<const Atom> atoms, const Candidate& c) const {
  return introduced_by(atoms, c, ahead_) || introduced_by(atoms, c, behind_);
}

/// "are meeting", "is not going": a participle within a few words.
bool TenseReader::goes_on(std::span<const Atom> atoms, size_t at) {
  if (atoms[at].lower == "'s") return false;  // most often a possessive: "Friday's meeting"
  for (size_t i = at + 1; i < atoms.size() && i <= at + kAuxiliary && atoms[i].sentence == atoms[at].sentence; ++i) {
    if (atoms[i].lower.size() > 4 && atoms[i].lower.ends_with("ing")) return true;
  }
  return false;
}

/// "decided to meet", "to be held": what is still to come.
bool TenseReader::is_infinitive(std::span<const Atom> atoms, size_t at) const {
  const Atom& verb = atoms[at];
  if (at == 0 || atoms[at - 1].lower != "to" || atoms[at - 1].sentence != verb.sentence) return false;
  return !verb.is_number && !verb.capital && verb.lower.size() > 1 && !is(verb, determiner_) &&
         !verb.lower.ends_with("s") && !verb.lower.ends_with("ing") && of(verb) != Tense::past;
}

/// What the word at `at` says together with the words around it: "will be discussed", "is to be held", "would have
/// been".
Tense TenseReader::in_place(std::span<const Atom> atoms, size_t at) const {
  const Index sentence = atoms[at].sentence;
  if (is_infinitive(atoms, at)) return atoms[at].lower == "be" ? Tense::future : Tense::purpose;
  if (atoms[at].lower == "be") return Tense::none;
  // A capital inside a sentence is a name: "May", "Will Smith".
  if (atoms[at].capital && at > 0 && atoms[at - 1].sentence == sentence && !is(atoms[at], present_)) return Tense::none;
  const Tense tense = of(atoms[at]);
  if (tense == Tense::future) return at + 1 < atoms.size() && atoms[at + 1].lower == "have" ? Tense::past : tense;
  if (tense == Tense::none || (tense == Tense::past && describes(atoms, at))) return Tense::none;
  for (size_t i = at; i > 0 && i + kAuxiliary > at && atoms[i - 1].sentence == sentence; --i) {
    const bool conditional_past = tense == Tense::past && atoms[i].lower == "have";
    if (of(atoms[i - 1]) == Tense::future && !atoms[i - 1].capital && !conditional_past) return Tense::future;
    if (atoms[i - 1].lower == "be" && i > 1 && atoms[i - 2].lower == "to") return Tense::future;
  }
  return tense == Tense::present && goes_on(atoms, at) ? Tense::progressive : tense;
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
  if (introduced_by(atoms, c, ahead_) && !(best == Tense::past && nearest <= kClose)) return Tense::future;
  if (introduced_by(atoms, c, behind_)) return Tense::past;
  const Tense later = nearest > kBehind ? after(atoms, c, nearest - kBehind) : Tense::none;
  return later == Tense::none ? best : later;
}

Tense TenseReader::after(std::span<const Atom> atoms, const Candidate& c, size_t reach) const {
  const Index sentence = atoms[c.first].sentence;
  for (size_t i = c.last, distance = 1; i < atoms.size() && distance < reach; ++i, ++distance) {
    if (atoms[i].sentence != sentence) break;
    if (i == c.last && atoms[i].lower == "'s") continue;
    const Tense tense = atoms[i].capital ? Tense::none : of(atoms[i]);
    if (tense != Tense::none) return tense == Tense::present && goes_on(atoms, i) ? Tense::progressive : tense;
  }
  return Tense::none;
}

Tense TenseReader::around(std::span<const Atom> atoms, const Candidate& c) const {
  const Tense tense = after(atoms, c, kReach);
  return tense == Tense::none ? near(atoms, c) : tense;
}

}  // namespace chancery::times
