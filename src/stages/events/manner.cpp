// How an encounter took place: channel, format, how long.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/events/reader.hpp"

namespace chancery {

/// "via videoconference", "a virtual summit", "met virtually", but not a "video address", "online safety" or the one guest
/// who spoke "(via videoconference)".
bool EventReader::tells_video(Index word, Index first, Index last) const {
  const std::string& said = lower(word);
  if (!lexicon_.is(said, "video")) return false;
  for (Index i = word; i > first && word - i < 4; --i) {
    if (lower(i - 1) == "(") return false;
    if (lower(i - 1) == ")") break;
  }
  // "Secretary Costa joined virtually": one of those who met.
  if (said == "virtually" && word > first && one_of(lower(word - 1), {"joined", "joining"})) return false;
  if (said.ends_with("conference") || said.ends_with("conferencing") || said == "virtually") return true;
  if (word > first && one_of(lower(word - 1), {"via", "by"})) return true;
  if (said == "online" && document_.tokens[word].deprel == "advmod") return lexicon_.is(document_.tokens[document_.tokens[word].head].lemma, "attending");
  // "a virtual leaders' meeting": up to the noun, past what else describes it.
  for (Index i = word + 1; i < last && i - word < 6; ++i) {
    if (lexicon_.is(lower(i), "channelled")) return true;
    const Shape shape = document_.tokens[i].shape;
    if (one_of(lower(i), {"and", "with", "of", "on", "in", "to", "for"}) || (shape == Shape::punctuation && !one_of(lower(i), {"-", "'", "’"}))) return false;
    if (said == "video" && lower(i) != "-") return false;
  }
  return false;
}

/// "met in person", "an in-person meeting", "face to face".
bool EventReader::tells_in_person(Index word, Index last) const {
  const auto next = [&](Index i) { return i + 1 < last && lower(i + 1) == "-" ? i + 2 : i + 1; };
  const Index second = next(word);
  if (second >= last) return false;
  if (lower(word) == "in" && lower(second) == "person") return true;
  const Index third = next(second);
  return lower(word) == "face" && lower(second) == "to" && third < last && lower(third) == "face";
}

/// Channel and format, where words [first, last) say so.
void EventReader::set_manner(Event& event, Index first, Index last) const {
  for (Index i = first; i < last; ++i) {
    const std::string& word = lower(i);
    const std::string_view next = i + 1 < last ? std::string_view(lower(i + 1)) : std::string_view();
    if (event.channel.empty() && tells_video(i, first, last)) event.channel = "video";
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

/// "met in person with X": where it is said of the cue's own clause, or of its noun.
void EventReader::set_in_person(Event& event, const Scene& scene) const {
  const Sentence& sentence = document_.sentences[scene.sentence];
  const Index from = scene.verb || scene.first < sentence.first + 6 ? sentence.first : scene.first - 6;
  for (Index i = from; event.channel.empty() && i < sentence.last; ++i) {
    if (!tells_in_person(i, sentence.last)) continue;
    const bool before = i < scene.first && scene.first - i <= 6;
    const bool beside = i >= scene.last && i < scene.last + 25 && (scene.verb ? same_clause(scene, i) : i < scene.last + 4);
    if (before || beside) event.channel = "in person";
  }
}

/// What the main event's own sentence leaves open the title may tell, the sentence that opens the text, a line above a
/// transcript ("Via Teleconference"), or a sentence about "the meeting".
void EventReader::set_channel_of_main(Event& event) const {
  const auto look = [&](const Span& span) {
    const auto [first, last] = document_.tokens_in(span);
    for (Index i = first; event.channel.empty() && i < last; ++i) {
      if (tells_video(i, first, last)) event.channel = "video";
    }
  };
  if (main_scene_) set_in_person(event, *main_scene_);
  if (one_of(name_of(event.type), {"letter", "other", "signing"})) return;
  look({0, static_cast<uint32_t>(document_.title.size()), Part::title});
  const bool told_in_text = main_scene_ && !is_title(main_scene_->sentence);
  if (const Sentence* opening = told_in_text ? nullptr : first_of_text()) look(opening->span);
  for (const Block& block : document_.blocks) {
    const bool above = !document_.labels.empty() && block.span.part == Part::text && block.span.end <= document_.labels.front().span.begin && block.span.size() <= 60;
    if (above) look(block.span);
  }
  // "This was stated by X during an online conversation with students."
  for (const Statement& statement : document_.statements) {
    if (event.type != EventType::statement || statement.cue.empty() || statement.cue.begin < statement.span.end || statement.mode != StatementMode::indirect) continue;
    const auto [first, last] = document_.tokens_in(statement.cue);
    if (first < last && first < document_.tokens.size() / 2) look(sentence_of(first).span);
    break;
  }
  for (const Scene& scene : scenes_) {
    const Index head = tree_.head_of(scene.first, scene.last);
    const bool told_of = scene.definite && !scene.verb && !scene.spoken && is_of_one_kind(scene.type, event.type) && tree_.relation(head) == "nsubj";
    if (told_of && !is_ordered(scene) && lexicon_.is(document_.tokens[document_.tokens[head].head].lemma, "carrier")) look(document_.sentences[scene.sentence].span);
  }
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

}  // namespace chancery
