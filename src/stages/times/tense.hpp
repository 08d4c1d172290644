// A light cue of tense from the words around an expression: which way a bare "Friday" or "March" looks.
//
// Uses the word classes PASTCUE, FUTURECUE and PRESENTCUE of the language's words.txt and its past-tense endings;
// to be replaced by the parser's tags where they are there.
#pragma once

#include <span>

#include "stages/times/matcher.hpp"

namespace chancery::times {

enum class Tense : uint8_t { none, past, present, future };

class TenseReader {
 public:
  explicit TenseReader(const Lexicon& lexicon);
  /// The nearest cue in the candidate's sentence, those before it first.
  Tense near(std::span<const Atom> atoms, const Candidate& candidate) const;
  Tense of(const Atom& atom) const;

 private:
  bool is(const Atom& atom, std::optional<AtomId> wanted) const;
  const Lexicon& lexicon_;
  std::optional<AtomId> past_, present_, future_, not_past_, ahead_;
};

}  // namespace chancery::times
