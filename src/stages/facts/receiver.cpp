#include "stages/facts/receiver.hpp"

#include <algorithm>

#include "stages/facts/tree.hpp"

namespace chancery::facts {
namespace {

constexpr Index kLongestName = 22;  ///< words of "current staff and retired employees of the ... Library"

class ReceiverReader {
 public:
  ReceiverReader(const Document& document, Index end, const Voices& voices, const Agents& agents, const Cues& cues)
      : document_(document), tokens_(document.tokens), end_(end), voices_(voices), agents_(agents), cues_(cues) {}

  Receivers read(Index at) {
    Receivers out;
    Index i = at;
    while (i < end_) {
      const Index next = one(i, out);
      if (next == i) break;
      i = out.end = next;
      if (i + 1 < end_ && tokens_[i].lower == "," && is_apposition(i + 1, out)) break;
      // "you and the entire nation", "X, Y and Z"
      if (i < end_ && tokens_[i].lower == "," && i + 1 < end_ && mention_at(skip_determiners(i + 1))) ++i;
      else if (i + 1 < end_ && tokens_[i].lower == "and" && !is_verb(i + 1) && !opens_clause(i + 1) && !cues_.at(tokens_, i, end_, {"receiver_stop"})) ++i;
      else break;
      const bool again = i + 1 < end_ && tokens_[i].lower == "to" && (tokens_[i].upos.empty() || tokens_[i].upos == "ADP");
      if (again) ++i;  // "to X and to Y"
    }
    return out;
  }

 private:
  bool is_verb(Index i) const {
    const bool tagged = tokens_[i].upos == "VERB" && tokens_[i].feats.find("VerbForm=Part") == std::string::npos;
    return tagged || cues_.has(tokens_[i].lower, "exchange");
  }

  /// "to you and I have the honour"
  bool opens_clause(Index i) const { return cues_.has(tokens_[i].lower, "subject_pronoun") && tokens_[i].lower != "you"; }

  /// "another friend, John Smith": the name takes the place of the words before it; "the fair, RIVER" names it again.
  bool is_apposition(Index at, Receivers& out) const {
    const Mention* mention = mention_at(at);
    if (!mention && cues_.has(tokens_[at].lower, "determiner")) mention = mention_at(at + 1);
    if (!mention || out.all.empty() || !is_parsed(document_, at)) return false;
    const auto [first, last] = document_.tokens_in(mention->span);
    for (Index i = first; i < last; ++i) {
      if (!has_relation(tokens_[i], {"appos"})) continue;
      const bool acts = mention->type == MentionType::person || mention->type == MentionType::country;
      if (acts && out.all.back().entity == kNone) out.all.back() = {mention->entity, {}, false};
      return true;
    }
    return false;
  }

  Index skip_determiners(Index i) const {
    while (i < end_ && cues_.has(tokens_[i].lower, "determiner")) ++i;
    return i;
  }

  /// The mention that begins at token `i` (or just before it, with its determiner).
  const Mention* mention_at(Index i) const {
    if (i >= end_) return nullptr;
    const Span& span = tokens_[i].span;
    const Mention* longest = nullptr;
    for (Index m = document_.first_mention(span); m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.span.part != span.part || mention.span.begin != span.begin) break;
      if (mention.entity != kNone && (!longest || mention.span.end > longest->span.end)) longest = &mention;
    }
    return longest;
  }

  Index past(const Span& span) const { return document_.tokens_in({span.begin, span.end, span.part}).second; }

  /// Reads one receiver; gives back the first token after it, `at` where there is none.
  Index one(Index at, Receivers& out) {
    const std::string& word = tokens_[at].lower;
    if (cues_.has(word, "object_pronoun")) return pronoun(at, out);
    const Index noun = skip_determiners(at);
    if (noun >= end_) return at;
    if (noun > at && noun + 1 < end_ && tokens_[noun].lower == "of") return one(noun + 1, out);  // "each of them"
    // "Mr. Kim" where the name alone is a mention
    const bool honorific = noun + 1 < end_ && !mention_at(noun) && cues_.has(tokens_[noun].lower, "honorific");
    if (honorific && mention_at(noun + 1)) return one(noun + 1, out);
    const Mention* mention = mention_at(noun);
    if (!mention && noun > at) mention = mention_at(at);
    if (mention && is_whole(*mention)) {
      for (const Index entity : agents_.members(mention->entity)) out.all.push_back({entity, {}, false});
      return whole_name(*mention);
    }
    return described(at, noun, out);
  }

  Index pronoun(Index at, Receivers& out) {
    const std::string& word = tokens_[at].lower;
    const Mention* mention = mention_at(at);
    Index entity = kNone;
    if (word == "you") entity = agents_.addressee(voices_, at);
    else if (word == "me" || word == "us") entity = voices_.speaker(at);
    else if (mention) entity = mention->entity;
    Index next = at + 1;
    if (next < end_ && tokens_[next].lower == "all") ++next;
    if (entity != kNone) {
      for (const Index member : agents_.members(entity)) out.all.push_back({member, {}, word != "you"});
    }
    return next;
  }

  /// A nationality or country that only describes ("Ukrainian soldiers") is no receiver; a group that goes on is not whole.
  bool is_whole(const Mention& mention) const {
    const Index next = past(mention.span);
    if (mention.type == MentionType::nationality) return false;
    if (next >= end_ || mention.type == MentionType::office) return true;
    const bool lower_word = tokens_[next].shape == Shape::lower && !ends_name(next) && tokens_[next].lower != "and";
    if (mention.type == MentionType::group) return !lower_word && !continues_group(next) && tokens_[next].lower != "and";
    const bool capital_word = mention.type != MentionType::person && tokens_[next].shape == Shape::capitalised && !mention_at(next);
    return !lower_word && !capital_word;
  }

  /// "participants, organisers and guests of", "participants in a conference"
  bool continues_group(Index next) const {
    const std::string& word = tokens_[next].lower;
    return word == "of" || (word == "," && lists_on(next, end_)) || attends(next);
  }

  /// "participants in", "guests at": the event belongs to the name.
  bool attends(Index preposition) const {
    return preposition > 0 && cues_.has(tokens_[preposition].lower, "attending") && cues_.has(tokens_[preposition - 1].lower, "attendee");
  }

  /// "President of Kazakhstan Kassym-Jomart Tokayev": office and name side by side are one receiver.
  Index whole_name(const Mention& mention) const {
    Index next = past(mention.span);
    while (const Mention* more = mention_at(next)) {
      if (more->entity != mention.entity) break;
      next = past(more->span);
    }
    return next;
  }

  bool ends_name(Index i) const {
    const Token& token = tokens_[i];
    if (token.shape == Shape::punctuation && token.lower != "-" && token.lower != "'s" && token.lower != "'") return true;
    if (cues_.at(tokens_, i, end_, {"receiver_stop"})) return true;
    // "gathered near the square" ends the name, "the applied conference" does not.
    const bool participle = token.shape == Shape::lower && token.lower.size() > 4 && token.lower.ends_with("ed");
    const bool before_preposition = i + 1 < end_ && cues_.has(tokens_[i + 1].lower, "after_participle");
    return participle && before_preposition && !cues_.has(token.lower, "adjective");
  }

  /// Words that name a group: up to a stop word, prepositions of place and the like kept after "of".
  Index described(Index at, Index noun, Receivers& out) {
    const Index limit = std::min(end_, noun + kLongestName);
    Index i = noun;
    bool inside_of = false;
    while (i < limit) {
      const bool bound = inside_of && (tokens_[i].lower == "for" || tokens_[i].lower == "in") && i + 1 < limit && tokens_[i + 1].shape == Shape::capitalised && tokens_[i - 1].shape == Shape::capitalised;
      const bool list = tokens_[i].lower == "," && lists_on(i, limit);
      const bool place = i > noun && attends(i);
      inside_of = inside_of || place;
      const bool broken = tokens_[i].lower == "-" && tokens_[i].space_before;  // "the people of - of the nations"
      if (broken || (ends_name(i) && !bound && !list && !place) || cues_.at(tokens_, i, end_, {"verb", "give"})) break;
      inside_of = inside_of || tokens_[i].lower == "of";
      ++i;
    }
    while (i > noun && (tokens_[i - 1].lower == "and" || tokens_[i - 1].lower == "of" || tokens_[i - 1].lower == "'s")) --i;
    if (i == noun) return at;
    const bool keeps_article = noun > at && tokens_[noun - 1].lower == "entire";
    const Index first = keeps_article ? at : noun;
    out.all.push_back({kNone, span_of(document_, first, i)});
    return i;
  }

  /// "participants, organisers and guests of": a short list of plain nouns.
  bool lists_on(Index comma, Index limit) const {
    for (Index i = comma + 1; i < std::min(limit, comma + 5); ++i) {
      if (tokens_[i].lower == "and") return i > comma + 1;
      if (tokens_[i].shape != Shape::lower || ends_name(i)) return false;
    }
    return false;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  Index end_;
  const Voices& voices_;
  const Agents& agents_;
  const Cues& cues_;
};

}  // namespace

Receivers receivers_at(const Document& document, Index at, Index end, const Voices& voices, const Agents& agents, const Cues& cues) {
  return ReceiverReader(document, end, voices, agents, cues).read(at);
}

}  // namespace chancery::facts
