// Ranks what a pronoun may stand for (a linear ranking of antecedents with hard constraints first: number, gender,
// binding; after Lappin and Leass 1994). Pure over the discourse so far; a bounded number of candidates each.
#pragma once

#include <optional>
#include <span>

#include "stages/coref/discourse.hpp"
#include "stages/coref/pronouns.hpp"

namespace chancery::coref {

struct Choice {
  Referent who = kNone;   ///< kNone: nobody fits
  double lead = 0;        ///< by how much it is before the next one
  bool clear = false;     ///< the lead is wide enough
  double confidence = 0;  ///< 0.5 to 1, from the lead
};

class Ranking {
 public:
  Ranking(const Document& document, const Grammar& grammar, const CorefLexicon& lexicon, const Discourse& discourse)
      : document_(document), grammar_(grammar), lexicon_(lexicon), discourse_(discourse) {}

  /// `ahead`: what the rest of the sentence names; `centre`: who the sentence before was about.
  Choice best(Index token, const Pronoun& pronoun, std::span<const Candidate> ahead, Referent centre) const;

 private:
  struct Place {  ///< where a pronoun stands
    Index token = 0, predicate = kNone, subject = kNone, possessed = kNone;
    bool argument = false;  ///< of the predicate itself, not inside one of its phrases
    Pronoun pronoun;
    Role role = Role::other;
    Referent excluded = kNone, excluded_object = kNone, centre = kNone, latest = kNone, speaker = kNone;
  };

  Place place_of(Index token, const Pronoun& pronoun, Referent centre) const;
  Referent speaker_of(const Place& place) const;
  bool may_be(const Place& place, const Candidate& candidate) const;
  bool bound(const Place& place, const Candidate& candidate) const;
  bool benefits(const Place& place, const Candidate& candidate) const;
  bool is_subject(const Place& place, Index subject, const Candidate& candidate) const;
  bool joined_to(const Place& place, const Candidate& candidate) const;
  bool of_outer_clause(const Place& place, const Candidate& candidate) const;
  double score(const Place& place, const Candidate& candidate, bool ahead) const;
  double once(const Place& place, const Candidate& candidate) const;
  double near(const Place& place, const Candidate& candidate, bool ahead) const;
  const Weights& weights(const Place& place) const { return place.pronoun.plural ? lexicon_.plural() : lexicon_.singular(); }

  const Document& document_;
  const Grammar& grammar_;
  const CorefLexicon& lexicon_;
  const Discourse& discourse_;
};

}  // namespace chancery::coref
