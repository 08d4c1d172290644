// The work of CorefStage on one document; lives for one run.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "stages/coref/groups.hpp"
#include "stages/coref/ranking.hpp"

namespace chancery::coref {

class Resolver {
 public:
  Resolver(Document& document, const CorefLexicon& lexicon);
  void run();

 private:
  void read_sentence(const Sentence& sentence);
  void read_pronoun(Index token, const Pronoun& pronoun, std::span<const Candidate> ahead);
  bool possessive_at(Index token, const Sentence& sentence) const;
  Index entity_of(Referent who, Index token);
  Referent centre_of(const Sentence& sentence) const;
  Mention& add(Index first, Index last, MentionType type, Form form, Index entity);
  Candidate candidate_of(Index head, Referent who, bool plural);

  // descriptions.cpp
  /// Marks the descriptions of the sentence, and adds what they stand for to what it names.
  void read_descriptions(const Sentence& sentence, std::vector<Candidate>& named);
  Index read_description(Index token, const Sentence& sentence, std::vector<Candidate>& named);
  Index group_end(Index token, const Sentence& sentence) const;
  void fill_offices(const Sentence& sentence, std::vector<Candidate>& named);
  void fill_group(Index first, Index last);
  Candidate read_group(Index first, Index last);
  Index titled_noun(Index at, const Sentence& sentence) const;
  Index numbered_end(Index first, Index noun) const;
  std::vector<Index> members_meant(Index first, Index last) const;
  Index relative_end(Index token, const Sentence& sentence) const;
  void read_relative(Index first, const Sentence& sentence);
  Index single_end(Index token, const Sentence& sentence) const;
  Index holder_among(const std::string& noun) const;
  std::string country_named(Index first, Index last) const;
  bool is_taken(Index first, Index last) const;
  const std::string& lower(Index i) const { return document_.tokens[i].lower; }

  Document& document_;
  const CorefLexicon& lexicon_;
  Grammar grammar_;
  Discourse discourse_;
  Ranking ranking_;
  Groups groups_;
  std::vector<Index> principals_;
  std::vector<Index> diplomats_;  ///< who is called an ambassador, an envoy or a foreign minister, at most two
  Referent centre_ = kNone;  ///< who the sentence before was about, outside quotations
  std::vector<Mention> added_;
};

}  // namespace chancery::coref
