// Whether two cues of a text tell of one encounter, and which is a part of which.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/events/reader.hpp"

namespace chancery {

bool EventReader::is_in_person(EventType type) { return one_of(name_of(type), {"meeting", "reception", "talks", "visit"}); }

bool EventReader::same_event(const Event& a, const Event& b) const {
  if (a.type != b.type && !(is_in_person(a.type) && is_in_person(b.type))) return false;
  if (!a.time.value.empty() && !b.time.value.empty() && a.time.value != b.time.value) return false;
  if (!a.place.name.empty() && !b.place.name.empty() && a.place.name != b.place.name) return false;
  // Two who meet on the margins of a larger one.
  if (a.format == "margins" && b.format != "margins" && a.participants.size() < b.participants.size()) return false;
  // Each has somebody whom the other has not.
  const auto other_people = [&](const Event& one, const Event& than) {
    return std::any_of(one.participants.begin(), one.participants.end(), [&](const Participant& p) {
      return is_person(p.entity) && std::none_of(than.participants.begin(), than.participants.end(), [&](const Participant& q) { return q.entity == p.entity; });
    });
  };
  if (is_in_person(a.type) && other_people(a, b) && other_people(b, a)) return false;
  const bool time = !a.time.value.empty() && a.time.value == b.time.value;
  const bool place = !a.place.name.empty() && a.place.name == b.place.name;
  const auto holds = [&](const Event& all, const Participant& one) {
    return std::any_of(all.participants.begin(), all.participants.end(), [&](const Participant& p) { return p.entity == one.entity; });
  };
  const bool a_in_b = std::all_of(a.participants.begin(), a.participants.end(), [&](const Participant& p) { return holds(b, p); });
  const bool b_in_a = std::all_of(b.participants.begin(), b.participants.end(), [&](const Participant& p) { return holds(a, p); });
  const bool people = (a_in_b || b_in_a) && !a.participants.empty() && !b.participants.empty();
  const bool in_person = is_in_person(a.type) && is_in_person(b.type);
  if (in_person && a.type != b.type) return time && (people || a.participants.empty());
  // Told in the first sentences about the same people it is what the title told.
  const bool lead = !a.evidence.empty() && b.main && a.evidence.front().begin < document_.text.size() / 4 && a.time.value.empty() && a.place.name.empty();
  if (lead && a.type == b.type && std::any_of(a.participants.begin(), a.participants.end(), [&](const Participant& p) { return holds(b, p); }) && main_scene_ && is_title(main_scene_->sentence)) return true;
  // "today's meeting" without anybody is the meeting of that day.
  if (time && a.participants.empty() && a.place.name.empty()) return true;
  const bool a_bare = a.time.value.empty() && a.place.name.empty();
  if (a_bare && a_in_b && !a.participants.empty()) return true;
  const bool b_bare = b.time.value.empty() && b.place.name.empty();
  return place || (people && (time || b_bare || (a.place.name.empty() && b.place.name.empty())));
}

/// "During the meeting, the parties discussed": the main event again, unless a day or a complement tells another.
bool EventReader::points_back(const Scene& scene, const Event& event) const {
  if (!scene.definite || scene.spoken || is_ordered(scene) || !event.time.value.empty()) return false;
  if (scene.rank == EventCue::Rank::occasion && lower(scene.first) != "event") return false;
  const Index next = scene.last < document_.tokens.size() ? scene.last : scene.first;
  const bool capital = document_.tokens[scene.first].shape != Shape::lower;
  return !capital && !one_of(lower(next), {"of", "between", "with", "to", "in", "at", "by"});
}

/// In the text of a meeting, "the President also spoke with his guest about trade" is that meeting.
bool EventReader::is_told_again(const Event& event, const Scene& scene, const Event& main) const {
  if (event.type != EventType::phone_call || !scene.verb || scene.spoken || scene.last != scene.first + 1 || event.participants.empty()) return false;
  if (!is_in_person(main.type) && main.type != EventType::summit && main.type != EventType::video_call) return false;
  const bool today = event.time.from && event.time.from == parse_day(document_.info.published);
  if (!event.time.value.empty() && event.time.value != main.time.value && !today) return false;
  return std::all_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) {
    return std::any_of(main.participants.begin(), main.participants.end(), [&](const Participant& q) { return q.entity == p.entity; });
  });
}

/// "held a working meeting and spoke with": a cue that carries the other, or is joined to it by "and".
bool EventReader::is_same_deed(const Scene& scene, const Scene& other) const {
  if (!tree_.knows(scene.first)) return scene.type == other.type;
  const Index a = tree_.head_of(scene.first, scene.last), b = tree_.head_of(other.first, other.last);
  if (document_.tokens[a].head == b && tree_.relation(a) == "obj") return true;
  // "The next summit will take place in Accra": the verb tells no other event than its subject.
  const bool held = scene.verb && scene.rank == EventCue::Rank::occasion && !other.verb;
  if (held && document_.tokens[b].head == a && document_.tokens[b].deprel.starts_with("nsubj")) return true;
  return document_.tokens[b].head == a && tree_.relation(b) == "obj";
}

/// "on the sidelines of the summit", "in the framework of his visit", "during the visit", in the sentence that tells
/// the encounter: what it is a part of.
bool EventReader::is_part_of(const Scene& occasion, const Scene& told) const {
  if (occasion.sentence != told.sentence || occasion.verb || occasion.first == told.first) return false;
  const Sentence& sentence = document_.sentences[occasion.sentence];
  for (Index i = occasion.first; i > sentence.first && occasion.first - i < 9; --i) {
    const std::string& word = lower(i - 1);
    if (lexicon_.is(word, "frame")) return true;
    if (one_of(word, {",", ";", "and", "on", "to", "for", "with"})) return false;
  }
  return false;
}

}  // namespace chancery
