#include "questions/compare/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "questions/compare/alignment.hpp"
#include "questions/compare/commitments.hpp"
#include "questions/compare/facts.hpp"
#include "questions/compare/figures.hpp"
#include "questions/compare/relation.hpp"
#include "questions/compare/units.hpp"

namespace chancery::questions::compare {
namespace {

constexpr std::array<std::string_view, 3> kUnitKinds{"point", "statement", "commitment"};
constexpr std::array<std::string_view, 3> kRelations{"same", "differs", "contradicts"};
constexpr std::array<std::string_view, 6> kStandings{"same", "differs", "contradicts", "only_a", "only_b", "neither"};

/// Of the words that tell of the encounter.
Length length_of(const Side& side, const std::vector<Unit>& units) {
  const Document& d = *side.document;
  Length length;
  length.points = static_cast<size_t>(std::ranges::count(units, UnitKind::point, &Unit::kind));
  length.statements = static_cast<size_t>(std::ranges::count_if(d.statements, [&](const Statement& s) { return belongs(side, s.span) && s.mode != StatementMode::turn; }));
  for (const Sentence& sentence : d.sentences) {
    if (sentence.span.part == Part::title || !belongs(side, sentence.span)) continue;
    ++length.sentences;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      const Shape shape = d.tokens[i].shape;
      length.words += shape != Shape::punctuation && shape != Shape::symbol;
    }
    if (side.passage) length.characters += utf8::count(d.of(sentence.span));
  }
  if (!side.passage) length.characters = utf8::count(d.text);
  return length;
}

void note(std::string_view which, const Side& side, const Units& units, std::vector<std::string>& notes) {
  for (const std::string& one : side.document->notes) notes.push_back(fmt::format("{}: {}", which, one));
  if (side.passage) notes.push_back(fmt::format("{}: only the part of the document that tells of this encounter was compared", which));
  if (units.cut) notes.push_back(fmt::format("{}: only the first {} clauses were compared", which, kMostUnits));
  if (side.document->text.empty()) notes.push_back(fmt::format("{}: there is no text", which));
  else if (units.units.empty() && side.document->notes.empty()) notes.push_back(fmt::format("{}: no points, statements or commitments were found in it", which));
}

}  // namespace

std::string_view name_of(UnitKind kind) { return kUnitKinds[static_cast<size_t>(kind)]; }
std::string_view name_of(Relation relation) { return kRelations[static_cast<size_t>(relation)]; }
std::string_view name_of(Standing standing) { return kStandings[static_cast<size_t>(standing)]; }

Comparison compare(const Side& a, const Side& b, const Lexicon& lexicon) {
  Comparison out;
  out.a = a;
  out.b = b;
  Units of_a = units_of(a), of_b = units_of(b);
  note("a", a, of_a, out.notes);
  note("b", b, of_b, out.notes);
  out.units_a = std::move(of_a.units);
  out.units_b = std::move(of_b.units);
  out.length_a = length_of(a, out.units_a);
  out.length_b = length_of(b, out.units_b);

  const Holders holders(a, b);
  const Contents contents = contents_of(a, out.units_a, b, out.units_b, lexicon);
  Alignment alignment = align(out.units_a, out.units_b, contents, holders);
  for (const Match& match : alignment.links) {
    out.links.push_back(link_of(match, a, out.units_a[match.a], contents.a[match.a], b, out.units_b[match.b], contents.b[match.b], holders, lexicon));
  }
  out.nearest = std::move(alignment.nearest);
  out.facts = compare_facts(out, holders, lexicon);
  out.figures = compare_figures(a, b, lexicon);
  out.commitments = compare_commitments(a, b, holders, lexicon);
  return out;
}

}  // namespace chancery::questions::compare
