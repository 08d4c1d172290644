// Where the text tells of events.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/events/reader.hpp"

namespace chancery {
void EventReader::mark_spoken() {
  spoken_.assign(document_.tokens.size(), false);
  for (const Statement& statement : document_.statements) {
    if (statement.mode == StatementMode::indirect) continue;
    const auto [first, last] = document_.tokens_in(statement.span);
    std::fill(spoken_.begin() + first, spoken_.begin() + last, true);
  }
}

/// Whose words a stretch is: the speaker ("I", "we") or the one addressed ("you").
std::optional<Index> EventReader::speaker_at(const Span& span, bool addressee) const {
  for (auto s = document_.statements.rbegin(); s != document_.statements.rend(); ++s) {
    if (s->mode == StatementMode::indirect || !s->span.contains(span)) continue;
    if (addressee) return s->addressee == kNone ? std::nullopt : std::optional(s->addressee);
    return s->speakers.empty() ? std::nullopt : std::optional(s->speakers.front());
  }
  return std::nullopt;
}

bool EventReader::object_is_person(const Sentence& sentence, Index after, Index reach) const {
  const Index last = std::min<Index>(sentence.last, after + reach);
  if (after >= last) return false;
  for (Index i = after; i < std::min<Index>(last, after + 4); ++i) {
    if (lower(i) == "delegation" || lower(i) == "delegations") return true;
  }
  const auto [first, end] = mentions_in(document_, span_of(after, last));
  for (Index m = first; m < end; ++m) {
    const Mention& mention = document_.mentions[m];
    const auto [token, token_end] = document_.tokens_in(mention.span);
    if (token_end < sentence.last && one_of(lower(token_end), {"'s", "'"})) return false;
    if (token > after && one_of(lower(token - 1), {"of", "by", "from", "in", "for"})) return false;
    if (mention.form == Form::pronoun && one_of(document_.of(mention.span), {"his", "her", "their"})) return false;
    if (is_person(mention.entity) || mention.type == MentionType::office || mention.type == MentionType::group) return true;
  }
  return false;
}

/// "welcomed the President", but "welcomed the President's words": the object itself is somebody. An object that the
/// parser does not find is looked for by the words.
bool EventReader::receives_somebody(const Scene& scene) const {
  const Index head = tree_.head_of(scene.first, scene.last);
  for (const Index child : tree_.children(head)) {
    if (tree_.relation(child) != "obj" && document_.tokens[child].deprel != "nsubj:pass") continue;
    const Index m = tree_.mention_at(child);
    const bool somebody = m != kNone && (is_person(document_.mentions[m].entity) || one_of(name_of(document_.mentions[m].type), {"office", "group"}));
    return somebody || lexicon_.is(document_.tokens[child].lemma, "side");
  }
  return object_is_person(sentence_of(scene.first), scene.last, 6);
}

/// "spoke with X", "X and Y spoke today"; on the sidelines of something, or in person, they met.
bool EventReader::tells_speaking(const Sentence& sentence, Scene& scene) const {
  const bool plain = scene.last == scene.first + 1;
  for (Index i = scene.last; i < std::min<Index>(sentence.last, scene.last + 12); ++i) {
    if (one_of(lower(i), {"video", "videoconference"})) scene.type = EventType::video_call;
    if (plain && (lexicon_.is(lower(i), "margins") || tells_in_person(i, sentence.last))) scene.type = EventType::meeting;
  }
  for (Index i = scene.last; i < std::min<Index>(sentence.last, scene.last + 10); ++i) {
    if (lower(i) == "with" || (lower(i) == "to" && object_is_person(sentence, i, 4))) return !plain || object_is_person(sentence, i, 8);
  }
  if (scene.last == sentence.last || !tree_.knows(scene.first) || !one_of(lower(scene.last), {"today", "yesterday", "on", "this", "earlier", "again"})) return false;
  const bool dated = std::any_of(document_.times.begin(), document_.times.end(), [&](const Timex& t) {
    const Index at = document_.tokens_in(t.span).first;
    return sentence.span.contains(t.span) && at >= scene.last && at <= scene.last + 1;
  });
  const Index subject = subject_of(tree_.head_of(scene.first, scene.last));
  if (!dated || subject == kNone) return false;
  const auto all = tree_.joined(subject);
  return std::count_if(all.begin(), all.end(), [&](Index i) { return tree_.mention_at(i) != kNone && is_person(document_.mentions[tree_.mention_at(i)].entity); }) >= 2;
}

/// "Leaders gathered in Lima", "chaired a meeting", but "gathered a collection", "having chaired the committee", "a
/// summit chaired by Chile".
bool EventReader::tells_gathering(const Sentence& sentence, const Scene& scene) const {
  if (!tree_.knows(scene.first)) return true;
  const Index head = tree_.head_of(scene.first, scene.last);
  const bool gathers = lower(scene.first) == "gathered";
  if (!gathers && tree_.relation(head) == "acl" && scene.last < sentence.last && lower(scene.last) == "by") return false;
  bool having = false;
  for (const Index child : tree_.children(head)) {
    having |= !gathers && tree_.relation(child) == "aux" && lower(child) == "having";
    const Index m = tree_.mention_at(child);
    const bool somebody = m != kNone && (is_person(document_.mentions[m].entity) || one_of(name_of(document_.mentions[m].type), {"office", "group"}));
    if (gathers && tree_.relation(child) == "obj" && !somebody) return false;
  }
  return !having;
}

/// "will talk with X", but "will talk about money".
bool EventReader::tells_talk(const Sentence& sentence, const Scene& scene) const {
  for (Index i = scene.last; i < std::min<Index>(sentence.last, scene.last + 6); ++i) {
    if (one_of(lower(i), {"with", "to"})) return object_is_person(sentence, i + 1, 8);
  }
  return false;
}

/// Ordinary uses of a cue's words are no events: "call for", "received support", "met the target".
bool EventReader::valid(const Sentence& sentence, Scene& scene) const {
  const std::string& word = lower(scene.first);
  const std::string next = scene.last < sentence.last ? lower(scene.last) : std::string();
  const std::string previous = scene.first > sentence.first ? lower(scene.first - 1) : std::string();
  if (word == "call" || word == "calls") {
    if (one_of(next, {"for", "on", "upon", "to"}) || one_of(previous, {"to", "i", "we", "they", "will"})) return false;
    if (next == "of") return false;  // "above the call of duty"
    return is_title(scene.sentence) || one_of(next, {"with", "between", ",", "on", "today", "yesterday", "this", "from"}) || one_of(previous, {"a", "the", "introductory", "their", "phone"});
  }
  if (scene.verb && scene.type == EventType::reception) {
    // To host an occasion is to meet: "hosted a roundtable".
    const bool hosts = word.starts_with("host") || lower(scene.last - 1).starts_with("host");
    const bool whom = tree_.knows(scene.first) && !hosts ? receives_somebody(scene) : object_is_person(sentence, scene.last, 6);
    if (whom && !(hosts && one_of(next, {"a", "an"}))) return true;
    if (hosts && one_of(next, {"a", "an", "the"})) scene.type = EventType::meeting;
    return scene.type == EventType::meeting;
  }
  if (word == "spoke") return tells_speaking(sentence, scene);
  // "a conversation" is an encounter only with somebody.
  if (scene.type == EventType::talks && lower(scene.last - 1) == "conversation") return !is_title(scene.sentence) && next == "with" && scene.last + 1 < sentence.last && !one_of(lower(scene.last + 1), {"them", "him", "her"}) && object_is_person(sentence, scene.last + 1, 8);
  if (one_of(word, {"gathered", "chaired", "co-chaired"})) return tells_gathering(sentence, scene);
  if (scene.type == EventType::talks && scene.verb && lower(scene.last - 1) == "talk") return tells_talk(sentence, scene);
  // "the Strategic Dialogue" is held; a political dialogue goes on.
  if (lower(scene.last - 1) == "dialogue" && document_.tokens[scene.last - 1].shape == Shape::lower) return false;
  if (word == "discussions" && !one_of(next, {"with", "between"})) return false;
  if (word == "meet" && !object_is_person(sentence, scene.last, 8) && !one_of(next, {"with", "on", "in", "at", "again"})) return false;
  if (word == "met" && scene.last - scene.first == 1) return object_is_person(sentence, scene.last, 8) || one_of(next, {"today", "yesterday", "on", "in", "at", "virtually", "separately", "again", "several", "last", "earlier", "recently", "this", "twice", "before", "for", "here"});
  const std::string second = scene.last + 1 < sentence.last ? lower(scene.last + 1) : std::string();
  if (word == "signed" && (one_of(next, {"up", "off", "out"}) || (next == "on" && second == "to"))) return false;
  if (scene.verb && word == "travel" && previous != "to" && previous != "will") return false;
  if (!scene.verb && one_of(word, {"address", "statement", "message", "letter", "visit", "travel", "tour"}) && previous == "to") return false;
  if (one_of(word, {"marked", "celebrated", "opened", "presented", "founded", "launched"}) && previous == "-") return false;
  if (one_of(word, {"vote", "contest", "launch", "panel", "fair", "week", "trial", "hearing", "opening"}) && scene.rank == EventCue::Rank::occasion) return is_title(scene.sentence);
  return true;
}

void EventReader::find_scenes() {
  for (Index s = 0; s < document_.sentences.size(); ++s) {
    const Sentence& sentence = document_.sentences[s];
    for (Index i = sentence.first; i < sentence.last; ++i) {
      const auto match = lexicon_.match(document_.tokens, i, sentence.last);
      if (!match.cue) continue;
      Scene scene;
      scene.sentence = s;
      scene.first = i;
      scene.last = i + match.length;
      scene.type = match.cue->type;
      scene.rank = match.cue->rank;
      scene.verb = match.cue->verb;
      scene.spoken = spoken_[i];
      if (scene.type == EventType::visit && scene.last == i + 1 && one_of(lower(i), {"visit", "visits"})) {
        const bool infinitive = i > sentence.first && one_of(lower(i - 1), {"to", "will", "would", "may", "can", "should", "and"});
        scene.verb = tree_.knows(i) ? document_.tokens[i].upos == "VERB" : infinitive;
      }
      Index determiner = i;
      for (int back = 0; back < 3 && determiner > sentence.first && document_.tokens[determiner - 1].shape == Shape::lower && !lexicon_.is(lower(determiner), "definite"); ++back) --determiner;
      scene.definite = !scene.verb && (lexicon_.is(lower(determiner), "definite") || (i > sentence.first && (lexicon_.is(lower(i - 1), "definite") || one_of(lower(i - 1), {"'s", "'"}))));
      i = scene.last - 1;
      if (valid(sentence, scene)) scenes_.push_back(scene);
    }
  }
}

}  // namespace chancery
