// A light cue of tense from the words around an expression: which way a bare "Friday" or "March" looks.
//
// Uses the word classes PASTCUE, FUTURECUE and PRESENTCUE of the language's words.txt and its past-tense endings;
// to be replaced by the parser's tags where they are there.
#pragma once

#include <span>

#include "stages/times/matcher.hpp"

namespace chancery::times {

/// `progressive` ("I am meeting him on Friday") and `purpose` ("agreed to meet on Friday") may speak of what is to
/// come.
enum class Tense : uint8_t { none, past, present, progressive, purpose, future };

class TenseReader {
 public:
  explicit TenseReader(const Lexicon& lexicon);
  /// The nearest cue in the candidate's sentence, those before it first.
  Tense near(std::span<const Atom> atoms, const Candidate& candidate) const;
  /// The same, but first those after it: "noted that today they are" speaks of the present.
  Tense around(std::span<const Atom> atoms, const Candidate& candidate) const;
  Tense of(const Atom& atom) const;
  /// Words that tie "today" to the day itself (class THISDAY): "today's signing", "today we".
  bool tells_of_the_day(const Atom& atom) const { return is(atom, this_day_); }

 private:
  Tense after(std::span<const Atom> atoms, const Candidate& candidate, size_t reach) const;
  bool introduced_by(std::span<const Atom> atoms, const Candidate& candidate, std::optional<AtomId> wanted) const;
  bool is_infinitive(std::span<const Atom> atoms, size_t at) const;
  static bool goes_on(std::span<const Atom> atoms, size_t at);
  Tense in_place(std::span<const Atom> atoms, size_t at) const;
  bool describes(std::span<const Atom> atoms, size_t at) const;
  bool is(const Atom& atom, std::optional<AtomId> wanted) const;
  const Lexicon& lexicon_;
  std::optional<AtomId> past_, present_, future_, not_past_, ahead_, behind_, determiner_, this_day_;
};

}  // namespace chancery::times
