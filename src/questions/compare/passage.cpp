#include "questions/compare/passage.hpp"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace chancery::questions::compare {
namespace {

/// Where an event is told in the text; nothing where only the title tells it.
std::optional<uint32_t> place_of(const Event& event) {
  const auto told = std::ranges::find(event.evidence, Part::text, &Span::part);
  return told == event.evidence.end() ? std::nullopt : std::optional(told->begin);
}

/// What stands before anything is told belongs to what is told first, and the title does too.
std::vector<Span> section_of(const Document& document, const Event& event) {
  const auto order = [](const Event& one) { return place_of(one).value_or(0); };
  const uint32_t own = order(event);
  uint32_t end = static_cast<uint32_t>(document.text.size());
  bool first = true;
  for (const Event& other : document.events) {
    if (!other.main) continue;
    first = first && order(other) >= own;
    if (order(other) > own) end = std::min(end, order(other));
  }
  if (!first) return {{own, end}};
  return {{0, static_cast<uint32_t>(document.title.size()), Part::title}, {0, end}};
}

/// An address or a press conference is where encounters are told of, not one of them.
bool is_speech(const Event& event) { return event.type == EventType::statement || event.type == EventType::press_conference; }

/// Follows a reference from sentence to sentence.
class Reference {
 public:
  Reference(const Document& document, const Event& event) : d_(document), event_(event), told_(document.sentences.size(), false), other_(told_), of_talks_(told_) {
    const bool about_none = std::ranges::none_of(d_.events, [](const Event& one) { return one.main && !is_speech(one); });
    for (const Event& one : d_.events) {
      for (const Span& span : one.evidence) note(span, one.id == event_.id ? told_ : other_);
    }
    if (!about_none) return;
    for (const Point& point : d_.points) note(point.span, of_talks_);
    const std::unordered_set<Index> others = other_side();
    for (const Mention& mention : d_.mentions) {
      if (others.contains(mention.entity)) note(mention.span, of_talks_);
    }
    go_on();
  }

  std::vector<Span> passage() const {
    std::vector<Span> out;
    for (size_t s = 0; s < told_.size(); ++s) {
      if (!told_[s]) continue;
      if (s > 0 && told_[s - 1] && out.back().part == d_.sentences[s].span.part) out.back().end = d_.sentences[s].span.end;
      else out.push_back(d_.sentences[s].span);
    }
    return out;
  }

 private:
  /// Marks the sentences that a span stands in.
  void note(const Span& span, std::vector<bool>& sentences) const {
    const auto [first, last] = d_.tokens_in(span);
    for (Index i = first; i < last; ++i) sentences[d_.tokens[i].sentence] = true;
  }

  /// Those who took part and do not act for the publisher's country.
  std::unordered_set<Index> other_side() const {
    std::unordered_set<Index> entities;
    for (const Participant& one : event_.participants) {
      if (one.entity < d_.entities.size() && d_.entities[one.entity].country != d_.info.country) entities.insert(one.entity);
    }
    return entities;
  }

  void go_on() {
    for (const Block& block : d_.blocks) {
      for (Index s = block.first; s + 1 < block.last; ++s) {
        if (told_[s] && of_talks_[s + 1] && !other_[s + 1]) told_[s + 1] = true;
      }
    }
  }

  const Document& d_;
  const Event& event_;
  std::vector<bool> told_, other_, of_talks_;  ///< by sentence
};

}  // namespace

std::optional<std::vector<Span>> passage_of(const Document& document, const std::string& event) {
  const auto found = std::ranges::find(document.events, event, &Event::id);
  if (event.empty() || found == document.events.end()) return {};
  if (!found->main) return Reference(document, *found).passage();
  if (std::ranges::count(document.events, true, &Event::main) < 2) return {};
  return section_of(document, *found);
}

}  // namespace chancery::questions::compare
