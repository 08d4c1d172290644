// "Remarks by President A and President B Before Bilateral Meeting": the words are the main event, the meeting another.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/events/reader.hpp"

namespace chancery {
namespace {

constexpr Index kReach = 5;  ///< tokens between the preposition and the cue: "Before Their Expanded Bilateral Meeting"
constexpr double kTitleOnly = 0.7;

bool is_encounter(EventType type) {
  return one_of(name_of(type), {"meeting", "talks", "phone_call", "video_call", "summit", "reception"});
}

}  // namespace

/// The word that sets the cue of a title as the occasion of what was said; none for "on his meeting", nor for "after the
/// meeting", whose day the title leaves open.
Index EventReader::occasion_word(const Scene& scene) const {
  const Sentence& sentence = document_.sentences[scene.sentence];
  for (Index i = scene.first; i > sentence.first && scene.first - i < kReach; --i) {
    const std::string& word = lower(i - 1);
    if (i - 1 == sentence.first) return kNone;  // nobody stands before it
    if (one_of(word, {"before", "during", "at", "in"})) return i - 1;
    const bool two = (word == "of" && lower(i - 2) == "ahead") || (word == "to" && lower(i - 2) == "prior");
    if (two) return i - 2 > sentence.first ? i - 2 : kNone;
    if (one_of(word, {"and", ",", "on", "after", "following", "of", "for", "to"}) || (tree_.mention_at(i - 1) != kNone && is_person(document_.mentions[tree_.mention_at(i - 1)].entity))) return kNone;
  }
  return kNone;
}

/// Those who speak by the title and, in "before a meeting with X", X: people of two sides, else nobody.
void EventReader::add_people_of_occasion(Event& event, const Event& main, const Scene& scene, Index word) const {
  const auto [from, to] = mentions_in(document_, span_of(document_.sentences[scene.sentence].first, word));
  for (Index m = from; m < to; ++m) {
    const Index entity = document_.mentions[m].entity;
    const auto among = [&](const std::vector<Participant>& people) { return std::any_of(people.begin(), people.end(), [&](const Participant& one) { return one.entity == entity; }); };
    // The office beside the name is a mention of its own.
    if (is_person(entity) && among(main.participants) && !among(event.participants)) event.participants.push_back({entity, Role::party, {}, document_.mentions[m].span});
  }
  const Sentence& sentence = document_.sentences[scene.sentence];
  if (!event.participants.empty() && scene.last < sentence.last && lower(scene.last) == "with") {
    const auto [first, last] = mentions_in(document_, span_of(scene.last, sentence.last));
    for (Index m = first; m < last; ++m) {
      if (is_person(document_.mentions[m].entity)) add_participant(event, m, Role::party);
    }
  }
  const auto country = [&](const Participant& one) -> const std::string& { return document_.entities[one.entity].country; };
  const bool one_side = std::all_of(event.participants.begin(), event.participants.end(), [&](const Participant& one) { return country(one) == country(event.participants.front()); });
  if (event.participants.size() < 2 || one_side) event.participants.clear();
}

/// What the text tells of it too is one event with it.
bool EventReader::add_to_told(const Event& occasion) {
  for (size_t i = 1; i < document_.events.size(); ++i) {
    Event& told = document_.events[i];
    if (told.type == EventType::visit || !same_event(told, occasion)) continue;
    for (const Participant& one : occasion.participants) {
      if (std::none_of(told.participants.begin(), told.participants.end(), [&](const Participant& p) { return p.entity == one.entity; })) told.participants.push_back(one);
    }
    if (told.time.value.empty()) told.time = occasion.time;
    if (told.place.name.empty()) told.place = occasion.place;
    if (told.channel.empty()) told.channel = occasion.channel;
    told.status = occasion.status;
    told.evidence.insert(told.evidence.begin(), occasion.evidence.begin(), occasion.evidence.end());
    told.confidence = std::max(told.confidence, occasion.confidence);
    return true;
  }
  return false;
}

void EventReader::add_occasion_of_words() {
  const Event main = document_.events.front();
  if (main.type != EventType::statement) return;
  for (const Scene& scene : scenes_) {
    if (!is_title(scene.sentence)) return;
    if (scene.verb || scene.rank != EventCue::Rank::strong || !is_encounter(scene.type)) continue;
    const Index word = occasion_word(scene);
    if (word == kNone) continue;
    Event event;
    event.stage = "events";
    event.type = scene.type;
    add_people_of_occasion(event, main, scene, word);
    if (event.participants.empty()) continue;
    const Index end = document_.sentences[scene.sentence].last;
    event.time = main.time;
    set_manner(event, word, end);
    if (!is_remote(event)) event.place = main.place;
    event.status = Status::happened;
    event.confidence = kTitleOnly;
    event.evidence.push_back(document_.sentences[scene.sentence].span);
    if (!add_to_told(event)) document_.events.push_back(std::move(event));
    return;
  }
}

}  // namespace chancery
