#include "questions/compare/course.hpp"

#include <algorithm>

#include "questions/compare/units.hpp"

namespace chancery::questions::compare {
namespace {

constexpr Index kLabelWords = 6;

/// The surest link of each unit of a that has one.
std::vector<const Link*> surest(const Comparison& c) {
  std::vector<const Link*> best;
  for (const Link& link : c.links) {
    if (best.empty() || best.back()->a != link.a) best.push_back(&link);
    else if (link.confidence > best.back()->confidence) best.back() = &link;
  }
  return best;
}

std::string listed(const std::vector<std::string>& labels) {
  std::string out;
  for (const std::string& label : labels) out += (out.empty() ? "" : " > ") + label;
  return out;
}

struct Claim {
  Span words;
  size_t unit = 0;
};

/// The first claim, with the unit that it is made of: one that lies in its sentence, after the words if there is one.
std::optional<Claim> claim_of(const Side& side, const std::vector<Unit>& units, const Lexicon& lexicon) {
  const Document& d = *side.document;
  for (const Sentence& sentence : d.sentences) {
    if (sentence.span.part == Part::title || !belongs(side, sentence.span)) continue;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      const Index length = lexicon.claims_prominence(d.tokens, i, sentence.last);
      if (length == 0) continue;
      const Span words = joined(d.tokens[i].span, d.tokens[i + length - 1].span);
      std::optional<size_t> found;
      for (size_t u = 0; u < units.size(); ++u) {
        if (!units[u].span.overlaps(sentence.span)) continue;
        if (!found || (units[*found].span.end <= words.begin && units[u].span.end >= words.end)) found = u;
      }
      if (found) return Claim{words, *found};
    }
  }
  return {};
}

}  // namespace

std::string label_of(const Document& document, const Unit& unit) {
  if (!unit.topic.empty()) return unit.topic;
  const auto [first, last] = document.tokens_in(unit.span);
  if (first >= last) return "";
  const Index end = std::min(last, first + kLabelWords);
  return std::string(document.of(joined(document.tokens[first].span, document.tokens[end - 1].span))) + (end < last ? " ..." : "");
}

EncounterFact order_of(const Comparison& c) {
  EncounterFact fact;
  fact.what = "order";
  std::vector<const Link*> links = surest(c);
  if (links.size() < 2) return fact;
  std::vector<std::string> labels;
  for (const Link* link : links) labels.push_back(label_of(*c.a.document, c.units_a[link->a]));
  const bool same = std::ranges::is_sorted(links, {}, &Link::b);
  fact.a = Told{listed(labels), {}};
  std::ranges::stable_sort(links, {}, &Link::b);
  labels.clear();
  for (const Link* link : links) labels.push_back(label_of(*c.b.document, c.units_b[link->b]));
  fact.b = Told{listed(labels), {}};
  fact.standing = same ? Standing::same : Standing::differs;
  return fact;
}

EncounterFact prominence_of(const Comparison& c, const Lexicon& lexicon) {
  EncounterFact fact;
  fact.what = "prominence";
  const auto a = claim_of(c.a, c.units_a, lexicon), b = claim_of(c.b, c.units_b, lexicon);
  if (a) fact.a = Told{label_of(*c.a.document, c.units_a[a->unit]), a->words};
  if (b) fact.b = Told{label_of(*c.b.document, c.units_b[b->unit]), b->words};
  fact.standing = a && b ? Standing::differs : a ? Standing::only_a : b ? Standing::only_b : Standing::neither;
  if (a && b && std::ranges::any_of(c.links, [&](const Link& l) { return l.a == a->unit && l.b == b->unit; })) fact.standing = Standing::same;
  return fact;
}

}  // namespace chancery::questions::compare
