// What a document has told so far that later expressions lean on: the last date, where a history has got to, the
// quarter that figures are reported for. Mutable, one document, one thread.
#pragma once

#include <optional>
#include <span>

#include "document/document.hpp"
#include "stages/times/calendar.hpp"
#include "stages/times/matcher.hpp"

namespace chancery::times {

class Story {
 public:
  Story(std::span<const Atom> atoms, bool history) : atoms_(atoms), history_(history) {}

  /// Takes note of a date that was resolved.
  void tell(const Candidate& candidate, const Point& point);
  /// Takes note of months or years being counted: "in the nine months".
  void tell_length(const Candidate& candidate) { length_sentence_ = sentence_of(candidate); }

  /// The last date told of.
  const std::optional<Point>& told() const { return told_; }
  bool told_in_sentence(const Candidate& candidate) const { return told_ && told_sentence_ == sentence_of(candidate); }
  /// The sentence that told it.
  Index told_sentence() const { return told_sentence_; }
  /// Where a history has got to; asides to other times do not move it.
  const std::optional<Point>& now() const { return now_; }
  /// The quarter being reported, unless the sentence counts months or years instead.
  std::optional<Point> quarter_for(const Candidate& candidate) const;

 private:
  Index sentence_of(const Candidate& candidate) const { return atoms_[candidate.first].sentence; }
  bool sets_scene(const Candidate& candidate) const;
  void move_on(const Candidate& candidate, const Point& point);

  std::span<const Atom> atoms_;
  bool history_;
  std::optional<Point> told_, now_, quarter_;
  Index told_sentence_ = 0;
  Index length_sentence_ = kNone;
  int aside_year_ = kNoYear;  ///< of the last date that was taken for an aside
};

}  // namespace chancery::times
