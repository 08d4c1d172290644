// Who is meant by a stretch of words: the people, bodies and countries named in it, or the speaker of "I" and "we".
#pragma once

#include <vector>

#include "document/document.hpp"
#include "stages/facts/voices.hpp"

namespace chancery::facts {

class Agents {
 public:
  explicit Agents(const Document& document);

  /// Entities named in [first, last), groups taken apart into their members where these are known.
  std::vector<Index> named(Index first, Index last) const;
  /// The one entity whom the last mention in [first, last) names; kNone where none does.
  Index head(Index first, Index last) const;
  /// Those whom the release is about: the principals of its main event, else of its opening sentences.
  const std::vector<Index>& principals() const { return principals_; }
  /// The one spoken to at `token`; in a turn between two principals, the other one.
  Index addressee(const Voices& voices, Index token) const;
  /// Those whose text this is, where it is a statement or a letter: who "we" are outside every quotation.
  std::vector<Index> authors() const;
  /// Whether an entity is the speaker, acts for the speaker's country, or is that country.
  bool is_own(Index entity, Index speaker) const;
  /// An entity with its group taken apart.
  std::vector<Index> members(Index entity) const;

 private:
  std::vector<Index> main_participants() const;
  std::vector<Index> first_people() const;

  const Document& document_;
  std::vector<Index> principals_;
};

}  // namespace chancery::facts
