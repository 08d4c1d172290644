// What a text has spoken of so far: everything a pronoun may stand for, with what decides between them.
//
// A referent is an entity, a set of people who act together, or somebody whom the text never names ("a soldier"): the
// last keeps a pronoun from being given to whoever is named nearby. Lives for one document.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "stages/coref/grammar.hpp"
#include "stages/coref/lexicon.hpp"

namespace chancery::coref {

/// An entity's index, or with one of the flags a set of people or an unnamed one.
using Referent = Index;
inline constexpr Referent kJoint = 0x40000000, kUnnamed = 0x80000000;
inline bool is_unnamed(Referent r) { return r != kNone && (r & kUnnamed) != 0; }
inline bool is_joint(Referent r) { return r != kNone && !is_unnamed(r) && (r & kJoint) != 0; }
inline bool is_entity(Referent r) { return r != kNone && (r & (kUnnamed | kJoint)) == 0; }

struct Candidate {
  Referent who = kNone;
  Index head = 0;      ///< token
  Index sentence = 0;
  Role role = Role::other;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool person = true;      ///< one or several people; false: a thing or a body
  bool pronominal = false;
  uint32_t quote = 0;      ///< number of the quotation it stands in; 0: none
};

class Discourse {
 public:
  Discourse(const Document& document, const Grammar& grammar, const CorefLexicon& lexicon);

  /// What the sentence names, in order: mentions with an entity, nouns for people, plural nouns, people joined.
  std::vector<Candidate> named_in(const Sentence& sentence);
  void saw(const Candidate& candidate);
  /// The latest one is last.
  const std::vector<Candidate>& seen() const { return seen_; }

  Referent joint_of(std::vector<Index> members);
  const std::vector<Index>& members(Referent joint) const { return joints_[joint & ~kJoint]; }
  Referent unnamed(const std::string& called);
  /// Who is spoken of by the phrase with this head; kNone where that is not known.
  Referent at(Index head) const { return at_[grammar_.top_of(head)]; }
  void set_at(Index head, Referent who) { at_[grammar_.top_of(head)] = who; }
  uint32_t quote_at(Index token) const { return quotes_[token]; }
  /// Whose words the quotation around the token likely is: the subject before it, else the one spoken of; kNone outside.
  Referent quoting(Index token, Referent centre) const;
  int times_seen(Referent who) const;
  bool opens(Referent who) const { return is_entity(who) && who < opening_.size() && opening_[who]; }
  bool is_person(Index entity) const { return entity != kNone && document_.entities[entity].type == MentionType::person; }
  Gender gender_of(Referent who) const;
  /// What a pronoun that can stand for nobody else shows of somebody's gender.
  void learn_gender(Referent who, Gender gender);

 private:
  Candidate candidate_at(Index head, Index sentence, Referent who) const;
  void add_mentions(const Sentence& sentence, std::vector<Candidate>& out);
  bool is_unknown_name(Index word) const;
  void add_nouns(const Sentence& sentence, std::vector<Candidate>& out);
  void add_joint(std::vector<Candidate>& out);
  bool acts_with(Index head) const;
  bool received(const Candidate& candidate, Index predicate) const;
  void mark_quotes();
  void mark_opening();
  void learn_from_titles();

  const Document& document_;
  const Grammar& grammar_;
  const CorefLexicon& lexicon_;
  std::vector<Candidate> seen_;
  std::vector<std::vector<Index>> joints_;
  std::unordered_map<std::string, Referent> unnamed_;
  std::unordered_map<Referent, int> times_;
  std::unordered_map<Referent, Gender> genders_;
  std::vector<Referent> at_;       ///< by token
  std::vector<bool> covered_;      ///< by token: inside a mention
  std::vector<uint32_t> quotes_;   ///< by token
  std::vector<bool> opening_;      ///< by entity: named in the title or the first sentences
};

}  // namespace chancery::coref
