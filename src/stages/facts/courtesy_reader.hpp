// Reads the courtesies of one sentence as who gave what to whom, before groups have become entities.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "stages/facts/agents.hpp"
#include "stages/facts/cues.hpp"
#include "stages/facts/receiver.hpp"
#include "stages/facts/voices.hpp"

namespace chancery::facts {

struct ToldCourtesy {
  CourtesyKind kind = CourtesyKind::greetings;
  Index from = kNone;
  Receiver to;
  Index via = kNone;
  Span evidence;
};

class CourtesyReader {
 public:
  CourtesyReader(const Document& document, const Voices& voices, const Agents& agents, const Cues& cues)
      : document_(document), tokens_(document.tokens), voices_(voices), agents_(agents), cues_(cues) {}

  std::vector<ToldCourtesy> read(const Sentence& sentence) const;

 private:
  struct Givers {
    std::vector<Index> all;
    Index via = kNone;
  };

  Index read_at(Index at, const Sentence& sentence, std::vector<ToldCourtesy>& out) const;
  void read_verb(Index at, const Sentence& sentence, std::vector<ToldCourtesy>& out) const;
  void read_noun(Index at, const CueMatch& noun, const Sentence& sentence, std::vector<ToldCourtesy>& out) const;
  void read_exchange(Index at, const Sentence& sentence, std::vector<ToldCourtesy>& out) const;
  void read_passive(Index at, const CueMatch& verb, const Sentence& sentence, std::vector<ToldCourtesy>& out) const;
  void read_adjective(Index at, const Sentence& sentence, std::vector<ToldCourtesy>& out) const;
  bool is_verb(Index at) const;
  bool is_bidding(Index verb, const Sentence& sentence) const;
  bool is_ones_own(Index noun, const Sentence& sentence, std::string_view owner) const;
  Index absent_giver(Index noun_end, Index receivers_end, const Sentence& sentence) const;
  bool is_possessive(Index pronoun) const;
  bool is_passive(Index at, const Sentence& sentence) const;
  bool is_refused(Index at, const Sentence& sentence) const;
  Index giving_verb(Index noun, const Sentence& sentence) const;
  Givers givers(Index verb, const Sentence& sentence) const;
  std::vector<Index> subject(Index verb, const Sentence& sentence) const;
  bool names_thing(Index object, const Sentence& sentence) const;
  Receivers after_to(Index at, const Sentence& sentence) const;
  Index other_named(Index first, Index last, Index giver) const;
  Index other_person(Index before, Index speaker, Index addressee) const;
  void add(CourtesyKind kind, const Givers& givers, const Receivers& receivers, Index at, const Sentence& sentence,
           std::vector<ToldCourtesy>& out) const;

  const Document& document_;
  const std::vector<Token>& tokens_;
  const Voices& voices_;
  const Agents& agents_;
  const Cues& cues_;
};

}  // namespace chancery::facts
