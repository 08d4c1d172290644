// Whether an event took place, will, is wished for, or is called off: by the tree where a parser has read the sentence,
// else by the words before and after the cue.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/events/reader.hpp"

namespace chancery {

/// "postponed" near the cue, or as the predicate of a noun further ahead: "The visit of X to Y ... has been postponed".
bool EventReader::called_off(const Sentence& sentence, const Scene& scene, Index word) const {
  if (!lexicon_.is(lower(word), "postponed") && !lexicon_.is(lower(word), "cancelled")) return false;
  const bool predicate = word > sentence.first && one_of(lower(word - 1), {"been", "was", "were", "is", "are", "be"});
  const bool moved = one_of(lower(word), {"moved", "shifted"});  // "moved to Friday", but "moved by the visit"
  if (moved && !(predicate && word + 1 < sentence.last && one_of(lower(word + 1), {"to", "from", "forward"}))) return false;
  if (word + 8 > scene.first && word < scene.last + 8) return true;
  const bool nearer = std::any_of(scenes_.begin(), scenes_.end(), [&](const Scene& s) { return s.first > scene.first && s.first < word; });
  return predicate && !scene.verb && word > scene.last && !nearer;
}

/// "will meet", "is scheduled", "has been postponed": by the words before the cue and the tense of its clause.
Status EventReader::status_of(const Sentence& sentence, const Scene& scene) const {
  const Index from = scene.first > sentence.first + 12 ? scene.first - 12 : sentence.first;
  for (Index i = sentence.first; i < sentence.last; ++i) {
    if (!called_off(sentence, scene, i)) continue;
    return lexicon_.is(lower(i), "postponed") ? Status::postponed : Status::cancelled;
  }
  for (Index i = scene.first; i < scene.last; ++i) {
    if (lower(i) == "will") return Status::planned;
  }
  for (Index i = scene.first; i > from; --i) {
    const std::string& word = lower(i - 1);
    if (word == "." || word == ";" || word == "who" || word == "which") break;
    if (lexicon_.is(word, "future")) return Status::planned;
  }
  const Index reach = std::min<Index>(sentence.last, scene.last + 10);
  for (Index i = scene.last; i < reach; ++i) {
    if (one_of(lower(i), {"scheduled", "planned"}) || (lower(i) == "will" && i + 1 < reach && one_of(lower(i + 1), {"take", "be"}) && !scene.verb)) return Status::planned;
    if (one_of(lower(i), {",", "which", "who", "that"})) break;
  }
  return Status::happened;
}

/// Of a verb: its auxiliaries, a "not", and what an infinitive hangs on.
Status EventReader::status_of_verb(Index verb, int steps) const {
  bool modal = false, perfect = false, infinitive = false, subject = false;
  for (const Index child : tree_.children(verb)) {
    const std::string& word = lower(child);
    const std::string_view relation = tree_.relation(child);
    if (relation == "advmod" && one_of(word, {"not", "n't", "never"})) return Status::denied;
    if (relation == "aux" && one_of(word, {"will", "shall", "'ll"})) return Status::planned;
    modal |= relation == "aux" && one_of(word, {"would", "could", "should", "may", "might", "can", "must"});
    perfect |= relation == "aux" && lower(child) == "have";
    infinitive |= relation == "mark" && word == "to";
    subject |= relation == "nsubj";
  }
  if (modal && !perfect) return Status::proposed;
  const Index above = document_.tokens[verb].head;
  const std::string_view relation = tree_.relation(verb);
  if (above == kNone || steps == 0) return Status::happened;
  if (lexicon_.is(document_.tokens[verb].lemma, "outlook") && !infinitive && document_.tokens[verb].feats.find("VerbForm=Part") != std::string::npos) return Status::planned;
  if (infinitive && (lexicon_.is(document_.tokens[above].lemma, "wish") || lexicon_.is(document_.tokens[above].lemma, "wish_to"))) return Status::proposed;
  if (infinitive && lexicon_.is(document_.tokens[above].lemma, "failing")) return Status::denied;
  if (infinitive && relation == "advcl") return status_of_verb(above, steps - 1);
  if (infinitive && one_of(relation, {"xcomp", "acl", "csubj", "ccomp"})) {
    // "the first minister to visit the city"
    for (const Index child : tree_.children(above)) {
      if (relation == "acl" && one_of(lower(child), {"first", "last", "only", "second"})) return Status::happened;
    }
    const bool same_time = one_of(document_.tokens[above].lemma, {"continue", "begin", "start", "manage", "come", "go", "be", "get"});
    return same_time ? status_of_verb(above, steps - 1) : Status::planned;
  }
  if (relation == "conj" && !subject) return status_of_verb(above, steps - 1);
  return Status::happened;
}

Status EventReader::status_by_tree(const Sentence& sentence, const Scene& scene, const Domain& domain) const {
  if (scene.verb) {
    const Status told = status_of(sentence, scene);
    return one_of(name_of(told), {"postponed", "cancelled"}) ? told : status_of_verb(domain.head, 4);
  }
  for (Index i = sentence.first; i < sentence.last; ++i) {
    if (called_off(sentence, scene, i)) return status_of(sentence, scene);
  }
  for (const Index child : tree_.children(domain.head)) {
    if (tree_.relation(child) == "det" && lower(child) == "no") return Status::denied;
    if (child < domain.head && one_of(lower(child), {"possible", "potential", "proposed"})) return Status::proposed;
    if (child < domain.head && lexicon_.is(lower(child), "outlook")) return Status::planned;
    // "talks scheduled for Monday", "a summit to be held in May"
    if (tree_.relation(child) == "acl" && lexicon_.is(lower(child), "outlook")) return Status::planned;
    if (tree_.relation(child) == "acl" && status_of_verb(child, 0) == Status::planned) return Status::planned;
    for (const Index below : tree_.children(child)) {
      if (tree_.relation(child) == "acl" && tree_.relation(below) == "mark" && lower(below) == "to") return Status::planned;
    }
  }
  if (domain.verb != kNone) {
    if (lexicon_.is(document_.tokens[domain.verb].lemma, "ahead")) return Status::planned;
    return status_of_verb(domain.verb, 4);
  }
  // "preparations for the visit", "invited him to the summit", "will discuss it at the meeting"
  for (Index at = document_.tokens[domain.head].head, steps = 0; at != kNone && steps < 3; at = document_.tokens[at].head, ++steps) {
    const bool at_it = one_of(tree_.preposition(domain.head), {"at", "during", "within", "in"});
    if (!at_it && lexicon_.is(document_.tokens[at].lemma, "wish")) return Status::proposed;
    if (!at_it && lexicon_.is(document_.tokens[at].lemma, "ahead")) return Status::planned;
    // "before the beginning of the summit"
    if (one_of(document_.tokens[at].lemma, {"begin", "beginning", "start", "opening"}) && one_of(tree_.preposition(at), {"before", "ahead", "until"})) return Status::planned;
    if (document_.tokens[at].upos != "VERB") continue;
    const auto below = tree_.children(at);
    const bool will = std::any_of(below.begin(), below.end(), [&](Index c) { return tree_.relation(c) == "aux" && one_of(lower(c), {"will", "shall"}); });
    return will && at_it ? Status::planned : Status::happened;
  }
  return one_of(tree_.preposition(domain.head), {"before", "ahead", "until"}) ? Status::planned : Status::happened;
}

}  // namespace chancery
