#include <fmt/format.h>

#include "base/utf8.hpp"
#include "questions/brief/parts.hpp"

namespace chancery::questions {
namespace {

// Fewer words in common than a third of the quote say nothing of it.
constexpr uint32_t kPart = 3;

uint32_t overlap(const record::Range& a, const record::Range& b) {
  const uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

/// The formula that most of the quote is, or a part of it that is worth telling.
void mark_usual(BriefQuote& quote, const Novelty& novelty, const record::Record& record) {
  if (const Formula* usual = formula_of(novelty, quote.span)) {
    quote.usual = *usual;
    return;
  }
  const Formula* best = nullptr;
  for (const Formula& one : novelty.usual) {
    if (overlap(one.span, quote.span) > (best ? overlap(best->span, quote.span) : 0)) best = &one;
  }
  if (!best || overlap(best->span, quote.span) * kPart < quote.span.end - quote.span.begin) return;
  const std::string text = text_of_document(record, quote.document.id);
  const utf8::CodePoints points(text);
  const size_t begin = points.byte_of(std::max(best->span.begin, quote.span.begin)), end = points.byte_of(std::min(best->span.end, quote.span.end));
  quote.usual = *best;
  quote.usual_words = text.substr(begin, end - begin);
}

/// Against all that a publisher ever wrote nearly everything is new; against what it wrote on the two it tells something.
bool tells_what_is_new(const Novelty& novelty) { return !novelty.references.empty() && novelty.references.back().basis == Basis::pair; }

}  // namespace

const Novelty& Wordings::of(const record::DocumentLine& document) {
  auto found = known_.find(document.id);
  if (found != known_.end()) return found->second;
  return known_.emplace(document.id, spoken(document) ? Novelty{} : novelty(record_, document.id)).first->second;
}

std::string mark_of(const BriefQuote& quote) {
  if (quote.usual) {
    const std::string of = fmt::format("usual{}: {} of {}", quote.usual->basis == Basis::pair ? " between the two" : "", quote.usual->count, quote.usual->of);
    return quote.usual_words.empty() ? of : "“" + shortened(quote.usual_words, 80) + "” " + of;
  }
  return quote.fresh ? "new between the two" : "";
}

std::string BriefLine::text() const {
  std::string out;
  for (const BriefPart& part : parts) {
    out += part.text;
    if (!part.quote) continue;
    if (const std::string mark = mark_of(*part.quote); !mark.empty()) out += " [" + mark + "]";
  }
  return out;
}

void mark_quotes(std::vector<BriefDraft>& drafts, const record::Record& record, Wordings& wordings) {
  for (BriefDraft& draft : drafts) {
    for (BriefEntry& entry : draft.entries) {
      for (BriefLine& line : entry) {
        for (BriefPart& part : line.parts) {
          if (!part.quote || part.quote->span.part != Part::text) continue;
          const Novelty& novelty = wordings.of(part.quote->document);
          mark_usual(*part.quote, novelty, record);
          part.quote->fresh = !part.quote->usual && tells_what_is_new(novelty) && is_new(novelty, part.quote->span);
        }
      }
    }
  }
}

}  // namespace chancery::questions
