#include "stages/facts/promise_terms.hpp"

#include <algorithm>
#include <cctype>

#include "stages/facts/periods.hpp"
#include "stages/facts/voices.hpp"

namespace chancery::facts {
namespace {

constexpr size_t kShortestValue = 3;  ///< "202", a decade; "20" is a century, and no term

bool names_something(const Document& document, const Timex& time) {
  const auto [first, last] = document.tokens_in(time.span);
  if (first == last || !is_parsed(document, first)) return false;
  const Token& word = document.tokens[last - 1];
  const bool part = has_relation(word, {"compound", "nummod", "flat", "amod"});
  return part && word.head != kNone && (word.head < first || word.head >= last);
}

bool is_over(const Document& document, const Timex& time) {
  const std::optional<Day> published = parse_day(document.info.published);
  return published && time.to && *time.to < *published;
}

bool is_mark(const Token& token) { return token.shape == Shape::punctuation; }

/// "if" opens a condition, not a question: "will decide if".
bool opens_adverbial(const Document& document, Index opener) {
  const Token& word = document.tokens[opener];
  if (word.upos.empty() || word.deprel != "mark" || word.head == kNone) return true;
  return !has_relation(document.tokens[word.head], {"ccomp", "xcomp", "csubj"});
}

}  // namespace

EventTime due_in(const Document& document, Stretch clause) {
  for (const Timex& time : times_in(document, span_of(document, clause.first, clause.last))) {
    if (time.type == TimexType::set) continue;
    if (time.type == TimexType::duration) {
      const Index first = document.tokens_in(time.span).first;
      if (first > 0 && document.tokens[first - 1].lower == "within") return event_time(document, time);
      continue;
    }
    const bool placed = time.value.size() >= kShortestValue && std::isdigit(static_cast<unsigned char>(time.value.front()));
    if (placed && !is_over(document, time) && !names_something(document, time)) return event_time(document, time);
  }
  return {};
}

Span condition_of(const Document& document, const Clause& clause, const Sentence& sentence, const Cues& cues) {
  const std::vector<Token>& tokens = document.tokens;
  for (Index i = sentence.first; i < sentence.last; ++i) {
    const CueMatch cue = cues.at(tokens, i, sentence.last, {"condition", "no_condition"});
    if (!cue || cue.cue->kind == "no_condition" || !opens_adverbial(document, i)) continue;
    const bool opens = i == sentence.first || i >= clause.predicate || is_mark(tokens[i - 1]) || cues.has(tokens[i - 1].lower, "before_condition");
    if (!opens) continue;
    Index end = i + static_cast<Index>(cue.length);
    const Index limit = i < clause.first ? clause.first : clause.last;
    while (end < limit && tokens[end].lower != ",") ++end;
    return span_of(document, i, end);
  }
  return {};
}

Index end_of_clause(const Document& document, Index verb, Index last) {
  const std::vector<Token>& tokens = document.tokens;
  Index end = last;
  if (is_parsed(document, verb)) {
    const Index content = content_of(document, verb);
    for (Index i = verb + 1; i < last; ++i) {
      const bool joined = tokens[i].head != kNone && has_relation(tokens[i], {"conj", "parataxis"}) && tokens[i].head <= content && hangs_on(document, content, tokens[i].head);
      const Index subject = joined ? dependent(document, i, {verb + 1, last}, {"nsubj"}) : kNone;
      if (subject == kNone) continue;
      Index cut = subject;
      while (cut > verb + 1 && !is_mark(tokens[cut - 1]) && tokens[cut - 1].upos != "CCONJ") --cut;
      if (cut > verb + 1) end = std::min(end, cut);
      break;
    }
  }
  while (end > verb + 1 && (is_mark(tokens[end - 1]) || tokens[end - 1].upos == "CCONJ") && tokens[end - 1].lower != ")") --end;
  return end;
}

}  // namespace chancery::facts
