// Whose words each token is: the innermost statement over it, with its speaker and the one spoken to.
#pragma once

#include <vector>

#include "document/document.hpp"

namespace chancery::facts {

class Voices {
 public:
  explicit Voices(const Document& document);

  /// Index into `statements`; kNone outside every statement.
  Index statement(Index token) const { return holder_[token]; }
  Index speaker(Index token) const;
  /// The one addressed; where the statement names none, that of the statement around it.
  Index addressee(Index token) const;

 private:
  const Document& document_;
  std::vector<Index> holder_;
};

/// The part of a sentence within reach of token `at`: whole for every real sentence, bounded for a text without stops,
/// so that the time spent on a fact does not grow with it. The span stays that of the sentence.
Sentence within_reach(const Sentence& sentence, Index at);

/// Tokens of the text (not of the title) that a fact's span covers, as a span.
Span span_of(const Document& document, Index first, Index last);

}  // namespace chancery::facts
