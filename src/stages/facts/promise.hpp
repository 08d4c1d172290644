// One clause read as a commitment: who commits, how firmly, to what kind of thing, by when, on what condition.
#pragma once

#include <optional>

#include "document/document.hpp"
#include "stages/facts/agents.hpp"
#include "stages/facts/clause.hpp"
#include "stages/facts/cues.hpp"
#include "stages/facts/voices.hpp"

namespace chancery::facts {

struct Promise {
  Commitment commitment;
  Index last = 0;  ///< one past the words that announce it
  Span maker;      ///< words for those who commit where nobody has made an entity of them; else empty
};

class Promises {
 public:
  Promises(const Document& document, const Voices& voices, const Agents& agents, const Cues& cues);

  /// The commitment announced at token `at` of the sentence; nothing where nothing is promised there.
  std::optional<Promise> at(Index at, const Sentence& sentence) const;

 private:
  struct Announced {
    size_t length = 0;
    Strength strength = Strength::will;
    bool modal = false;       ///< "will" and its like, against "agreed to"
    bool impersonal = false;  ///< "it was agreed to": nobody is named
  };

  Announced announced(Index at, const Sentence& sentence) const;
  bool is_noun_will(Index at, const Sentence& sentence) const;
  bool is_noun_act(Index at, const Announced& found, const Sentence& sentence) const;
  bool is_question(const Sentence& sentence) const;
  Index first_verb(Index after, Index last) const;
  bool is_action(const Announced& announced, Index verb, const Clause& clause, bool first_person) const;
  bool is_passive(Index verb, Index last) const;
  bool speaks_of_self(const Clause& clause) const;
  bool may_commit(const Announced& announced, Index verb, const Clause& clause) const;
  void set_makers(Commitment& commitment, const Announced& found, const Clause& clause, Index verb, const Sentence& sentence) const;
  void set_agent(Commitment& commitment, const Clause& clause, Index verb, std::vector<Index> named) const;
  void set_several(Commitment& commitment, std::vector<Index> makers) const;
  Span unnamed_maker(const Clause& clause) const;
  std::vector<Index> shared_makers(Index at, const Clause& clause, const Sentence& sentence) const;
  void begin_with_subject(Clause& clause, Index at, const Sentence& sentence) const;
  bool shares_relative(Index at, const Sentence& sentence) const;
  bool is_told_by_others(Index at) const;
  bool is_wished(const Clause& clause) const;
  std::vector<Index> both_sides(std::vector<Index> makers) const;
  bool in_own_words(Index token) const;
  bool is_talk(Index verb, const Clause& clause, bool first_person) const;
  bool is_past(Index at, const Announced& found, const Clause& clause, const Sentence& sentence) const;
  bool governs_agent(Index verb, const Clause& clause) const;
  bool speaks_of_others(const Clause& clause, const std::vector<Index>& named) const;

  const Document& document_;
  const std::vector<Token>& tokens_;
  const Voices& voices_;
  const Agents& agents_;
  const Cues& cues_;
  bool announces_event_ = false;  ///< the release is about an event to come
};

}  // namespace chancery::facts
