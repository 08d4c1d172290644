// What a cue governs: where the content of reported speech begins.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/speech/reader.hpp"

namespace chancery {
namespace {

constexpr int kMostSteps = 60;  ///< up a tree

bool is_stop(std::string_view word) { return word == "." || word == "!" || word == "?" || word == ";"; }

}  // namespace

/// Words that may stand between a cue and what it governs: "in the strongest possible terms", "at the briefing".
Index SpeechReader::skip_phrase(const Sentence& sentence, Index at) const {
  Index i = at;
  for (int phrase = 0; phrase < 2 && i < sentence.last; ++phrase) {
    while (i < sentence.last && lexicon_.is(lower(i), "adverb")) ++i;
    if (!one_of(lower(i), {"in", "at", "during", "on", "to", "with", "after", "before"})) break;
    Index end = i + 1;
    while (end < sentence.last && end - i < 14 && !one_of(lower(end), {"that", ",", ".", "the", "his", "her", "its", "their"}) && !lexicon_.match(document_.tokens, end, sentence.last).cue) ++end;
    // "at the briefing that", "to the President that": an article inside the phrase is no content yet.
    if (end < sentence.last && lower(end) == "the" && end == i + 1) {
      ++end;
      while (end < sentence.last && end - i < 16 && !one_of(lower(end), {"that", ",", ".", "the", "his", "her", "its", "their"})) ++end;
    }
    if (end >= sentence.last || lower(end) == ".") return at;
    i = lower(end) == "," ? end + 1 : end;
  }
  return i;
}

/// "his sincere gratitude", "to convey his greetings": courtesies have a layer of their own.
bool SpeechReader::is_courtesy(const Sentence& sentence, Index start) const {
  for (Index i = start; i < std::min<Index>(sentence.last, start + 5); ++i) {
    if (lexicon_.is(lower(i), "courtesy")) return true;
    if (one_of(lower(i), {"for", "that", "of", "over", "on"})) return false;
  }
  return false;
}

/// First token of the content, or `after` minus one where the cue governs nothing.
Index SpeechReader::content_start(const Sentence& sentence, Index after, const Cue& cue, Index& hearer) const {
  const Index none = after - 1;
  if (after >= sentence.last) return none;
  Index at = after;
  while (at < sentence.last && lexicon_.is(lower(at), "adverb") && !one_of(lower(at), {"both", "all", "each"})) ++at;
  if (at >= sentence.last || is_stop(lower(at))) return none;
  if (cue.has(Cue::that) && lower(at) == ",") {
    // "noted, in particular, that"
    for (Index i = at + 1; i < std::min<Index>(sentence.last, at + 10); ++i) {
      if (lower(i) == "that" && lower(i - 1) == ",") return i + 1;
    }
    return none;
  }
  if (lower(at) == "that" && (cue.has(Cue::that) || cue.has(Cue::clause))) return at + 1;
  if (cue.has(Cue::that) && lexicon_.is(lower(at), "indirect_question")) return at + 2 < sentence.last ? at : none;
  if (cue.has(Cue::on) && lower(at) == "on") return at + 1 < sentence.last ? at + 1 : none;
  // A hearer or a phrase, then "that"
  const Index reach = std::min<Index>(sentence.last, at + 18);
  const bool may_have_hearer = cue.has(Cue::hearer) || cue.has(Cue::that) || cue.has(Cue::clause) || cue.has(Cue::on);
  if (may_have_hearer) {
    for (Index i = at; i < reach && !is_stop(lower(i)); ++i) {
      if (lower(i) == "," && !cue.has(Cue::hearer)) break;
      if (i > at && lexicon_.match(document_.tokens, i, reach).cue) break;
      const bool joined_by = cue.has(Cue::on) && lower(i) == "on" && i > at;
      if (lower(i) != "that" && !joined_by) continue;
      const auto [first, last] = mentions_in(document_, span_of(at, i + 1));
      const bool phrase = one_of(lower(at), {"in", "at", "during", "on", "to", "with"}) || cue.has(Cue::hearer);
      const bool noun_that = cue.has(Cue::np) && i > at && lexicon_.is(lower(i - 1), "content_noun");
      if (!phrase && !noun_that) break;
      for (Index m = first; m < last && hearer == kNone; ++m) {
        const Index entity = document_.mentions[m].entity;
        if (entity != kNone && document_.entities[entity].type == MentionType::person && lower(at) != "with") hearer = entity;
      }
      return i + 1 < sentence.last ? i + 1 : none;
    }
  }
  if (cue.has(Cue::np)) {
    // "expressed hope that", "stressed the fact that"
    for (Index i = at; i + 1 < std::min<Index>(sentence.last, at + 4); ++i) {
      if (lexicon_.is(lower(i), "content_noun") && lower(i + 1) == "that") return i + 2 < sentence.last ? i + 2 : none;
    }
  }
  if (cue.has(Cue::to)) {
    for (Index i = at; i < std::min<Index>(sentence.last, at + 26); ++i) {
      if (is_stop(lower(i)) || (lower(i) == "," && i > at + 12)) break;
      if (lower(i) != "to" || i + 1 >= sentence.last || document_.tokens[i + 1].shape != Shape::lower || lexicon_.is(lower(i + 1), "adverb")) continue;
      if (one_of(lower(i + 1), {"the", "a", "an", "his", "her", "its", "their", "this", "these"})) continue;
      const auto [first, last] = mentions_in(document_, span_of(at, i + 1));
      if (first < last) hearer = document_.mentions[first].entity;
      return i;
    }
  }
  if (cue.has(Cue::np)) {
    const Index start = skip_phrase(sentence, at);
    if (start >= sentence.last || is_stop(lower(start)) || one_of(lower(start), {"by", "as", "and", "or", "to", "with", "in", "at", "on", "for", "from", "about", ",", ":", ")", "of"})) return none;
    // To welcome or praise a person is a courtesy, unless something of theirs is meant.
    const auto [first, last] = mentions_in(document_, document_.tokens[start].span);
    if (first < last && one_of(cue.lemma, {"welcome"})) {
      const Index entity = document_.mentions[first].entity;
      const Index end = document_.tokens_in(document_.mentions[first].span).second;
      const bool owned = end < sentence.last && one_of(lower(end), {"'s", "'"});
      const bool pronoun = document_.mentions[first].form == Form::pronoun && one_of(lower(start), {"him", "her", "them"});
      if (entity != kNone && document_.entities[entity].type == MentionType::person && !owned && (pronoun || document_.mentions[first].form != Form::pronoun)) return none;
    }
    return start;
  }
  if (cue.has(Cue::clause)) {
    // "said he expected", "said there was a need": a subject follows at once.
    const auto [first, last] = mentions_in(document_, document_.tokens[at].span);
    const bool subject = one_of(lower(at), {"he", "she", "it", "they", "there", "this", "the", "we", "i", "his", "her", "their", "such", "a", "an", "no", "all"}) || first < last;
    return subject ? at : none;
  }
  return none;
}

/// Where what is said ends: before the sentence's end, before a mark whose other half is outside, and before a clause that goes
/// with the cue and not with what is said.
Index SpeechReader::content_end(const Sentence& sentence, Index start, Index cue) const {
  Index end = sentence.last;
  const auto odd = [&] { return std::count_if(document_.tokens.begin() + start, document_.tokens.begin() + end, [&](const Token& t) { return is_double_mark(document_.of(t)); }) % 2 == 1; };
  while (end > start && (is_stop(lower(end - 1)) || (is_double_mark(word(end - 1)) && odd()))) --end;
  return parsed() ? std::min(end, other_clause(start, end, cue)) : end;
}

/// The comma before a clause that hangs on the cue itself: "noted that A, while B stressed that C"; `end` where there is none.
Index SpeechReader::other_clause(Index start, Index end, Index cue) const {
  const auto& tokens = document_.tokens;
  for (Index i = start; i < end; ++i) {
    if (tokens[i].head != cue || !one_of(tokens[i].deprel, {"advcl", "conj"})) continue;
    Index begin = i;
    for (Index k = start; k < i; ++k) {
      Index at = k;
      for (int steps = 0; at != kNone && at != i && at != cue && steps < kMostSteps; ++steps) at = tokens[at].head;
      if (at != i) continue;
      begin = k;
      break;
    }
    const bool governed = begin > start && lower(begin - 1) == "that";
    if (begin > start + 1 && lower(begin - 1) == "," && lower(begin) != "that" && !governed && (begin + 1 >= end || lower(begin + 1) != "that")) return begin - 1;
  }
  return end;
}

}  // namespace chancery
