#include "cli/compare_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "writers/describe.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {

using namespace questions::compare;
using questions::compare::Comparison;

std::vector<Row> rows_of(const Comparison& c) {
  std::vector<Row> rows;
  std::vector<bool> shown(c.units_b.size(), false), linked(c.units_b.size(), false);
  for (const Link& link : c.links) linked[link.b] = true;
  size_t next = 0;
  const auto alone_before = [&](size_t end) {
    for (; next < end; ++next) {
      if (linked[next] || shown[next]) continue;
      Row row;
      row.b = next;
      shown[next] = true;
      rows.push_back(row);
    }
  };
  size_t at = 0;
  for (size_t i = 0; i < c.units_a.size(); ++i) {
    Row row;
    row.a = i;
    if (at == c.links.size() || c.links[at].a != i) {
      rows.push_back(row);
      continue;
    }
    alone_before(c.links[at].b);
    for (bool first = true; at < c.links.size() && c.links[at].a == i; ++at, first = false) {
      const Link& link = c.links[at];
      Row one;
      one.link = &link;
      (first ? one.a : one.again_a) = i;
      (shown[link.b] ? one.again_b : one.b) = link.b;
      shown[link.b] = true;
      rows.push_back(one);
    }
  }
  alone_before(c.units_b.size());
  return rows;
}

std::string described(const Side& side, const Unit& unit, char letter, size_t number, const std::vector<Span>& marks, const Console& console) {
  const Document& d = *side.document;
  std::string holders;
  for (const Index holder : unit.holders) holders += (holders.empty() ? "" : ", ") + writers::safe_line(d.entities[holder].name);
  std::string act = unit.act.empty() ? std::string(name_of(unit.kind)) : writers::spoken(unit.act);
  if (unit.negated && unit.act != "not_raised") act = "not " + act;
  std::string out = console.styled(fmt::format("{}{}", letter, number + 1), Style::bold) + " " + holders + (holders.empty() ? "" : " ") + act + ":";
  // Word by word, so that a line break never falls inside a colour.
  const auto [first, last] = d.tokens_in(unit.span);
  std::string word;
  bool marked = false;
  const auto close = [&] {
    if (word.empty()) return;
    const std::string safe = writers::safe_line(word);
    out += " " + (!marked ? safe : console.colour() ? console.styled(safe, Style::yellow) : "_" + safe + "_");
    word.clear();
    marked = false;
  };
  for (Index i = first; i < last; ++i) {
    const Token& token = d.tokens[i];
    if (i > first && d.text.substr(d.tokens[i - 1].span.end, token.span.begin - d.tokens[i - 1].span.end) != "") close();
    word += d.of(token);
    marked = marked || std::ranges::any_of(marks, [&](const Span& mark) { return mark.overlaps(token.span); });
  }
  close();
  return out;
}

std::string_view sign_of(Relation relation) { return relation == Relation::same ? "=" : relation == Relation::differs ? "~" : "!"; }

std::string_view sign_of(Standing standing) {
  switch (standing) {
    case Standing::same: return "=";
    case Standing::differs: return "~";
    case Standing::contradicts: return "!";
    default: return " ";
  }
}

}  // namespace chancery::cli
