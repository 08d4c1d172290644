#include "stages/times/matcher.hpp"

#include <algorithm>
#include <array>

#include "stages/times/check.hpp"

namespace chancery::times {
namespace {

constexpr size_t kLongest = 40;  // words in one expression with its context

bool fits(const Lexicon& lexicon, const Atom& atom, AtomId wanted) {
  const auto& atoms = lexicon.atoms_of(atom.symbol);
  return std::binary_search(atoms.begin(), atoms.end(), wanted);
}

/// Finds one way through a rule's states that takes exactly the given words, first alternatives first.
class Path {
 public:
  Path(const RuleSet& rules, const Rule& rule, std::span<const Atom> atoms, size_t first, size_t last)
      : rules_(rules), rule_(rule), atoms_(atoms), at_(first), last_(last) {}

  bool find() { return from(rule_.start); }
  const std::vector<std::pair<int, size_t>>& steps() const { return steps_; }

 private:
  bool from(int s) {
    if (s == rule_.accept) return at_ == last_;
    const State& state = rules_.states[static_cast<size_t>(s)];
    if (state.atom >= 0) {
      if (at_ >= last_ || !fits(rules_.lexicon, atoms_[at_], state.atom)) return false;
      return take(s, state.next, 1);
    }
    if (state.next >= 0 && take(s, state.next, 0)) return true;
    return state.other >= 0 && take(s, state.other, 0);
  }

  bool take(int s, int next, size_t words) {
    steps_.emplace_back(s, at_);
    at_ += words;
    if (from(next)) return true;
    at_ -= words;
    steps_.pop_back();
    return false;
  }

  const RuleSet& rules_;
  const Rule& rule_;
  std::span<const Atom> atoms_;
  size_t at_, last_;
  std::vector<std::pair<int, size_t>> steps_;
};

void enter(const Lexicon& lexicon, const Atom& atom, const State& state, Fields& fields) {
  if (!state.field) return;
  if (atom.is_number) {
    fields.capture(*state.field, atom.number.value);
  } else if (const auto value = lexicon.value_of(atom.lower, state.atom)) {
    fields.capture(*state.field, *value);
  }
}

bool holds(Condition condition, const Candidate& c, std::span<const Atom> atoms, bool narrative) {
  switch (condition) {
    case Condition::tight:
      for (size_t i = c.context_first + 1; i < c.context_last; ++i) {
        if (atoms[i].space_before) return false;
      }
      return true;
    case Condition::spaced:
      return c.first == 0 || atoms[c.first].space_before;
    case Condition::capital:
      return atoms[c.first].capital;
    case Condition::lower:
      return !atoms[c.first].capital;
    // Every word of letters begins with a capital: "Victory Day".
    case Condition::cased:
      for (size_t i = c.first; i < c.last; ++i) {
        const bool small = !atoms[i].is_number && !atoms[i].capital && atoms[i].lower.size() > 3;
        if (small) return false;
      }
      return atoms[c.last - 1].capital || atoms[c.first].capital;
    case Condition::narrative:
      return narrative;
    case Condition::first: {
      if (c.first == 0 || atoms[c.first - 1].sentence != atoms[c.first].sentence) return true;
      const std::string_view before = atoms[c.first - 1].lower;
      return before == "\"" || before == ":" || before == "-";
    }
  }
  return true;
}

/// The two expressions of "3 May and 5": each with its own day.
std::array<Candidate, 2> parted(const Candidate& c) {
  std::array<Candidate, 2> both = {c, c};
  both[1].first = c.second_first;
  both[1].last = c.second_last;
  both[1].fields.set(Field::day, c.fields.get(Field::day2));
  for (Candidate& one : both) {
    one.fields.clear(Field::day2);
    one.second_first = one.second_last = 0;
  }
  return both;
}

const Rule& no_time() {
  static const Rule rule{"no_time", Op::none, {}, {}, -1, -1};
  return rule;
}

}  // namespace

std::optional<Candidate> Matcher::read(const Rule& rule, std::span<const Atom> atoms, size_t first, size_t last) const {
  Path path(rules_, rule, atoms, first, last);
  if (!path.find()) return std::nullopt;
  Candidate c;
  c.rule = &rule;
  c.context_first = c.first = first;
  c.context_last = c.last = last;
  for (const auto& [field, value] : rule.constants) c.fields.capture(field, value);
  int opened = 0;
  for (const auto& [s, at] : path.steps()) {
    const State& state = rules_.states[static_cast<size_t>(s)];
    if (state.atom >= 0) {
      enter(rules_.lexicon, atoms[at], state, c.fields);
      continue;
    }
    switch (state.action.kind) {
      case Action::Kind::set:
        c.fields.capture(state.action.field, state.action.value);
        break;
      case Action::Kind::open:
        (opened++ == 0 ? c.first : c.second_first) = at;
        break;
      case Action::Kind::close:
        (opened == 1 ? c.last : c.second_last) = at;
        break;
      case Action::Kind::none:
        break;
    }
  }
  return c;
}

std::optional<Candidate> Matcher::best_at(std::span<const Atom> atoms, size_t at, bool narrative) const {
  struct End {
    size_t last;
    Automaton::Node node;
  };
  std::array<End, kLongest> ends;
  size_t count = 0;
  const Index sentence = atoms[at].sentence;
  const Part part = atoms[at].span.part;
  Automaton::Node node = Automaton::kStart;
  for (size_t i = at;
       i < atoms.size() && i < at + kLongest && atoms[i].sentence == sentence && atoms[i].span.part == part; ++i) {
    node = automaton_.step(node, atoms[i].symbol);
    if (node == Automaton::kDead) break;
    if (!automaton_.accepted(node).empty()) ends[count++] = {i + 1, node};
  }
  while (count > 0) {
    const End& end = ends[--count];
    for (const uint16_t id : automaton_.accepted(end.node)) {
      auto c = read(rules_.rules[id], atoms, at, end.last);
      if (!c || c->first >= c->last) continue;
      const auto& conditions = c->rule->conditions;
      const bool all = std::all_of(conditions.begin(), conditions.end(),
                                   [&](Condition k) { return holds(k, *c, atoms, narrative); });
      if (!all) continue;
      if (possible(c->fields)) return c;
      // A day that does not exist is no shorter date either: "31 February" is not "February".
      if (c->fields.has(Field::day) && c->fields.has(Field::month) && !c->fields.has(Field::day2)) {
        c->rule = &no_time();
        return c;
      }
    }
  }
  return std::nullopt;
}

std::vector<Candidate> Matcher::find(std::span<const Atom> atoms, bool narrative) const {
  std::vector<Candidate> found;
  for (size_t at = 0; at < atoms.size();) {
    if (automaton_.step(Automaton::kStart, atoms[at].symbol) == Automaton::kDead) {
      ++at;
      continue;
    }
    auto c = best_at(atoms, at, narrative);
    if (!c) {
      ++at;
      continue;
    }
    // Words before the expression only introduce it; what begins at the expression itself may reach farther.
    if (c->first > at) {
      auto inner = best_at(atoms, c->first, narrative);
      const bool farther =
          inner && (inner->last > c->last || (inner->last == c->last && inner->context_last > c->context_last));
      if (farther) c = inner;
    }
    at = std::max({at + 1, c->last, c->second_last});
    if (c->rule->op == Op::none) continue;
    if (c->second_last == 0) {
      found.push_back(*c);
    } else {
      const auto both = parted(*c);
      found.insert(found.end(), both.begin(), both.end());
    }
  }
  return found;
}

}  // namespace chancery::times
