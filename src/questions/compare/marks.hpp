// The words in which two linked units differ. Inside compare/ only.
//
// A diff over content words, order aside: inflection ("responds", "responded"), words of one family ("Russia's",
// "Russian") and function words are no difference. Names of one thing that differ are shown beside each other.
#pragma once

#include "questions/compare/terms.hpp"

namespace chancery::questions::compare {

struct Marks {
  std::vector<Span> a, b;
  std::vector<NamePair> names;
  double told_a = 0, told_b = 0;  ///< of what each says, by weight, how much stands in the other in the same words or by another name
};

Marks marks_of(const Content& a, const Content& b, const Lexicon& lexicon);

}  // namespace chancery::questions::compare
