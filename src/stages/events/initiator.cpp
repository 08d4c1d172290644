// Who asked for an encounter, where the text says so of the encounter itself; what is asked for or taken up inside it is
// another matter.
//
//   "spoke at the initiative of the Armenian side", "The call was initiated by X", "held at X's request"  => X
//   "X initiated the call", "X asked for the meeting", "received a call from X"                            => X
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/events/reader.hpp"

namespace chancery {

/// Names that a text uses for one and the same encounter: "met", then "the talks".
bool EventReader::is_of_one_kind(EventType a, EventType b) {
  const auto kind = [](EventType type) { return one_of(name_of(type), {"phone_call", "video_call"}) ? 1 : one_of(name_of(type), {"meeting", "talks", "reception", "summit"}) ? 2 : 3 + static_cast<int>(type); };
  return kind(a) == kind(b);
}

/// The mention that the words [from, to) name as the one who asked for the encounter; "the latter" is whoever was named
/// last before. Two who asked together are no one's initiative. `evidence` holds the words.
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
    if (mention.entity == kNone || one_of(name_of(mention.type), {"place", "group"})) continue;
    const Index begin = document_.tokens_in(mention.span).first;
    for (Index n = m + 1; n < last; ++n) {
      const Mention& other = document_.mentions[n];
      const Index at = document_.tokens_in(other.span).first;
      const bool both = other.entity != mention.entity && other.entity != kNone && at > begin && is_person(mention.entity) == is_person(other.entity) && one_of(lower(lower(at - 1) == "the" ? at - 2 : at - 1), {"and"});
      if (both) return false;
    }
    return set(mention.entity);
  }
  return false;
}

/// "at the initiative of X", "initiated by X", "at X's request" around `word` of a sentence.
bool EventReader::take_asked(Event& event, const Sentence& sentence, Index word) const {
  const bool passive = one_of(lower(word), {"initiated", "requested"}) && word + 1 < sentence.last && lower(word + 1) == "by";
  if (!passive && !lexicon_.is(lower(word), "asking")) return false;
  Index at = word;
  while (at > sentence.first && word - at < 8 && !one_of(lower(at - 1), {"at", "on", "upon", "by"})) --at;
  const bool governed = at > sentence.first && one_of(lower(at - 1), {"at", "on", "upon", "by"});
  if (!passive && !governed) return false;
  const bool after = passive || (word + 1 < sentence.last && one_of(lower(word + 1), {"of", "from"}));
  const Index from = after ? word + 1 : at;
  Index to = after ? std::min<Index>(sentence.last, word + 14) : word;
  for (Index i = from + 1; after && i < to; ++i) {
    const bool stops = one_of(lower(i), {",", ";"}) || document_.tokens[i].upos == "VERB";
    if (stops) to = i;
  }
  return from < to && take_initiator(event, from, to, span_of(std::min(from, word), std::max(to, word + 1)));
}

/// "X initiated the call", "asked for the meeting", "took a call from X": what is asked for is the cue's noun, `noun`.
bool EventReader::take_asking(Event& event, const Sentence& sentence, Index noun) const {
  const Index verb = document_.tokens[noun].head;
  if (verb == kNone || document_.tokens[verb].upos != "VERB" || document_.tokens[verb].sentence != document_.tokens[sentence.first].sentence) return false;
  const std::string& lemma = document_.tokens[verb].lemma;
  const bool object = tree_.relation(noun) == "obj";
  const bool asked_for = (object && one_of(lemma, {"initiate", "request"})) || (lemma == "ask" && tree_.preposition(noun) == "for");
  if (asked_for) {
    const Index who = subject_of(verb), mention = who == kNone ? kNone : tree_.mention_at(who);
    if (mention == kNone || document_.mentions[mention].entity == kNone || document_.tokens[who].deprel == "nsubj:pass") return false;
    event.initiator = document_.mentions[mention].entity;
    event.initiator_span = span_of(std::min(who, verb), std::max(noun, verb) + 1);
    return true;
  }
  if (!object || !one_of(lemma, {"receive", "take", "get"}) || event.type != EventType::phone_call) return false;
  for (const Index top : {noun, verb}) {
    for (const Index child : tree_.children(top)) {
      if (tree_.preposition(child) == "from" && child > noun) return take_initiator(event, child, std::min<Index>(sentence.last, child + 14), span_of(verb, child + 1));
    }
  }
  return false;
}

/// Of one telling of an encounter, the cue `scene`.
bool EventReader::take_initiator_of(Event& event, const Scene& scene) const {
  const Sentence& sentence = document_.sentences[scene.sentence];
  const Index head = tree_.head_of(scene.first, scene.last);
  for (Index i = sentence.first; i < sentence.last; ++i) {
    const bool told = lexicon_.is(lower(i), "asking") || one_of(lower(i), {"initiated", "requested"});
    if (told && hangs_on(scene, i) && take_asked(event, sentence, i)) return true;
  }
  return !scene.verb && tree_.knows(head) && take_asking(event, sentence, head);
}

void EventReader::set_initiator(Event& event) const {
  if (one_of(name_of(event.type), {"statement", "letter", "other", "press_conference", "signing"}) || !main_scene_) return;
  if (take_initiator_of(event, *main_scene_)) return;
  for (const Scene& scene : scenes_) {
    if (!scene.spoken && tells_main_again(scene) && take_initiator_of(event, scene)) return;
  }
  // "The conversation took place at the initiative of X": a name for it that is no cue by itself.
  for (Index s = 0; s < document_.sentences.size(); ++s) {
    const Sentence& sentence = document_.sentences[s];
    for (Index i = sentence.first + 1; i < sentence.last && !spoken_[sentence.first]; ++i) {
      if (!lexicon_.is(lower(i), "again") || !one_of(lower(i - 1), {"the", "this"})) continue;
      if (i + 1 < sentence.last && one_of(lower(i + 1), {"between", "of"})) continue;
      Scene scene;
      scene.sentence = s;
      scene.first = i;
      scene.last = i + 1;
      scene.definite = true;
      if (take_initiator_of(event, scene)) return;
    }
  }
}

/// "The call", "the event", or, in the sentences right after, "During a telephone conversation" with nobody else.
bool EventReader::tells_main_again(const Scene& scene) const {
  const bool itself = scene.sentence == main_scene_->sentence && scene.first == main_scene_->first;
  const bool of_others = scene.last < document_.tokens.size() && one_of(lower(scene.last), {"between", "of"});
  if (itself || of_others || is_ordered(scene)) return false;
  const bool one_kind = is_of_one_kind(scene.type, main_scene_->type);
  if (scene.definite) return one_kind || lower(scene.first) == "event";
  const bool next = scene.sentence > main_scene_->sentence && scene.sentence <= main_scene_->sentence + 2;
  if (!next || scene.verb || scene.type != main_scene_->type || !tree_.knows(scene.first)) return false;
  return one_of(tree_.preposition(tree_.head_of(scene.first, scene.last)), {"during", "in"}) && scene.first < document_.sentences[scene.sentence].first + 5;
}

/// The word hangs on the cue, on what carries that cue, or stands in its clause.
bool EventReader::hangs_on(const Scene& scene, Index word) const {
  if (!tree_.knows(word)) return scene.first < word && same_clause(scene, word);
  const Index head = tree_.head_of(scene.first, scene.last), above = document_.tokens[word].head, verb = tree_.verb_over(word);
  if (above == head || (above != kNone && document_.tokens[head].head == above)) return true;
  for (const Index child : tree_.children(word)) {
    if (child == head) return true;
  }
  const bool around = verb != kNone && (verb == head || verb == document_.tokens[head].head || document_.tokens[verb].head == head);
  return around || (scene.first < word && word - scene.last < 25 && same_clause(scene, word));
}

}  // namespace chancery
