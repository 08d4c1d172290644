// How an encounter took place: channel, format, how long, who asked for it.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/events/reader.hpp"

namespace chancery {
namespace {

/// Names that a text uses for one and the same encounter: "met", then "the talks".
bool is_of_one_kind(EventType a, EventType b) {
  const auto kind = [](EventType type) { return one_of(name_of(type), {"phone_call", "video_call"}) ? 1 : one_of(name_of(type), {"meeting", "talks", "reception", "summit"}) ? 2 : 3 + static_cast<int>(type); };
  return kind(a) == kind(b);
}

}  // namespace

/// Channel and format, where words [first, last) say so.
void EventReader::set_manner(Event& event, Index first, Index last) const {
  for (Index i = first; i < last; ++i) {
    const std::string& word = lower(i);
    const std::string_view next = i + 1 < last ? std::string_view(lower(i + 1)) : std::string_view();
    if (event.channel.empty() && lexicon_.is(word, "video")) event.channel = "video";
    if (lexicon_.is(word, "margins")) event.format = "margins";
    if (lexicon_.is(word, "restricted") || (word == "narrow" && one_of(next, {"format", "composition", "-"}))) event.format = "restricted";
    if (lexicon_.is(word, "extended")) event.format = "extended";
    if (word == "working" && one_of(next, {"breakfast", "lunch", "dinner"})) event.format = "working_" + std::string(next);
    const bool alone = i + 4 < last && word == "one" && next == "-" && one_of(lower(i + 2), {"on", "to"}) && lower(i + 3) == "-" && lower(i + 4) == "one";
    const bool spaced = i + 2 < last && word == "one" && one_of(next, {"on", "to"}) && lower(i + 2) == "one";
    if (alone || spaced || word == "tete" || word == "tête") event.format = "one_to_one";
  }
  if (event.type == EventType::phone_call) event.channel = "phone";
  if (event.type == EventType::video_call) event.channel = "video";
}

/// "a two-hour meeting", "spoke for an hour": a length of time that stands with the cue.
void EventReader::set_duration(Event& event, const Scene& scene) const {
  const Sentence& sentence = document_.sentences[scene.sentence];
  for (const Timex& time : document_.times) {
    if (time.type != TimexType::duration || time.value.empty() || !sentence.span.contains(time.span)) continue;
    const auto [first, last] = document_.tokens_in(time.span);
    if (first == last) continue;
    bool before = !scene.verb && last <= scene.first && scene.first - last <= 3;
    for (Index i = last; before && i < scene.first; ++i) before = document_.tokens[i].shape == Shape::lower || lower(i) == "-";
    const bool beside = first > scene.last && first - scene.last <= 20 && one_of(lower(first - 1), {"for", "about", "over", "almost", "nearly", "around", "than"}) && same_clause(scene, first);
    if (!before && !(beside && scene.verb)) continue;
    event.duration = time.value;
    return;
  }
}

/// No other verb between the cue and the word.
bool EventReader::same_clause(const Scene& scene, Index word) const {
  if (tree_.knows(word)) return tree_.verb_over(word) == tree_.head_of(scene.first, scene.last);
  return std::none_of(document_.tokens.begin() + scene.last, document_.tokens.begin() + word, [](const Token& t) { return one_of(t.lower, {",", ";", "and", "to", "who", "which"}); });
}

/// "The conversation lasted an hour": told of the main event in a sentence of its own.
void EventReader::set_duration_of_main(Event& event) const {
  if (main_scene_) set_duration(event, *main_scene_);
  for (const Scene& scene : scenes_) {
    if (!event.duration.empty()) return;
    const Sentence& sentence = document_.sentences[scene.sentence];
    if (scene.verb || scene.spoken || !scene.definite || !is_of_one_kind(scene.type, event.type)) continue;
    Index at = scene.last;
    while (at < sentence.last && !lexicon_.is(lower(at), "lasting")) ++at;
    if (at == sentence.last) continue;
    const Index verb = tree_.knows(at) ? document_.tokens[tree_.head_of(scene.first, scene.last)].head : at;
    if (verb != at || (!tree_.knows(at) && at > scene.last + 1)) continue;
    for (const Timex& time : document_.times) {
      if (time.type != TimexType::duration || !sentence.span.contains(time.span) || time.span.begin < document_.tokens[at].span.begin) continue;
      event.duration = time.value;
      break;
    }
  }
}

/// The mention that the words [from, to) name as the one who asked for the encounter; "the latter" is whoever was named
/// last before. `evidence` holds the words.
bool EventReader::take_initiator(Event& event, Index from, Index to, const Span& evidence) const {
  if (from >= to) return false;
  const auto set = [&](Index entity) {
    event.initiator = entity;
    event.initiator_span = evidence;
    return true;
  };
  for (Index i = from; i < to; ++i) {
    if (lower(i) != "latter") continue;
    const Participant* last = nullptr;
    for (const Participant& p : event.participants) {
      if (p.mention.part == evidence.part && p.mention.begin < evidence.begin && (!last || last->mention.begin < p.mention.begin)) last = &p;
    }
    return last && set(last->entity);
  }
  const auto [first, last] = mentions_in(document_, span_of(from, to));
  for (Index m = first; m < last; ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.entity != kNone && !one_of(name_of(mention.type), {"place", "organisation"})) return set(mention.entity);
  }
  return false;
}

/// "at the initiative of the Armenian side", "initiated by X", "at X's request": only of the encounter itself; what is
/// asked for or taken up inside it is another matter.
void EventReader::set_initiator(Event& event) const {
  if (one_of(name_of(event.type), {"statement", "letter", "other", "press_conference", "signing"})) return;
  for (Index s = 0; s < document_.sentences.size() && event.initiator == kNone; ++s) {
    const Sentence& sentence = document_.sentences[s];
    if (spoken_[sentence.first]) continue;
    for (Index i = sentence.first + 1; i < sentence.last; ++i) {
      const bool verb = lower(i) == "initiated" && i + 1 < sentence.last && lower(i + 1) == "by";
      if (!(verb || one_of(lower(i), {"initiative", "request"})) || !is_said_of_main(s, i)) continue;
      Index at = i;
      while (at > sentence.first && i - at < 8 && !one_of(lower(at - 1), {"at", "on"})) --at;
      if (!verb && !(at > sentence.first && one_of(lower(at - 1), {"at", "on"}))) continue;
      const bool after = verb || (i + 1 < sentence.last && one_of(lower(i + 1), {"of", "from"}));
      const Index from = after ? i + 1 : at, to = after ? std::min<Index>(sentence.last, i + 10) : i;
      if (from < to && take_initiator(event, from, to, span_of(std::min(from, i), std::max(to, i + 1)))) return;
    }
  }
}

/// "had a telephone conversation at the request of X", "The call was initiated by X", "a call held at X's initiative":
/// the word hangs on the cue of the main event, on what carries that cue, or stands in a sentence about "the call".
bool EventReader::is_said_of_main(Index sentence, Index word) const {
  const auto hangs_on = [&](const Scene& scene) {
    if (!tree_.knows(word)) return scene.first < word && same_clause(scene, word);
    const Index head = tree_.head_of(scene.first, scene.last), above = document_.tokens[word].head, verb = tree_.verb_over(word);
    if (above == head || (above != kNone && document_.tokens[head].head == above)) return true;
    for (const Index child : tree_.children(word)) {
      if (child == head) return true;
    }
    const bool around = verb != kNone && (verb == head || verb == document_.tokens[head].head || document_.tokens[verb].head == head);
    return around || (scene.first < word && word - scene.last < 25 && same_clause(scene, word));
  };
  return std::any_of(scenes_.begin(), scenes_.end(), [&](const Scene& scene) {
    if (scene.sentence != sentence || scene.spoken || !main_scene_) return false;
    const bool main = scene.sentence == main_scene_->sentence && scene.first == main_scene_->first;
    const bool again = scene.definite && is_of_one_kind(scene.type, main_scene_->type);
    const bool event = lower(scene.first) == "event" && scene.definite;
    return (main || again || event) && hangs_on(scene);
  });
}

}  // namespace chancery
