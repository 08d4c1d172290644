// Makes participants of the noun phrases on both sides of an act: the entity they stand for where one is known, else a
// group of its own ("protesters", "a court in Lyon") with a mention. Whose a thing is takes part with it: in "condemned
// Israel's decision" both the decision and Israel.
//
// Works on one document; `finish` puts the new mentions in their order.
#pragma once

#include <unordered_map>

#include "stages/codes/actors.hpp"
#include "stages/codes/coder.hpp"

namespace chancery::codes {

class Parties {
 public:
  Parties(Document& document, const Tree& tree, const PatternBook& book, std::string_view stage) : document_(document), tree_(tree), actors_(tree, book), stage_(stage) {}

  /// Participants of the act, each entity once a side; empty where a side stays unknown or nobody acts: "the talks
  /// focused on fighting the pandemic".
  std::vector<Participant> of(const Act& act);
  void finish();

 private:
  void add(std::vector<Participant>& all, Index described, const std::string& side, std::string_view barred);
  bool answers(const Act& act) const;
  void add_owners(std::vector<Participant>& all, Index head, const std::string& side);
  Index named_by_apposition(Index head) const;
  Index entity_of(Index head, const Span& span);
  Span span_of(Index head, std::string_view barred = {}) const;
  void push(std::vector<Participant>& all, Index entity, const std::string& side, const Span& span) const;

  Document& document_;
  const Tree& tree_;
  const Actors actors_;
  std::string_view stage_;
  std::unordered_map<std::string, Index> groups_;  ///< by the words of a phrase
  std::vector<Mention> made_;
};

}  // namespace chancery::codes
