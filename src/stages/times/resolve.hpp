// Puts the matches of one document on the calendar: against the publication day, the days told of before, and the
// tense of the sentence.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "document/document.hpp"
#include "stages/times/calendar.hpp"
#include "stages/times/matcher.hpp"
#include "stages/times/tense.hpp"

namespace chancery::times {

/// Where a document stands: when it was published and whether it tells a history far from that day.
struct Setting {
  std::optional<Day> published;
  bool narrative = false;
};

class Resolver {
 public:
  Resolver(const TenseReader& tense, std::span<const Atom> atoms, const Setting& setting, const Document& document)
      : tense_(tense), atoms_(atoms), setting_(setting), document_(document) {}

  /// In the order of the candidates; those that mean nothing are left out.
  std::vector<Timex> resolve(std::vector<Candidate>& candidates);

 private:
  std::optional<Timex> one(const Candidate& c);
  std::optional<Timex> date(const Candidate& c);
  std::optional<Timex> relative(const Candidate& c);
  std::optional<Timex> moved(const Candidate& c, int sign, Anchor anchor);
  std::optional<Timex> year_before(const Candidate& c);
  std::optional<Timex> weekday(const Candidate& c);
  std::optional<Timex> duration(const Candidate& c);
  std::optional<Timex> set(const Candidate& c);
  std::optional<Timex> reference(const Candidate& c);
  std::optional<Timex> same(const Candidate& c);
  std::optional<Timex> holiday_of(const Candidate& c);

  Timex made(const Candidate& c, const Point& point);
  Timex made(const Candidate& c, TimexType type, std::string value) const;
  void remember(const Candidate& c, const Point& point);
  bool sets_scene(const Candidate& c) const;
  void follow_story(const Candidate& c, const Point& point);

  /// The day (or coarser) that a relative expression starts from; nothing where it is not known.
  std::optional<Point> base(Anchor anchor) const;
  Anchor anchor_of(const Candidate& c, Anchor otherwise) const;
  void clock_of(const Fields& f, Point& point) const;
  int full_year(int two_digits) const;
  int year_for(const Candidate& c, int month, int day) const;
  int year_by_tense(const Candidate& c, int month, int day) const;
  Point dated(const Candidate& c) const;
  Point clock_day(const Candidate& c) const;
  Day weekday_day(int wanted, Day from, int direction) const;
  bool in_quotation(const Candidate& c) const;
  bool in_speech(const Candidate& c) const;
  bool means_nowadays(const Candidate& c) const;

  const TenseReader& tense_;
  std::span<const Atom> atoms_;
  Setting setting_;
  const Document& document_;
  std::optional<Point> told_;       ///< the last date told of
  Index told_sentence_ = 0;
  std::optional<Point> quarter_;    ///< the quarter that figures are being reported for
  Index length_sentence_ = kNone;   ///< where months or years were last counted: "in the nine months"
  std::optional<Point> story_;      ///< where a history has got to; asides to other times do not move it
  int aside_year_ = kNoYear;        ///< of the last date that was taken for an aside
};

/// Gives a date without a year the year of its neighbour in a list or range:
/// "9 November 2020, 11 January and 26 November 2021".
void carry_years(std::vector<Candidate>& candidates, std::span<const Atom> atoms);

}  // namespace chancery::times
