#include "questions/novelty.hpp"

#include <algorithm>

#include "questions/novelty_parts.hpp"

namespace chancery::questions {
namespace {

uint32_t overlap(const record::Range& a, const record::Range& b) {
  const uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return a.part == b.part && begin < end ? end - begin : 0;
}

void say_what_cannot_be_told(Novelty& answer, const Subject& subject) {
  const auto has = [&](Basis basis) {
    return std::any_of(answer.references.begin(), answer.references.end(), [&](const Reference& one) { return one.basis == basis; });
  };
  if (subject.publisher.empty()) answer.notes.push_back("Nobody says who published this, so there is no publisher to compare it with.");
  else if (!has(Basis::publisher)) answer.notes.push_back("Too few earlier releases of this publisher are in this record to say what is usual or new.");
  if (subject.pair && !has(Basis::pair)) answer.notes.push_back("Too few earlier releases on these two countries are in this record to say what is usual between them.");
}

}  // namespace

std::string_view name_of(Basis basis) { return basis == Basis::pair ? "pair" : "publisher"; }

Novelty novelty(const record::Record& record, const Subject& subject) {
  const record::Record::Snapshot snapshot(record);
  const Wording wording(subject.text);
  const ShingleCounts counts(record, subject, wording.shingles);
  Novelty answer{subject.publisher, subject.kind, subject.pair, references_of(subject, counts), {}, {}, {}, {}};
  answer.usual = usual_words(wording, counts, answer.references);
  answer.fresh = new_words(wording, counts, answer.usual, answer.references);
  answer.dropped = dropped_words(record, wording, counts);
  say_what_cannot_be_told(answer, subject);
  return answer;
}

Novelty novelty(const record::Record& record, const std::string& document) {
  const record::Record::Snapshot snapshot(record);
  const record::DocumentLine line = document_line(record, document);
  const std::string text = text_of_document(record, line.id);
  return novelty(record, {text, line.id, line.publisher, line.kind, pair_of_document(record, line.id), parse_day(line.day)});
}

const Formula* formula_of(const Novelty& novelty, const record::Range& span) {
  const Formula* best = nullptr;
  uint32_t most = 0;
  for (const Formula& formula : novelty.usual) {
    const uint32_t common = overlap(formula.span, span);
    if (common <= most) continue;
    best = &formula;
    most = common;
  }
  return most * 5 >= (span.end - span.begin) * 3 ? best : nullptr;
}

bool is_new(const Novelty& novelty, const record::Range& span) {
  return std::any_of(novelty.fresh.begin(), novelty.fresh.end(), [&](const NewWords& one) { return overlap(one.span, span) * 2 > span.end - span.begin; });
}

}  // namespace chancery::questions
