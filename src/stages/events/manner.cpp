// How an encounter took place: channel, format, how long, who asked for it.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/events/reader.hpp"

namespace chancery {
namespace {

bool is_call(EventType type) { return type == EventType::phone_call || type == EventType::video_call; }

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
    const bool same = scene.type == event.type || (is_call(scene.type) && is_call(event.type)) || (lower(scene.first) == "meeting" && !is_call(event.type));
    if (scene.verb || scene.spoken || !scene.definite || !same || scene.last >= sentence.last) continue;
    const Index at = one_of(lower(scene.last), {"has", "had"}) ? scene.last + 1 : scene.last;
    if (at >= sentence.last || !lexicon_.is(lower(at), "lasting")) continue;
    for (const Timex& time : document_.times) {
      if (time.type == TimexType::duration && sentence.span.contains(time.span) && time.span.begin > document_.tokens[at].span.begin) {
        event.duration = time.value;
        break;
      }
    }
  }
}

/// The mention that the words [from, to) name as the one who asked for the encounter.
bool EventReader::take_initiator(Event& event, Index from, Index to, const Span& evidence) const {
  if (from >= to) return false;
  const auto [first, last] = mentions_in(document_, span_of(from, to));
  for (Index m = first; m < last; ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.entity == kNone) continue;
    const std::string& country = mention.country.empty() ? document_.entities[mention.entity].country : mention.country;
    const bool takes_part = std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) {
      return p.entity == mention.entity || (!country.empty() && document_.entities[p.entity].country == country);
    });
    if (!takes_part) continue;
    event.initiator = mention.entity;
    event.initiator_span = evidence;
    return true;
  }
  return false;
}

/// "at the initiative of the Armenian side", "initiated by X"; "at the request of X" only of the encounter itself: what
/// is asked for inside the call is another matter.
void EventReader::set_initiator(Event& event) const {
  for (Index s = 0; s < document_.sentences.size(); ++s) {
    const Sentence& sentence = document_.sentences[s];
    if (spoken_[sentence.first]) continue;
    for (Index i = sentence.first + 1; i < sentence.last; ++i) {
      const bool verb = lower(i) == "initiated" && i + 1 < sentence.last && lower(i + 1) == "by";
      const bool noun = lower(i) == "initiative" || (lower(i) == "request" && asks_for_encounter(s, i));
      if (!noun && !verb) continue;
      Index at = i;
      while (at > sentence.first && i - at < 8 && lower(at - 1) != "at" && lower(at - 1) != "on") --at;
      const bool governed = at > sentence.first && one_of(lower(at - 1), {"at", "on"}) && (at == i || i - at < 8);
      if (!verb && !governed) continue;
      const bool after = verb || (i + 1 < sentence.last && one_of(lower(i + 1), {"of", "from"}));
      const Index from = after ? i : at, to = after ? std::min<Index>(sentence.last, i + 10) : i;
      if (take_initiator(event, from, to, from < to ? span_of(std::min(from, i), std::max(to, i + 1)) : Span{})) return;
    }
  }
}

/// "had a telephone conversation at the request of X", "The call took place at X's request".
bool EventReader::asks_for_encounter(Index sentence, Index request) const {
  const auto hangs_on = [&](const Scene& scene) {
    if (!tree_.knows(request)) return scene.first < request && same_clause(scene, request);
    const Index head = tree_.head_of(scene.first, scene.last), verb = tree_.verb_over(request);
    return verb != kNone && (verb == head || verb == document_.tokens[head].head);
  };
  return std::any_of(scenes_.begin(), scenes_.end(), [&](const Scene& scene) {
    const bool main = main_scene_ && scene.sentence == main_scene_->sentence && scene.first == main_scene_->first;
    const bool again = main_scene_ && scene.definite && scene.type == main_scene_->type;
    return scene.sentence == sentence && !scene.spoken && (main || again) && hangs_on(scene);
  });
}

}  // namespace chancery
