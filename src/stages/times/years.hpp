// The year of a date that does not say it: by the publication day and the tense around it, or, in a history, by how
// far the story has got.
#pragma once

#include "stages/times/story.hpp"
#include "stages/times/clause.hpp"

namespace chancery::times {

/// Where a document stands: when it was published and whether it tells a history far from that day.
struct Setting {
  std::optional<Day> published;
  bool history = false;
};

class Years {
 public:
  /// Keeps references, which must outlive it.
  Years(const Tenses& tense, std::span<const Atom> atoms, const Setting& setting, const Story& story)
      : tense_(tense), atoms_(atoms), setting_(setting), story_(story) {}

  /// The year of a point of a known month, season, quarter or half; kNoYear where nothing tells it.
  int of(const Candidate& candidate, const Point& point) const;
  /// 89 => 1989: the year that ends so and lies nearest to the days told of or published.
  int full(int two_digits) const;

 private:
  int unchecked(const Candidate& candidate, const Point& point) const;
  int by_tense(const Candidate& candidate, int month, int day) const;

  const Tenses& tense_;
  std::span<const Atom> atoms_;
  const Setting& setting_;
  const Story& story_;
};

/// The day in some year; 29 February is the last of the month in a common year. Years 1 to 9999.
std::optional<Day> day_in(int year, int month, int day);

}  // namespace chancery::times
