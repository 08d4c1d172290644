// A place where a cue stands in a sentence and governs a topic; and what all parts of the points stage look at.
#pragma once

#include "document/document.hpp"
#include "stages/points/lexicon.hpp"
#include "stages/points/tree.hpp"

namespace chancery::points {

/// The document with its tree and the words that are known. A view.
struct Setting {
  const Document& document;
  const Tree& tree;
  const Lexicon& lexicon;

  const Token& at(Index token) const { return document.tokens[token]; }
  /// The longest mention with an entity that covers a token; null where none does.
  const Mention* mention_over(Index token) const;
  /// A word for a person or body: by its mention, else by words.txt.
  bool is_personal(Index token) const;
};

struct Site {
  CueMatch match;
  Index verb = 0;     ///< the word that governs it
  Index voice = 0;    ///< the verb whose subject counts: its own, or that of the cue before which it goes on
  Index noun = 0;     ///< the cue's last word, on which the topic may hang
  bool passive = false;
  bool negated = false;
  Frame::Kind frame = Frame::Kind::object;
  std::string_view preposition;
  Index topic = 0;    ///< first token of the topic
  Index limit = 0;    ///< one past the last token that may belong to it
};

}  // namespace chancery::points
