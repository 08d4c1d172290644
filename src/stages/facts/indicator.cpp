#include "stages/facts/indicator.hpp"

#include <algorithm>

#include "stages/facts/periods.hpp"
#include "stages/facts/voices.hpp"

namespace chancery::facts {
namespace {

constexpr int kLongestWay = 4;  ///< steps from a quantity to what it measures

class Measured {
 public:
  Measured(const Document& document, const Quantity& quantity, Stretch sentence, const Cues& cues)
      : document_(document), tokens_(document.tokens), quantity_(quantity), sentence_(sentence), cues_(cues) {}

  Stretch read(Index top) const {
    if (const Stretch gap = gapped(); !gap.empty()) return gap;
    if (const Stretch next = noun_after(); !next.empty()) return next;
    if (const Stretch goods = worth(); !goods.empty()) return goods;
    Index at = top;
    for (int step = 0; at != kNone && step < kLongestWay; ++step) {
      if (const Stretch what = of_what(at); !what.empty()) return what;
      const Token& word = tokens_[at];
      if (has_relation(word, {"nummod", "compound", "amod", "nmod", "appos"})) {
        if (word.head == kNone || (word.deprel == "appos" && is_place(word.head))) return {};
        if (is_content(word.head)) return phrase(word.head);
        at = word.head;  // "the $200 billion mark", "in the amount of"
        continue;
      }
      if (has_relation(word, {"conj"}) && tokens_[word.head].upos != "VERB") {
        at = word.head;
        continue;
      }
      return from_predicate(at);
    }
    return {};
  }

 private:
  bool inside(Index token) const { return token >= quantity_.first && token < quantity_.last; }

  bool in_time(Index token) const {
    return std::ranges::any_of(times_in(document_, span_of(document_, sentence_.first, sentence_.last)),
                               [&](const Timex& time) { return time.span.overlaps(tokens_[token].span); });
  }

  /// A noun that tells what is measured, not only that something is: "trade", not "amount" or "mark".
  bool is_content(Index token) const {
    const Token& word = tokens_[token];
    const bool noun = word.upos == "NOUN" || word.upos == "PROPN";
    if (token > 0 && tokens_[token - 1].upos == "NUM" && tokens_[token - 1].head == token) return false;  // "800 km"
    return noun && !inside(token) && !in_time(token) && !cues_.has(word.lower, "measure_noun");
  }

  bool is_place(Index token) const {
    const Span& span = tokens_[token].span;
    for (Index m = document_.first_mention(span); m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.span.part != span.part || mention.span.begin > span.begin) break;
      if (mention.type == MentionType::country || mention.type == MentionType::place || mention.type == MentionType::person) return true;
    }
    return false;
  }

  /// The phrase of a noun, the quantity and times beside it left out.
  Stretch phrase(Index noun) const {
    Stretch out = noun_phrase(document_, noun, sentence_);
    for (Index i = out.first; i < noun; ++i) {
      if (inside(i) || in_time(i)) out.first = i + 1;
    }
    for (Index i = noun + 1; i < out.last; ++i) {
      if (!inside(i) && !in_time(i)) continue;
      out.last = i;
      break;
    }
    const auto is_noun = [&](const Token& token) { return token.upos == "NOUN" || token.upos == "PROPN"; };
    const auto opens = [&](const Token& token) { return token.upos == "ADJ" || token.upos == "VERB" || token.upos == "ADV" || token.upos == "NUM"; };
    const auto tells_nothing = [&](const Token& token) { return !is_noun(token) || cues_.has(token.lower, "measure_noun"); };
    while (out.last > noun + 1 && tells_nothing(tokens_[out.last - 1])) --out.last;  // "aid in the amount [of 2 billion]"
    while (out.first < noun && !is_noun(tokens_[out.first]) && !opens(tokens_[out.first])) ++out.first;
    return out;
  }

  /// "4 percent of GDP", "$33 billion in aid", "a change in trade": not "in Mali", "in 2020".
  Stretch of_what(Index top) const {
    for (Index i = top + 1; i < sentence_.last; ++i) {
      const bool own = tokens_[i].head == top || (tokens_[i].head != kNone && inside(tokens_[i].head));
      if (!own || !has_relation(tokens_[i], {"nmod"}) || !is_content(i)) continue;
      const Index preposition = dependent(document_, i, {top + 1, i}, {"case"});
      if (preposition == kNone || !cues_.has(tokens_[preposition].lower, "of_what")) continue;
      if (tokens_[preposition].lower != "of" && is_place(i)) continue;
      return phrase(i);
    }
    return {};
  }

  /// "a $4 billion deal", "$50 million new aid": the noun that follows at once.
  Stretch noun_after() const {
    auto first = static_cast<Index>(quantity_.last);
    if (quantity_.measure == Measure::money && first < sentence_.last && tokens_[first].lower == "in") ++first;  // "$80 billion in new loans"
    Index noun = first;
    while (noun < sentence_.last && tokens_[noun].upos == "ADJ") ++noun;
    while (noun + 1 < sentence_.last && tokens_[noun].upos == "NOUN" && tokens_[noun + 1].upos == "NOUN" && tokens_[noun].deprel == "compound") ++noun;
    if (noun >= sentence_.last || tokens_[noun].upos != "NOUN" || !is_content(noun)) return {};
    return {first, phrase(noun).last};
  }

  /// "a programme worth almost 2 billion euros"
  Stretch worth() const {
    auto before = static_cast<Index>(quantity_.first);
    while (before > sentence_.first && cues_.ending(tokens_, before - 1, sentence_.first, {"about_before", "more_before", "less_before"})) --before;
    if (before < sentence_.first + 2 || tokens_[before - 1].lower != "worth" || !is_content(before - 2)) return {};
    const Stretch goods = phrase(before - 2);
    return {goods.first, before - 1};
  }

  /// "... and manufacturing, 120 percent": the verb is left out.
  Stretch gapped() const {
    if (quantity_.first < sentence_.first + 3) return {};
    const auto comma = static_cast<Index>(quantity_.first) - 1;
    const std::string& opener = tokens_[comma - 2].lower;
    const bool gap = tokens_[comma].lower == "," && (opener == "and" || opener == ";") && tokens_[comma - 1].shape == Shape::lower;
    return gap ? Stretch{comma - 1, comma} : Stretch();
  }

  Stretch from_predicate(Index at) const {
    const Token& word = tokens_[at];
    if (const Index subject = dependent(document_, at, sentence_, {"nsubj"}); subject != kNone) return named(subject, at);  // "the index was 111 percent"
    if (word.head == kNone) return {};
    const Index verb = word.head;
    // "$5 million are aid", not "$5 million are of importance"
    if (has_relation(word, {"nsubj"})) return is_content(verb) && dependent(document_, verb, {at + 1, verb}, {"case"}) == kNone ? phrase(verb) : spent_on(verb, at);
    const Index object = dependent(document_, verb, sentence_, {"obj"});
    if (has_relation(word, {"obj", "xcomp"}) && !tells_measure(verb)) return spent_on(verb, at);
    const Index preposition = dependent(document_, at, sentence_, {"case"});
    const bool of = preposition != kNone && tokens_[preposition].lower == "of";  // "take care of the other 10 percent"
    if (object != kNone && object != at && is_content(object) && !of) return phrase(object);  // "cut poverty by 40 percent"
    const Index subject = dependent(document_, verb, sentence_, {"nsubj"});
    if (!tells_measure(verb)) return {};
    if (subject == kNone && has_relation(tokens_[verb], {"xcomp"}) && tokens_[verb].head != kNone) {  // "we expect the road to cost"
      const Index raised = dependent(document_, tokens_[verb].head, sentence_, {"obj"});
      if (raised != kNone && raised < verb && is_content(raised)) return phrase(raised);
    }
    if (subject != kNone) return named(subject, verb);
    if (has_relation(tokens_[verb], {"acl"}) && tokens_[verb].head != kNone && is_content(tokens_[verb].head)) return phrase(tokens_[verb].head);
    if (has_relation(tokens_[verb], {"conj", "xcomp", "advcl"})) {  // "rose and reached 5 percent"
      const Index shared = subject_of(document_, verb, sentence_);
      if (shared != kNone) return named(shared, verb);
    }
    return {};
  }

  /// "rose by", "stood at", "amounting to": what the subject is doing is being so much.
  bool tells_measure(Index verb) const {
    const Token& word = tokens_[verb];
    return cues_.has(word.lower, "up") || cues_.has(word.lower, "down") || cues_.has(word.lemma, "measuring") || cues_.at(tokens_, verb, sentence_.last, {"reach"});
  }

  /// A subject, or the noun that "which" stands for.
  Stretch named(Index subject, Index predicate) const {
    const bool noun_subject = tokens_[subject].upos == "NOUN" || tokens_[subject].upos == "PROPN";
    if (noun_subject && !inside(subject) && !in_time(subject)) {
      const Stretch what = phrase(subject);
      const bool bare = what.last == what.first + 1 && cues_.has(tokens_[subject].lower, "measure_noun");
      return bare ? Stretch() : what;  // "the increase was 6 percent" tells not of what
    }
    const bool relative = tokens_[subject].lower == "which" || tokens_[subject].lower == "that";
    const Index noun = relative && has_relation(tokens_[predicate], {"acl"}) ? tokens_[predicate].head : kNone;
    if (noun != kNone && is_content(noun)) return phrase(noun);
    return {};
  }

  /// "$2 billion was spent on roads", "provides $5 million for clinics"
  Stretch spent_on(Index verb, Index at) const {
    for (Index i = at + 1; i < sentence_.last; ++i) {
      if (tokens_[i].head != verb || !has_relation(tokens_[i], {"obl"}) || !is_content(i) || is_place(i)) continue;
      const Index preposition = dependent(document_, i, {at + 1, i}, {"case"});
      if (preposition != kNone && cues_.has(tokens_[preposition].lower, "spent_on")) return phrase(i);
    }
    return {};
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const Quantity& quantity_;
  Stretch sentence_;
  const Cues& cues_;
};

}  // namespace

Index governed_word(const Document& document, const Quantity& quantity) {
  for (auto i = static_cast<Index>(quantity.last); i-- > quantity.first;) {
    const Token& token = document.tokens[i];
    if (token.upos.empty()) return kNone;
    if (token.upos != "PUNCT" && (token.head == kNone || token.head < quantity.first || token.head >= quantity.last)) return i;
  }
  return kNone;
}

Stretch measured(const Document& document, const Quantity& quantity, Stretch sentence, const Cues& cues) {
  const Index top = governed_word(document, quantity);
  if (top == kNone) return {};
  return Measured(document, quantity, sentence, cues).read(top);
}

}  // namespace chancery::facts
