#include "stages/points/site.hpp"

namespace chancery::points {

const Mention* Setting::mention_over(Index token) const {
  constexpr Index reach = 24;  // mentions are sorted by begin, so the one wanted begins a few before
  const Span& span = at(token).span;
  const Mention* best = nullptr;
  const Index after = document.first_mention({span.end, span.end, span.part});
  for (Index m = after, step = 0; m-- > 0 && step < reach; ++step) {
    const Mention& mention = document.mentions[m];
    if (mention.span.part != span.part) break;
    const bool covers = mention.span.begin <= span.begin && span.end <= mention.span.end && mention.entity != kNone;
    if (covers && (!best || mention.span.size() > best->span.size())) best = &mention;
  }
  return best;
}

bool Setting::is_personal(Index token) const {
  const Token& word = at(token);
  if (word.upos == "PROPN" || mention_over(token)) return true;
  const bool plural = word.lower.size() > 3 && word.lower.ends_with('s');
  const std::string_view singular = std::string_view(word.lower).substr(0, word.lower.size() - (plural ? 1 : 0));
  return lexicon.is(word, "personal") || lexicon.is(singular, "personal") || lexicon.is(word, "sides") || lexicon.is(word.lower, "pronoun");
}

}  // namespace chancery::points
