#include "stages/codes/when.hpp"

#include <algorithm>

#include "base/one_of.hpp"

namespace chancery::codes {
namespace {

constexpr int kDeepest = 8;

/// The verb a word belongs to; kNone where the tree does not lead to one soon.
Index verb_above(const Tree& tree, Index word) {
  for (int step = 0; step < kDeepest && word != kNone; ++step) {
    word = tree.head_of(word);
    if (word != kNone && tree.at(word).upos == "VERB") return word;
  }
  return kNone;
}

bool governs(const Tree& tree, Index verb, Index trigger) {
  for (int step = 0; step < kDeepest && trigger != kNone; ++step) {
    if (trigger == verb) return true;
    if (!tree.is(trigger, "xcomp")) return false;
    trigger = tree.head_of(trigger);
  }
  return false;
}

bool is_placed(const Timex& time) { return one_of(name_of(time.type), {"DATE", "TIME"}) && time.from && time.to && *time.to - *time.from <= std::chrono::days{31}; }

}  // namespace

EventTime time_of(const Tree& tree, Index trigger) {
  const Document& document = tree.document();
  const Sentence& sentence = document.sentences[tree.at(trigger).sentence];
  auto time = std::lower_bound(document.times.begin(), document.times.end(), sentence.span, [](const Timex& t, const Span& span) { return before(t.span, span); });
  for (; time != document.times.end() && sentence.span.contains(time->span); ++time) {
    const auto [first, last] = document.tokens_in(time->span);
    if (first >= last || !is_placed(*time) || !governs(tree, verb_above(tree, last - 1), trigger)) continue;
    const std::string_view words = document.of(time->span);
    const bool digits = std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
    return {*time->from == *time->to ? iso(*time->from) : time->value, time->from, time->to, digits ? TimeBasis::stated : TimeBasis::relative, time->span};
  }
  return {};
}

}  // namespace chancery::codes
