// What stands in a turn and nobody says: stage directions and interpreters' notes ("(Laughter.)", "(As interpreted.)",
// "(The bill is signed.)", "[sic]"), and the marks of a page's foot. Words in brackets that correct or complete a
// speaker ("[and]") are his. Pure functions on the layers blocks and tokens; linear in the words given.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "stages/speech/lexicon.hpp"

namespace chancery {

/// What is said among the tokens [first, last), in order: one span where no direction interrupts it, none where all of
/// it is a direction.
std::vector<Span> spoken_pieces(const Document& document, const SpeechLexicon& lexicon, Index first, Index last);

/// Whether the paragraph is nothing but directions.
bool is_direction(const Document& document, const SpeechLexicon& lexicon, const Block& block);

/// Where the words end before what closes a transcript: "END 2:06 P.M. EST", "12:30 P.M. EDT".
Index before_closing_line(const Document& document, Index first, Index last);

}  // namespace chancery
