#include "stages/times/resolve.hpp"

namespace chancery::times {
namespace {

bool is_link(const Atom& a) {
  const std::string_view w = a.lower;
  return w == "," || w == "and" || w == "or" || w == "to" || w == "-" || w == "until" || w == "through" ||
         w == "till" || w == "the" || w == "from" || w == "on";
}

bool linked(const Candidate& a, const Candidate& b, std::span<const Atom> atoms) {
  if (b.first < a.last || b.first - a.last > 3 || atoms[a.first].sentence != atoms[b.first].sentence) return false;
  for (size_t i = a.last; i < b.first; ++i) {
    if (!is_link(atoms[i])) return false;
  }
  return true;
}

bool lacks_year(const Candidate& c) {
  return c.rule->op == Op::date && !c.fields.has(Field::year) &&
         (c.fields.has(Field::month) || c.fields.has(Field::season) || c.fields.has(Field::quarter));
}
bool has_year(const Candidate& c) {
  return c.rule->op == Op::date && c.fields.has(Field::year) && !c.fields.has(Field::era);
}

constexpr size_t kNear = 15;  // words

/// "in September 2019 they signed; in October it took effect": the same sentence goes on in the same year.
bool goes_on(const Candidate& a, const Candidate& b, std::span<const Atom> atoms) {
  return atoms[a.first].sentence == atoms[b.first].sentence && b.first >= a.last && b.first - a.last <= kNear &&
         a.fields.has(Field::month) && b.fields.has(Field::month) &&
         b.fields.get(Field::month) >= a.fields.get(Field::month) && !b.fields.has(Field::weekday);
}

}  // namespace

void carry_years(std::vector<Candidate>& candidates, std::span<const Atom> atoms) {
  for (size_t i = candidates.size(); i-- > 1;) {
    Candidate &a = candidates[i - 1], &b = candidates[i];
    if (!lacks_year(a) || !has_year(b) || !linked(a, b, atoms)) continue;
    // "November 15 to February 15, 1989" begins in the year before.
    const bool wraps = a.fields.has(Field::month) && b.fields.has(Field::month) &&
                       a.fields.get(Field::month) > b.fields.get(Field::month);
    a.fields.set(Field::year, b.fields.get(Field::year) - (wraps ? 1 : 0));
  }
  for (size_t i = 1; i < candidates.size(); ++i) {
    const Candidate& a = candidates[i - 1];
    Candidate& b = candidates[i];
    if (has_year(a) && lacks_year(b) && goes_on(a, b, atoms)) b.fields.set(Field::year, a.fields.get(Field::year));
  }
}

}  // namespace chancery::times
