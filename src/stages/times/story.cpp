#include "stages/times/story.hpp"

#include <algorithm>
#include <cstdlib>

namespace chancery::times {
namespace {

constexpr int kJump = 5;  // years; a bare year farther away is an aside, unless a second one follows

}  // namespace

void Story::tell(const Candidate& c, const Point& point) {
  if (!point.known_year() && point.grain != Grain::decade && point.grain != Grain::century) return;
  // A comparison with the year before does not move the story there.
  if (c.rule->op == Op::later && !history_) return;
  if (point.grain == Grain::quarter) quarter_ = point;
  told_ = point;
  told_sentence_ = sentence_of(c);
  if (point.known_year()) move_on(c, point);
}

std::optional<Point> Story::quarter_for(const Candidate& c) const {
  return length_sentence_ == sentence_of(c) ? std::nullopt : quarter_;
}

/// "In 1941", "1941: ..." set the scene; "a plan for 1976" and "since 1812" do not.
bool Story::sets_scene(const Candidate& c) const {
  if (c.first == 0 || atoms_[c.first - 1].sentence != sentence_of(c)) return true;
  static constexpr std::string_view kAsides[] = {"for", "since", "until", "till", "before", "after", "from", "to"};
  return std::find(std::begin(kAsides), std::end(kAsides), atoms_[c.first - 1].lower) == std::end(kAsides);
}

void Story::move_on(const Candidate& c, const Point& point) {
  if (c.rule->op == Op::relative && c.fields.get(Field::direction) < 0) return;
  if (now_ && point.grain == Grain::year) {
    if (!sets_scene(c) || now_->year == point.year) return;  // in the same year, its month is still known
    const bool far = std::abs(point.year - now_->year) > kJump;
    const bool again = aside_year_ != kNoYear && std::abs(point.year - aside_year_) <= kJump;
    aside_year_ = point.year;
    if (far && !again) return;
  }
  aside_year_ = kNoYear;
  now_ = point;
}

}  // namespace chancery::times
