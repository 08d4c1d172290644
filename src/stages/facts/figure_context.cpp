#include "stages/facts/figure_context.hpp"

#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "stages/facts/indicator.hpp"
#include "stages/facts/periods.hpp"

namespace chancery::facts {
namespace {

constexpr Index kDirectionReach = 10;  ///< words from "growth" to its number
constexpr Index kHedgeReach = 8;
constexpr Index kIndicatorLength = 9;

class Context {
 public:
  Context(const Document& document, const Quantity& quantity, Stretch sentence, const Voices& voices, const Cues& cues)
      : document_(document), tokens_(document.tokens), quantity_(quantity), sentence_(sentence), voices_(voices), cues_(cues) {}

  void fill(Figure& figure) {
    figure.comparison = comparison();
    figure.direction = direction();
    figure.hedge = hedge();
    figure.indicator = indicator();
    // "reached EUR 1.9 billion, an increase of 8 per cent": a currency is never what is measured.
    if (cues_.has(utf8::lower(figure.indicator), "currency_before")) figure.indicator.clear();
    figure.time = period();
    figure.about = countries();
    if (figure.unit.find(':') != std::string::npos) figure.unit = own_currency(figure.unit, figure.about);
    figure.speaker = voices_.speaker(quantity_.first);
  }

 private:
  Comparison comparison() const {
    if (quantity_.number.value_to) return Comparison::between;
    Comparison found = Comparison::exact;
    if (quantity_.first > sentence_.first) {
      const CueMatch cue = cues_.ending(tokens_, quantity_.first - 1, sentence_.first, {"more_before", "less_before", "about_before"});
      if (cue) found = parse<Comparison>(cue.cue->value).value_or(found);
    }
    const CueMatch after = cues_.at(tokens_, quantity_.last, sentence_.last, {"more_after", "less_after", "about_after"});
    // "40 billion, or more precisely 38" says which, not how much at least.
    const size_t next = after ? quantity_.last + after.length : 0;
    const bool of_words = after && next < sentence_.last && tokens_[next].lower.ends_with("ly");
    if (after && !of_words) found = parse<Comparison>(after.cue->value).value_or(found);
    return found;
  }

  /// Of a name that several countries have for their money ("NOR:NOK DNK:DKK"), the one of the country told of; else the
  /// name as it stands.
  std::string own_currency(const std::string& all, const std::vector<std::string>& about) const {
    std::string code;
    for (const std::string& country : about) {
      const size_t at = all.find(country + ":");
      if (at == std::string::npos) continue;
      if (!code.empty()) return utf8::lower(name_of_unit());
      code = all.substr(at + country.size() + 1, all.find(' ', at) - at - country.size() - 1);
    }
    return code.empty() ? utf8::lower(name_of_unit()) : code;
  }
  std::string_view name_of_unit() const { return document_.of(tokens_[quantity_.last - 1].span); }

  /// The nearest word of direction before the number, or just after its unit ("30 percent growth").
  Index direction_word() const {
    const Index nearest = quantity_.first > sentence_.first + kDirectionReach ? static_cast<Index>(quantity_.first) - kDirectionReach : sentence_.first;
    // A comma or another number ends the reach, but for "from 28 to 50" and ", by 8 percent".
    const bool bound = quantity_.first > sentence_.first && cues_.has(tokens_[quantity_.first - 1].lower, "extent");
    for (auto i = static_cast<Index>(quantity_.first); i-- > nearest;) {
      if (tokens_[i].lower == ";") break;
      if (!bound && quantity_.measure != Measure::percent && (ends_clause(i) || tokens_[i].shape == Shape::number)) break;
      if (cues_.at(tokens_, i, quantity_.first, {"up", "down"}) && moves(i)) return i;
    }
    const Index limit = std::min<Index>(sentence_.last, static_cast<Index>(quantity_.last) + 2);
    for (auto i = static_cast<Index>(quantity_.last); i < limit; ++i) {
      if (cues_.at(tokens_, i, sentence_.last, {"up", "down"}) && moves(i)) return i;
    }
    return kNone;
  }

  /// Whether a word of direction says where the quantity goes: it stands above it in the tree, or beside it as "down"
  /// does; "the slightly lower deficit remains at 8 percent" tells of no fall to 8.
  bool moves(Index word) const {
    const Index top = governed_word(document_, quantity_);
    if (top == kNone) return true;
    if (hangs_on(document_, top, word) || hangs_on(document_, word, top)) return true;
    const bool beside = tokens_[word].head == tokens_[top].head && tokens_[word].upos != "VERB" && tokens_[word].upos != "ADJ";
    return beside;
  }

  std::string direction() const {
    const Index at = direction_word();
    return at == kNone ? std::string() : cues_.at(tokens_, at, sentence_.last, {"up", "down"}).cue->value;
  }

  /// From the hedging phrase to the end of its clause.
  Span hedge() const {
    for (Index i = sentence_.first; i < sentence_.last; ++i) {
      const CueMatch cue = cues_.at(tokens_, i, sentence_.last, {"hedge"});
      if (!cue) continue;
      Index end = i + static_cast<Index>(cue.length);
      if (cue.cue->words.back() == "to") {
        while (end < sentence_.last && !ends_clause(end)) ++end;
      }
      const bool before = end <= quantity_.first && quantity_.first - end <= kHedgeReach;
      const bool after = i >= quantity_.last && i - quantity_.last <= kHedgeReach && cue.cue->value != "before";
      const bool near = before || after || (i <= quantity_.first && end >= quantity_.last);
      if (near) return span_of(document_, i, end);
    }
    return {};
  }

  bool ends_clause(Index i) const {
    static constexpr std::string_view ends = ",;:.!?()\"”";
    return tokens_[i].shape == Shape::punctuation && ends.find(tokens_[i].lower) != std::string_view::npos;
  }

  bool is_stop(Index i) const {
    return tokens_[i].shape == Shape::punctuation || tokens_[i].shape == Shape::number || cues_.has(tokens_[i].lower, "stop");
  }

  /// Words from `first` up to a verb, a number or a mark; prepositions of the phrase are kept inside it.
  std::string phrase_from(Index first) const {
    const bool counted = quantity_.measure == Measure::count && first >= quantity_.number.last;
    Index kept = counted ? std::max(first, static_cast<Index>(quantity_.last)) : first;
    for (Index i = kept; i < sentence_.last && i < first + kIndicatorLength; ++i) {
      if (i >= quantity_.first && i < quantity_.last && !counted) break;
      const bool binds = cues_.has(tokens_[i].lower, "preposition") || cues_.has(tokens_[i].lower, "determiner");
      if (binds && in_time(i + 1)) break;
      if (kept > first && is_participle(tokens_[i].lower)) break;
      if (!is_stop(i)) kept = i + 1;
      else if (!binds || kept == first) break;
    }
    return kept == first ? std::string() : std::string(document_.of(span_of(document_, first, kept)));
  }

  /// A verb's form that no longer belongs to the noun phrase before it: "tools targeting", "corridors agreed".
  static bool is_participle(std::string_view word) { return word.size() > 5 && (word.ends_with("ed") || word.ends_with("ing")); }

  bool in_time(Index i) const {
    if (i >= tokens_.size()) return false;
    return std::ranges::any_of(times(), [&](const Timex& time) { return time.span.overlaps(tokens_[i].span); });
  }

  std::string indicator() const {
    const auto after = static_cast<Index>(quantity_.last);
    if (quantity_.measure == Measure::count) {
      auto noun = static_cast<Index>(quantity_.number.last);
      if (noun < sentence_.last && tokens_[noun].lower == "of") ++noun;
      return counted(noun);
    }
    if (is_parsed(document_, static_cast<Index>(quantity_.first))) {
      const Stretch what = measured(document_, quantity_, sentence_, cues_);
      if (!what.empty()) return std::string(document_.of(span_of(document_, what.first, what.last)));
      const bool of_thing = after + 1 < sentence_.last && tokens_[after].lower == "of" && tokens_[after + 1].upos != "PRON" && !in_time(after + 1);
      return of_thing ? phrase_from(skip_determiners(after + 1)) : reached();
    }
    // "30 percent of exports", "$33 billion in aid"
    const bool of_what = after + 1 < sentence_.last && cues_.has(tokens_[after].lower, "of_what") && !in_time(after + 1);
    if (of_what) return phrase_from(skip_determiners(after + 1));
    if (const Index at = direction_word(); at != kNone) {
      const std::string measured = around_direction(at);
      if (!measured.empty()) return measured;
    }
    const std::string subject = before_verb();
    if (!subject.empty()) return subject;
    const bool noun_follows = after < sentence_.last && !is_stop(after) && !cues_.at(tokens_, after, sentence_.last, {"up", "down"});
    return noun_follows ? phrase_from(after) : std::string();
  }

  /// Where the tree is silent: "exports amounted to" right before the number.
  std::string reached() const {
    constexpr Index reach = 5;  // "amounted to just over $"
    const auto number = static_cast<Index>(quantity_.first);
    for (Index i = number; i-- > sentence_.first && i + reach > number;) {
      if (ends_clause(i)) return {};
      const CueMatch verb = cues_.at(tokens_, i, number, {"reach"});
      if (!verb || tokens_[i].upos == "AUX") continue;
      Index last = i;
      while (last > sentence_.first && is_stop(last - 1) && !ends_clause(last - 1)) --last;
      return last == sentence_.first || in_time(last - 1) ? std::string() : noun_before(i);
    }
    return {};
  }

  /// The noun counted with what describes it: where there is a tree, its phrase up to a time.
  std::string counted(Index noun) const {
    const auto head = static_cast<Index>(quantity_.last) - 1;
    if (!is_parsed(document_, head) || noun > head) return phrase_from(noun);
    const Index last = noun_phrase(document_, head, sentence_).last;
    Index end = head + 1;
    for (Index i = end; i < last && !in_time(i) && tokens_[i].shape != Shape::number && !cues_.has(tokens_[i].lower, "outside"); ++i) {
      const bool other = tokens_[i - 1].upos == "CCONJ" && (tokens_[i].upos == "NUM" || tokens_[i].upos == "DET");
      if (other) break;  // "15 tanks and six trucks"
      if (tokens_[i].upos == "NOUN" || tokens_[i].upos == "PROPN") end = i + 1;
    }
    return std::string(document_.of(span_of(document_, noun, end)));
  }

  /// "growth in our trade by ..." => "trade"; "trade grew by ..." => "trade".
  std::string around_direction(Index at) const {
    const Index next = at + 1;
    const bool in_what = next + 1 < sentence_.last && (tokens_[next].lower == "in" || tokens_[next].lower == "of");
    if (in_what && !in_time(next + 1)) return phrase_from(skip_determiners(next + 1));
    return at < quantity_.first ? noun_before(at) : std::string();
  }

  Index skip_determiners(Index at) const {
    while (at + 1 < sentence_.last && cues_.has(tokens_[at].lower, "stop") && tokens_[at].shape != Shape::punctuation) ++at;
    return at;
  }

  /// The noun phrase that ends before `verb`, auxiliaries left out.
  std::string noun_before(Index verb) const {
    Index last = verb;
    while (last > sentence_.first && is_stop(last - 1) && tokens_[last - 1].shape != Shape::number && !ends_clause(last - 1)) --last;
    Index first = last;
    while (first > sentence_.first && last - first < kIndicatorLength) {
      const Index i = first - 1;
      const bool article = cues_.has(tokens_[i].lower, "determiner") && i > sentence_.first && cues_.has(tokens_[i - 1].lower, "link");
      if (is_stop(i) && !article && !(cues_.has(tokens_[i].lower, "link") && i > sentence_.first)) break;
      first = i;
    }
    while (first < last && is_stop(first)) ++first;
    return first == last ? std::string() : std::string(document_.of(span_of(document_, first, last)));
  }

  std::string before_verb() const {
    for (auto i = static_cast<Index>(quantity_.first); i-- > sentence_.first;) {
      if (ends_clause(i)) return {};
      if (const CueMatch verb = cues_.at(tokens_, i, quantity_.first, {"reach"})) return noun_before(i);
    }
    return {};
  }

  std::span<const Timex> times() const { return times_in(document_, span_of(document_, sentence_.first, sentence_.last)); }

  /// "48,000 families had been moved and schools would stay closed until May": what a later clause with a subject of
  /// its own says of time is not of this one.
  bool in_later_clause(const Timex& time) const {
    const Index top = governed_word(document_, quantity_);
    if (top == kNone) return false;
    const Index own = clause_head(document_, top), there = clause_head(document_, document_.tokens_in(time.span).first);
    if (there == own || there < own || hangs_on(document_, own, there)) return false;
    const Token& verb = tokens_[there];
    return verb.upos == "VERB" && verb.deprel == "conj" && dependent(document_, there, sentence_, {"nsubj", "nsubj:pass"}) != kNone;
  }

  /// The time nearest to the number; one after it is preferred to one before it at the same distance.
  EventTime period() const {
    const Span number = span_of(document_, static_cast<Index>(quantity_.first), static_cast<Index>(quantity_.last));
    const Timex* nearest = nullptr;
    uint32_t distance = 0;
    for (const Timex& time : times()) {
      const bool placed = time.type == TimexType::date || (time.type == TimexType::duration && (time.from || opening_months(document_, time)));
      if (!placed || in_later_clause(time)) continue;
      const uint32_t gap = time.span.begin >= number.end ? time.span.begin - number.end : number.begin - std::min(number.begin, time.span.end);
      if (!nearest || gap <= distance) {
        nearest = &time;
        distance = gap;
      }
    }
    if (!nearest) return {};
    if (auto months = opening_months(document_, *nearest)) return *months;
    return event_time(document_, *nearest);
  }

  /// Countries the clause of the figure names, else its sentence; for "our trade" those of the speaker and of the one
  /// spoken to. "US" of "US$" is a currency.
  std::vector<std::string> countries() const {
    const Index top = governed_word(document_, quantity_);
    const Index clause = top == kNone ? kNone : clause_head(document_, top);
    std::set<std::string> found = named_in(clause);
    if (found.empty() && clause != kNone) found = named_in(kNone);
    if (is_shared(clause)) {
      for (const Index entity : {voices_.speaker(static_cast<Index>(quantity_.first)), voices_.addressee(static_cast<Index>(quantity_.first))}) {
        if (entity != kNone && !document_.entities[entity].country.empty()) found.insert(document_.entities[entity].country);
      }
    }
    return {found.begin(), found.end()};
  }

  bool in_clause(Index token, Index clause) const { return clause == kNone || hangs_on(document_, token, clause); }

  bool is_shared(Index clause) const {
    for (Index i = sentence_.first; i < sentence_.last; ++i) {
      if (cues_.at(tokens_, i, sentence_.last, {"shared"}) && in_clause(i, clause)) return true;
    }
    return false;
  }

  std::set<std::string> named_in(Index clause) const {
    std::set<std::string> found;
    const Span whole = span_of(document_, sentence_.first, sentence_.last);
    // "120 million US dollars" is not about the United States; "300 Kenyan students" is about Kenya.
    const size_t last = quantity_.measure == Measure::money ? quantity_.last : quantity_.number.first + 1;
    const Span own = span_of(document_, static_cast<Index>(quantity_.first), static_cast<Index>(last));
    for (Index m = document_.first_mention(whole); m < document_.mentions.size() && whole.contains(document_.mentions[m].span); ++m) {
      const Mention& mention = document_.mentions[m];
      const bool names_country = mention.type == MentionType::country || mention.type == MentionType::nationality;
      if (!names_country || mention.entity == kNone || own.contains(mention.span)) continue;
      const std::string& country = document_.entities[mention.entity].country;
      const Index after = document_.tokens_in(mention.span).second;
      if (after < sentence_.last && tokens_[after].lower == "$") continue;
      if (!country.empty() && in_clause(document_.tokens_in(mention.span).first, clause)) found.insert(country);
    }
    return found;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const Quantity& quantity_;
  Stretch sentence_;
  const Voices& voices_;
  const Cues& cues_;
};

}  // namespace

Figure figure_of(const Document& document, const Quantity& quantity, Stretch sentence, const Voices& voices, const Cues& cues) {
  Figure figure;
  figure.span = span_of(document, static_cast<Index>(quantity.first), static_cast<Index>(quantity.last));
  figure.value = quantity.number.value;
  figure.value_to = quantity.number.value_to;
  figure.unit = quantity.unit;
  Context(document, quantity, sentence, voices, cues).fill(figure);
  return figure;
}

}  // namespace chancery::facts
