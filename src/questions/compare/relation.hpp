// What two linked units are to each other. Inside compare/ only.
#pragma once

#include "questions/compare/alignment.hpp"
#include "questions/compare/marks.hpp"

namespace chancery::questions::compare {

/// Fills relation, marks, names, why and what is incompatible.
Link link_of(const Match& match, const Side& a, const Unit& of_a, const Content& content_a, const Side& b, const Unit& of_b, const Content& content_b,
             const Holders& holders, const Lexicon& lexicon);

}  // namespace chancery::questions::compare
