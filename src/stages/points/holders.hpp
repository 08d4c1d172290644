// Who is said to have done it: the subject of a cue, an agent after "by", those after "with", or the two sides.
#pragma once

#include <string_view>
#include <vector>

#include "document/groups.hpp"
#include "stages/points/site.hpp"

namespace chancery::points {

/// One holder: an entity, or words that name a group nobody has made an entity of yet.
struct Holder {
  Index entity = kNone;
  Span words;
};

class Holders {
 public:
  explicit Holders(const Setting& setting);

  /// Empty where the text does not say.
  std::vector<Holder> of(const Site& site, const Sentence& sentence) const;
  /// The principals of the main event, else of the opening sentences; fewer than two: none.
  const std::vector<Index>& sides() const { return sides_; }

 private:
  std::vector<Holder> at_noun(Index noun, Index before) const;
  void add_noun(Index noun, std::vector<Holder>& out) const;
  bool names_sides(std::string_view name) const;
  void add_described(Index noun, std::vector<Holder>& out) const;
  std::vector<Holder> agent(const Site& site, const Sentence& sentence, bool told) const;
  std::vector<Holder> company(const Site& site, const Sentence& sentence) const;
  std::vector<Holder> all_sides() const;
  void find_sides();

  const Setting& s_;
  std::vector<Index> sides_;
};

}  // namespace chancery::points
