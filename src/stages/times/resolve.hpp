// Puts the matches of one document on the calendar: against the publication day, the days told of before, and the
// tense of the sentence.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "document/document.hpp"
#include "stages/times/spoken.hpp"
#include "stages/times/years.hpp"

namespace chancery::times {

/// For one document and one call of `resolve`; keeps references, which must outlive it.
class Resolver {
 public:
  Resolver(const Tenses& tense, std::span<const Atom> atoms, const Setting& setting, const Document& document)
      : tense_(tense),
        atoms_(atoms),
        setting_(setting),
        document_(document),
        story_(atoms, setting.history),
        years_(tense, atoms, setting_, story_),
        spoken_(document, atoms) {}
  Resolver(const Resolver&) = delete;
  Resolver& operator=(const Resolver&) = delete;

  /// In the order of the candidates; those that mean nothing are left out.
  std::vector<Timex> resolve(std::vector<Candidate>& candidates);

 private:
  std::optional<Timex> one(const Candidate& c);
  std::optional<Timex> date(const Candidate& c);
  std::optional<Timex> weekday(const Candidate& c);
  std::optional<Timex> relative(const Candidate& c);
  std::optional<Timex> moved(const Candidate& c, int sign, Anchor anchor);
  std::optional<Timex> same(const Candidate& c);
  std::optional<Timex> named_day(const Candidate& c);
  Timex duration(const Candidate& c);
  Timex set(const Candidate& c);
  Timex reference(const Candidate& c, Ref ref) const;

  Timex made(const Candidate& c, const Point& point);
  Timex made(const Candidate& c, TimexType type, std::string value) const;
  /// A point of which only the grain is known; PAST_REF and the like where that cannot be written.
  Timex left_open(const Candidate& c, Unit unit, int direction);

  /// What a relative expression starts from; nothing where it is not known.
  std::optional<Point> base(const Candidate& c, Anchor anchor);
  /// The day on which the words around it were spoken, where their sentence gives it: 'on Monday he said, "tomorrow..."'.
  std::optional<Point> spoken_on(const Candidate& c);
  void frames_first(std::vector<Candidate>& candidates);
  std::optional<Point> published() const;
  Anchor anchor_of(const Candidate& c, Anchor otherwise) const {
    return c.fields.as<Anchor>(Field::anchor).value_or(otherwise);
  }
  Point absolute(const Candidate& c) const;
  bool told_close_by(const Candidate& c) const;
  Point day_of_clock(const Candidate& c) const;
  Point day_of_month(const Candidate& c);
  std::optional<Point> moved_month(const Candidate& c, const std::optional<Point>& from) const;
  int holiday_of(const Candidate& c) const;
  int year_of_named_day(const Candidate& c);
  bool means_nowadays(const Candidate& c);

  const Tenses& tense_;
  std::span<const Atom> atoms_;
  const Setting setting_;
  const Document& document_;
  Story story_;
  Years years_;
  SpokenWords spoken_;
  std::vector<std::pair<Index, Point>> frames_;  ///< sentence and the day that it gives outside quotation marks
};

/// Gives a date without a year the year of its neighbour in a list or range:
/// "9 November 2020, 11 January and 26 November 2021".
void carry_years(std::vector<Candidate>& candidates, std::span<const Atom> atoms);

}  // namespace chancery::times
