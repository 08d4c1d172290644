// Quotations in what the model of attributions finds: its window ends before a long quotation does, and it reads one sentence
// well but not where the marks close.
#include <algorithm>

#include "base/one_of.hpp"
#include "stages/speech/reader.hpp"

namespace chancery {
namespace {

using Range = LearnedAttribution::Range;
constexpr Index kContinuationReach = 14;  ///< words between a cue and the quotation that goes on

}  // namespace

/// The quotation in no other that opens at `token` or right before it; kNone where none does.
Index SpeechReader::quotation_at(Index token) const {
  const auto at = std::partition_point(quotations_.begin(), quotations_.end(), [&](const Quotation& q) { return q.open + 1 < token; });
  for (auto q = at; q != quotations_.end() && q->open <= token; ++q) {
    if (q->depth == 0) return static_cast<Index>(q - quotations_.begin());
  }
  return kNone;
}

/// A content that begins with a quotation and breaks off at the end of one of its sentences goes on to the closing mark.
Range SpeechReader::to_closing_mark(Range range, Index predicate) const {
  const Index number = quotation_at(range.first);
  if (number == kNone) return range;
  const Quotation& quote = quotations_[number];
  const bool breaks_off = quote.closed && range.last < quote.close && range.last > quote.first() && document_.tokens[range.last].sentence != document_.tokens[range.last - 1].sentence;
  const bool from_outside = predicate < quote.open || predicate > quote.close;
  if (breaks_off && from_outside) range.last = quote.close;
  return range;
}

/// "...," he said. "..." and "...," he said, "...": the quotation that goes on behind the cue; kNone where there is none.
Index SpeechReader::continuation_of(const LearnedAttribution& one) const {
  const Range& last = one.content.back();
  const Index own = quotation_at(one.content.front().first);
  if (own == kNone || last.last > one.predicate || quotations_[own].close > one.predicate) return kNone;
  const Index end = block_end(one.predicate);
  const auto next = std::find_if(quotations_.begin() + own, quotations_.end(), [&](const Quotation& q) { return q.depth == 0 && q.open > one.predicate; });
  if (next == quotations_.end() || next->open >= end || !next->closed || next->open - one.predicate > kContinuationReach) return kNone;
  const Index here = document_.tokens[next->open].sentence, said = document_.tokens[one.predicate].sentence;
  const bool opens = sentence_of(next->open).first == next->open && here == said + 1;
  const bool goes_on = here == said && lower(next->open - 1) == ",";
  return opens || goes_on ? static_cast<Index>(next - quotations_.begin()) : kNone;
}

}  // namespace chancery
