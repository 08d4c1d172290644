// One release, several encounters of one kind: calls made "separately", a day in the title that is not the text's, a day
// that takes the place of another.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/events/reader.hpp"

namespace chancery {

/// "spoke separately with A and B" tells of two calls: the first stays the main event, each further one is its own.
void EventReader::part_separate(const Event& main) {
  if (!main_scene_) return;
  const Sentence& sentence = document_.sentences[main_scene_->sentence];
  const Index from = std::max(sentence.first, main_scene_->first > 3 ? main_scene_->first - 3 : 0), to = std::min<Index>(sentence.last, main_scene_->last + 4);
  bool separate = false;
  for (Index i = from; i < to; ++i) separate |= one_of(lower(i), {"separately", "separate"});
  if (!separate) return;
  const uint32_t cue = document_.tokens[main_scene_->first].span.begin;
  std::vector<Participant> partners, rest;
  for (const Participant& p : main.participants) {
    const bool partner = p.role != Role::delegation && p.mention.part == sentence.span.part && p.mention.begin > cue;
    (partner ? partners : rest).push_back(p);
  }
  if (partners.size() < 2 || rest.empty()) return;
  for (size_t i = 0; i < partners.size(); ++i) {
    Event one = main;
    one.participants = rest;
    one.participants.push_back(partners[i]);
    if (i == 0) {
      document_.events.front() = std::move(one);
      continue;
    }
    one.main = false;
    document_.events.push_back(std::move(one));
  }
}

/// Title and text that give different days: both are kept, the text's as the main event's.
void EventReader::keep_title_day(const Event& main) {
  if (!main_scene_ || is_title(main_scene_->sentence) || main.time.span.part == Part::title || main.time.value.size() < 10) return;
  Event other = main;
  other.time = {};
  if (!take_time(other, {0, static_cast<uint32_t>(document_.title.size()), Part::title}, true)) return;
  if (other.time.value.substr(0, 10) == main.time.value.substr(0, 10)) return;
  other.main = false;
  other.confidence = 0.5;
  other.evidence = {{0, static_cast<uint32_t>(document_.title.size()), Part::title}};
  document_.events.push_back(std::move(other));
}

/// "The meeting scheduled for 3 May has been moved to 10 May": the old day stays with what is put off, the new one is an
/// encounter of its own that takes its place.
void EventReader::add_new_day(Event& main) {
  if (main.status != Status::postponed) return;
  for (const Sentence& sentence : document_.sentences) {
    for (Index i = sentence.first; i < sentence.last; ++i) {
      if (!lexicon_.is(lower(i), "postponed") && !one_of(lower(i), {"moved", "shifted", "brought"})) continue;
      for (const Timex& time : document_.times) {
        const auto [first, last] = document_.tokens_in(time.span);
        const bool after = first < last && first > i && first < std::min<Index>(sentence.last, i + 12) && time.from;
        if (!after || !one_of(lower(first - 1), {"to", "until", "till", "for"})) continue;
        if (!main.time.value.empty() && main.time.span == time.span) main.time = {};
        Event fresh = main;
        fresh.main = false;
        fresh.status = Status::planned;
        fresh.time = {};
        take_only_time(fresh, time.span);
        fresh.reschedules = 0;
        fresh.evidence = {sentence.span};
        document_.events.front() = main;
        document_.events.push_back(std::move(fresh));
        return;
      }
    }
  }
}

}  // namespace chancery
