// What units say, as weighted terms that two documents share: families of words, names of things, countries, people.
// Inside compare/ only.
//
// Words of one family ("diplomacy", "diplomatic") have one key in both documents; a word that is a name of a subject of
// the lexicon ("invasion") has that subject's key as well. A term weighs more the less common its word is in releases and
// in these two texts (inverse document frequency, Spaerck Jones 1972, once over releases and once over the units at hand).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "questions/compare/compare.hpp"

namespace chancery::questions::compare {

using Key = uint32_t;

/// A content word of a unit, or a name of several words.
struct Word {
  Span span;
  Key own = 0;         ///< its family, country or person
  std::vector<Key> parts;  ///< families of the words of a name of several
  Key subject = kNone; ///< what it is a name of; a key
  uint32_t named = kNone;  ///< the same as the lexicon's number
  double weight = 0;
  bool light = false;
  std::string_view kind = "topic";  ///< what a shared one speaks for: topic, place, person, figure
};

/// A sparse vector, by key.
struct Terms {
  std::vector<std::pair<Key, double>> weights;
  double total = 0;
};

struct Content {
  std::vector<Word> words;  ///< in the order of the text
  Terms terms;
};

/// The contents of the units of both accounts, by one set of keys.
struct Contents {
  std::vector<Content> a, b;
};

Contents contents_of(const Side& a, const std::vector<Unit>& units_a, const Side& b, const std::vector<Unit>& units_b, const Lexicon& lexicon);

}  // namespace chancery::questions::compare
