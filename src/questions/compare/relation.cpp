#include "questions/compare/relation.hpp"

#include <algorithm>

#include "questions/compare/figures.hpp"

namespace chancery::questions::compare {
namespace {

constexpr double kSame = 0.6;         ///< of what the slighter unit says, what the other must say too
constexpr double kSameBoth = 0.35;    ///< the same for the one that says more
constexpr double kOnePoint = 0.75;    ///< what both must share to be one point, told with opposite polarity

void add(std::vector<std::string>& why, std::string_view what) {
  if (std::ranges::find(why, what) == why.end()) why.emplace_back(what);
}

std::vector<std::string> reasons(const Unit& a, const Content& content_a, const Unit& b, const Content& content_b, const Holders& holders) {
  std::vector<std::string> why;
  for (const Word& of_a : content_a.words) {
    for (const Word& of_b : content_b.words) {
      if (of_a.light || of_b.light) continue;
      if (of_a.own == of_b.own) add(why, of_a.kind == "names" || of_a.kind == "matter" ? "topic" : of_a.kind);
      else if (of_a.subject != kNone && of_a.subject == of_b.subject) add(why, of_a.kind);
    }
  }
  if (holders.between(a, b) == Mouth::same) add(why, "holder");
  if (!a.act.empty() && a.act == b.act) add(why, "act");
  return why;
}

bool opposite(const Unit& a, const Unit& b) {
  const bool agree = a.act == "agreed" || b.act == "agreed", disagree = a.act == "disagreed" || b.act == "disagreed";
  return a.negated != b.negated || (agree && disagree);
}

/// One point, by one holder, told with opposite polarity.
bool polarity_clashes(const Unit& a, const Unit& b, const Marks& marks, const Holders& holders) {
  return opposite(a, b) && std::min(marks.told_a, marks.told_b) >= kOnePoint && holders.between(a, b) == Mouth::same;
}

/// Two exact figures of one thing that cannot both hold.
std::optional<Incompatible> figures_clash(const Side& a, const Unit& of_a, const Side& b, const Unit& of_b, const Lexicon& lexicon) {
  for (const Figure& left : a.document->figures) {
    if (!of_a.span.contains(left.span)) continue;
    for (const Figure& right : b.document->figures) {
      if (!of_b.span.contains(right.span) || !measure_the_same(left, right, lexicon)) continue;
      if (standing_of(left, right) == Standing::contradicts) return Incompatible{left.span, right.span, "figure"};
    }
  }
  return {};
}

Relation plain_relation(const Marks& marks) {
  const bool same = std::max(marks.told_a, marks.told_b) >= kSame && std::min(marks.told_a, marks.told_b) >= kSameBoth;
  return same ? Relation::same : Relation::differs;
}

}  // namespace

Link link_of(const Match& match, const Side& a, const Unit& of_a, const Content& content_a, const Side& b, const Unit& of_b, const Content& content_b,
             const Holders& holders, const Lexicon& lexicon) {
  Marks marks = marks_of(content_a, content_b, lexicon);
  Link link;
  link.a = match.a;
  link.b = match.b;
  link.confidence = match.score;
  link.relation = plain_relation(marks);
  link.incompatible = figures_clash(a, of_a, b, of_b, lexicon);
  if (!link.incompatible && polarity_clashes(of_a, of_b, marks, holders)) link.incompatible = Incompatible{of_a.span, of_b.span, "polarity"};
  if (link.incompatible) link.relation = Relation::contradicts;
  link.why = reasons(of_a, content_a, of_b, content_b, holders);
  link.marks_a = std::move(marks.a);
  link.marks_b = std::move(marks.b);
  link.names = std::move(marks.names);
  return link;
}

}  // namespace chancery::questions::compare
