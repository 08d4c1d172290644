// Which way a bare "Friday" or "March" looks, by the words around it: the word classes PASTCUE, FUTURECUE and PRESENTCUE
// of the language's words.txt and its past-tense endings. Where there is a parse, it speaks first (clause.hpp); the words
// remain for fragments and for texts that were not parsed.
#pragma once

#include <span>

#include "stages/times/matcher.hpp"

namespace chancery::times {

/// `perfect` ("have met") is told by the tree alone. `progressive` ("I am meeting him on Friday") and `purpose` ("agreed to meet on Friday") may speak of what is to
/// come.
enum class Tense : uint8_t { none, past, perfect, present, progressive, purpose, future };

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
  /// Words, by lemma, whose infinitive or object is still to come (class PLANNING): "agree", "plan", "invitation".
  bool looks_ahead(std::string_view lemma) const { return in(lemma, planning_); }
  bool is_future(std::string_view lower) const { return in(lower, future_); }
  /// Whether a word right before it says which way it looks: "by Friday", "since Friday", "payable Friday".
  bool is_introduced(std::span<const Atom> atoms, const Candidate& candidate) const;

 private:
  Tense after(std::span<const Atom> atoms, const Candidate& candidate, size_t reach) const;
  bool introduced_by(std::span<const Atom> atoms, const Candidate& candidate, std::optional<AtomId> wanted) const;
  bool is_infinitive(std::span<const Atom> atoms, size_t at) const;
  static bool goes_on(std::span<const Atom> atoms, size_t at);
  Tense in_place(std::span<const Atom> atoms, size_t at) const;
  bool describes(std::span<const Atom> atoms, size_t at) const;
  bool is(Symbol symbol, std::optional<AtomId> wanted) const;
  bool is(const Atom& atom, std::optional<AtomId> wanted) const { return is(atom.symbol, wanted); }
  bool in(std::string_view lower, std::optional<AtomId> wanted) const;
  const Lexicon& lexicon_;
  std::optional<AtomId> past_, present_, future_, not_past_, ahead_, behind_, determiner_, this_day_, planning_;
};

}  // namespace chancery::times
