// The work of PointsStage on one document; lives for one run.
#pragma once

#include <string_view>
#include <vector>

#include "stages/points/holders.hpp"
#include "stages/points/split.hpp"

namespace chancery::points {

class Reader {
 public:
  Reader(Document& document, const Lexicon& lexicon, std::string_view stage);
  void run();

 private:
  struct Draft {
    Point point;
    std::vector<Holder> holders;
  };

  // reader.cpp
  void read_sentence(Index sentence);
  std::vector<Draft> drafts_of(const Sentence& sentence, const std::vector<Site>& sites) const;
  bool only_opens_list(const Range& topic, const Sentence& sentence) const;
  Draft draft_of(const Site& site, const Range& topic) const;
  void add_items(Index sentence, const Site& site, const std::vector<Holder>& holders);
  void resume_group(std::vector<Draft>& drafts) const;
  Span condition_of(const Site& site) const;
  bool says_something(const Draft& draft) const;
  void finish();

  // spoken.cpp
  void find_speech();
  void read_statements();
  void read_turn(const Statement& turn, bool alone);
  void read_unit(Index first, Index last, const Statement& turn);
  bool tells_of_parties(const std::vector<Holder>& holders, const Statement& turn) const;
  bool may_be_main(const Sentence& sentence, const Statement& turn) const;
  bool is_told_later(const Statement& statement) const;
  bool is_main_point(const Statement& statement) const;
  struct Told {
    std::vector<Span> points;     ///< sorted
    std::vector<uint32_t> reach;  ///< the farthest end of the points up to here
  };
  Told told_by_cues() const;
  bool is_told_already(const Statement& statement, const Told& told) const;

  Document& document_;
  const std::string_view stage_;
  const Tree tree_;
  const Setting setting_;
  const Holders holders_;
  std::vector<bool> quoted_;   ///< tokens inside quotations
  std::vector<bool> in_turn_;  ///< sentences inside turns
  std::vector<bool> party_;    ///< entities that take part in the encounter the release is about
  std::vector<Span> cues_;     ///< of the points found, in order
  std::vector<Draft> drafts_;
  std::vector<Holder> last_group_;  ///< of the sentence before, where only words name it
};

}  // namespace chancery::points
