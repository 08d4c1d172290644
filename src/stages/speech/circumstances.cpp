// What holds of every statement, however it was found: to whom it was said, whether it was said at all, what it is about.
//
// By the tree where there is one, else by the words beside the cue.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/speech/reader.hpp"
#include "stages/speech/topics.hpp"

namespace chancery {
namespace {

constexpr Index kRefusalReach = 4;  ///< words between "declined" and "to say"

}  // namespace

void SpeechReader::add_circumstances(const Topics& topics) {
  for (Statement& statement : document_.statements) {
    if (statement.mode != StatementMode::turn) {
      statement.negated |= is_negated(statement);
      if (statement.addressee == kNone) statement.addressee = addressee_of(statement);
    }
    std::vector<Span> pieces = statement.pieces;
    if (pieces.empty()) pieces = {statement.span};
    const Index first = document_.tokens_in(pieces.front()).first, last = document_.tokens_in(pieces.back()).second;
    statement.topics = topics.of(document_.tokens, first, last);
  }
}

/// The word of a cue on which the others hang, where there is a tree; else its first.
Index SpeechReader::head_of_cue(const Span& cue) const {
  const auto [first, last] = document_.tokens_in(cue);
  for (Index i = first; i < last; ++i) {
    const Index head = document_.tokens[i].head;
    if (head != kNone && (head < first || head >= last) && document_.tokens[i].upos != "PUNCT") return i;
  }
  return first;
}

bool SpeechReader::parsed() const { return !document_.tokens.empty() && !document_.tokens.front().deprel.empty(); }

/// "did not say", "never said", "nobody said", "refused to say", "denied".
bool SpeechReader::is_negated(const Statement& statement) const {
  if (statement.cue.empty()) return false;
  const auto& tokens = document_.tokens;
  const Index head = head_of_cue(statement.cue);
  const Sentence& sentence = sentence_of(head);
  if (lexicon_.is(tokens[head].lemma, "denial")) return true;
  if (!parsed()) return negated_before(sentence, document_.tokens_in(statement.cue).first);
  for (Index i = sentence.first; i < sentence.last; ++i) {
    if (tokens[i].head != head || i == head) continue;
    if (lexicon_.is(lower(i), "negation") && !one_of(tokens[i].deprel, {"conj", "ccomp", "xcomp", "obj"})) return true;
    if (tokens[i].deprel != "nsubj") continue;
    if (one_of(lower(i), {"nobody", "none", "neither"})) return true;
    const bool none_of_them = i > sentence.first && tokens[i - 1].head == i && one_of(lower(i - 1), {"no", "neither"});
    if (none_of_them) return true;
  }
  const Index above = tokens[head].head;
  return above != kNone && tokens[head].deprel == "xcomp" && above < head && lexicon_.is(tokens[above].lemma, "refusal");
}

/// The same by the words that stand before the cue.
bool SpeechReader::negated_before(const Sentence& sentence, Index cue) const {
  Index at = cue;
  while (at > sentence.first && (lexicon_.is(lower(at - 1), "adverb") || lexicon_.is(lower(at - 1), "auxiliary") || lower(at - 1) == "be")) --at;
  if (at == sentence.first) return false;
  if (lexicon_.is(lower(at - 1), "negation")) return true;
  return refused_to(sentence, cue) != kNone;
}

/// The verb in "declined to say", where the plain form stands at `cue`; kNone where there is none.
Index SpeechReader::refused_to(const Sentence& sentence, Index cue) const {
  if (cue < sentence.first + 2 || lower(cue - 1) != "to") return kNone;
  for (Index i = cue - 1; i > sentence.first && cue - i <= kRefusalReach; --i) {
    if (lexicon_.is(lower(i - 1), "refusal")) return i - 1;
    if (!lexicon_.is(lower(i - 1), "adverb")) break;
  }
  return kNone;
}

/// Somebody who can be spoken to, whose mention begins at the token or has it for its last word.
Index SpeechReader::hearer_at(Index token, const Statement& statement) const {
  const auto [first, last] = mentions_in(document_, sentence_of(token).span);
  for (Index m = first; m < last; ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.entity == kNone || mention.type == MentionType::nationality || mention.type == MentionType::place) continue;
    if (!mention.span.contains(document_.tokens[token].span)) continue;
    const bool own = std::find(statement.speakers.begin(), statement.speakers.end(), mention.entity) != statement.speakers.end();
    const bool said = statement.span.contains(mention.span) && std::none_of(statement.pieces.begin(), statement.pieces.end(), [&](const Span& p) { return p.end <= mention.span.begin; });
    return own || said || document_.entities[mention.entity].type == MentionType::place ? kNone : mention.entity;
  }
  return kNone;
}

/// The word that `word` hangs with by a preposition: "to" in "said to the President".
bool SpeechReader::governed_by(Index word, std::string_view preposition) const {
  const Sentence& sentence = sentence_of(word);
  for (Index i = word; i-- > sentence.first && word - i < 12;) {
    if (document_.tokens[i].head == word && document_.tokens[i].deprel == "case") return lower(i) == preposition;
  }
  return false;
}

/// "told X that", "said to X", "in a letter to X": whom the cue names as the hearer.
Index SpeechReader::addressee_of(const Statement& statement) const {
  if (statement.cue.empty()) return kNone;
  if (!parsed()) return addressee_after(statement);
  const auto& tokens = document_.tokens;
  const Index head = head_of_cue(statement.cue);
  const Sentence& sentence = sentence_of(head);
  for (Index i = sentence.first; i < sentence.last; ++i) {
    if (tokens[i].head != head || i == head) continue;
    const std::string& relation = tokens[i].deprel;
    const bool object = relation == "iobj" || (relation == "obj" && lexicon_.is(tokens[head].lemma, "told"));
    const bool spoken_to = relation.starts_with("obl") && governed_by(i, "to") && lexicon_.is(tokens[head].lemma, "spoken_to");
    if (object || spoken_to) {
      if (const Index entity = hearer_at(i, statement); entity != kNone) return entity;
    }
    const bool within = (relation.starts_with("obl") || relation == "nsubj" || relation == "obj") && lexicon_.is(tokens[i].lemma, "missive");
    for (Index k = i + 1; within && k < sentence.last && k < i + 8; ++k) {
      if (tokens[k].head != i || !tokens[k].deprel.starts_with("nmod") || !governed_by(k, "to")) continue;
      if (const Index entity = hearer_at(k, statement); entity != kNone) return entity;
    }
  }
  return kNone;
}

/// The same by the words right behind the cue.
Index SpeechReader::addressee_after(const Statement& statement) const {
  const Index after = document_.tokens_in(statement.cue).second;
  const Index cue = document_.tokens_in(statement.cue).first;
  const Sentence& sentence = sentence_of(cue);
  const auto named = [&](Index i) {
    while (i < sentence.last && one_of(lower(i), {"the", "his", "her", "their"})) ++i;
    return i < sentence.last ? hearer_at(i, statement) : kNone;
  };
  if (after < sentence.last && lexicon_.is(lower(cue), "told")) {
    if (const Index entity = named(after); entity != kNone) return entity;
  }
  if (after + 1 < sentence.last && lower(after) == "to" && lexicon_.is(statement.cue_lemma, "spoken_to")) return named(after + 1);
  for (Index i = sentence.first; i + 2 < sentence.last && i < cue; ++i) {
    if (lexicon_.is(lower(i), "missive") && lower(i + 1) == "to") return named(i + 2);
  }
  return kNone;
}

}  // namespace chancery
