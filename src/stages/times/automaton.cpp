#include "stages/times/automaton.hpp"

#include <algorithm>
#include <map>

#include "base/error.hpp"

namespace chancery::times {
namespace {

using StateSet = std::vector<int>;

/// Subset construction over the symbols of the lexicon.
class Builder {
 public:
  explicit Builder(const RuleSet& rules)
      : rules_(rules),
        rule_of_accept_(rules.states.size(), -1),
        symbols_of_atom_(atom_count()),
        closures_(rules.states.size()),
        mark_(rules.states.size()) {
    for (size_t i = 0; i < rules.rules.size(); ++i)
      rule_of_accept_[static_cast<size_t>(rules.rules[i].accept)] = static_cast<int>(i);
    for (size_t s = 0; s < rules.lexicon.symbols(); ++s) {
      for (const AtomId a : rules.lexicon.atoms_of(static_cast<Symbol>(s)))
        symbols_of_atom_[static_cast<size_t>(a)].push_back(static_cast<Symbol>(s));
    }
  }

  /// The states reachable without a word that consume one or end a rule: only these tell two sets apart.
  StateSet closure(const StateSet& open) {
    StateSet all;
    for (const int s : open) {
      const StateSet& from = closure_of(s);
      all.insert(all.end(), from.begin(), from.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  /// Where each symbol leads from a set of states.
  std::map<Symbol, StateSet> moves(const StateSet& from) const {
    std::map<Symbol, StateSet> to;
    for (const int s : from) {
      const State& state = rules_.states[static_cast<size_t>(s)];
      if (state.atom < 0) continue;
      for (const Symbol symbol : symbols_of_atom_[static_cast<size_t>(state.atom)]) to[symbol].push_back(state.next);
    }
    return to;
  }

  std::vector<uint16_t> accepted(const StateSet& set) const {
    std::vector<uint16_t> found;
    for (const int s : set) {
      if (const int rule = rule_of_accept_[static_cast<size_t>(s)]; rule >= 0)
        found.push_back(static_cast<uint16_t>(rule));
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  const StateSet& closure_of(int start) {
    StateSet& kept = closures_[static_cast<size_t>(start)];
    if (!kept.empty()) return kept;
    StateSet stack = {start}, seen;
    while (!stack.empty()) {
      const auto s = static_cast<size_t>(stack.back());
      stack.pop_back();
      if (mark_[s]) continue;
      mark_[s] = true;
      seen.push_back(static_cast<int>(s));
      const State& state = rules_.states[s];
      if (state.atom >= 0 || rule_of_accept_[s] >= 0) kept.push_back(static_cast<int>(s));
      if (state.atom >= 0) continue;
      if (state.next >= 0) stack.push_back(state.next);
      if (state.other >= 0) stack.push_back(state.other);
    }
    for (const int s : seen) mark_[static_cast<size_t>(s)] = false;
    return kept;
  }

  size_t atom_count() const {
    AtomId most = 0;
    for (const State& s : rules_.states) most = std::max(most, s.atom);
    for (size_t s = 0; s < rules_.lexicon.symbols(); ++s) {
      for (const AtomId a : rules_.lexicon.atoms_of(static_cast<Symbol>(s))) most = std::max(most, a);
    }
    return static_cast<size_t>(most) + 1;
  }

  const RuleSet& rules_;
  std::vector<int> rule_of_accept_;
  std::vector<std::vector<Symbol>> symbols_of_atom_;
  std::vector<StateSet> closures_;  ///< by state, filled when first asked for
  std::vector<bool> mark_;
};

}  // namespace

Automaton::Automaton(const RuleSet& rules) : symbols_(rules.lexicon.symbols()) {
  Builder builder(rules);
  std::map<StateSet, Node> ids;
  std::vector<StateSet> sets;
  const auto node_of = [&](StateSet set) {
    const auto [it, fresh] = ids.try_emplace(set, static_cast<Node>(sets.size()));
    if (fresh) {
      if (sets.size() >= 0xFFFF)
        throw Error(ErrorKind::input,
                    "the rules of data/times need more than 65,535 automaton nodes; split the largest patterns");
      accepted_.push_back(builder.accepted(set));
      sets.push_back(std::move(set));
      table_.resize(sets.size() * symbols_, kDead);
    }
    return it->second;
  };
  node_of({});  // kDead
  StateSet starts;
  for (const Rule& rule : rules.rules) starts.push_back(rule.start);
  node_of(builder.closure(starts));  // kStart
  for (size_t i = kStart; i < sets.size(); ++i) {
    for (auto& [symbol, targets] : builder.moves(sets[i])) {
      const Node to = node_of(builder.closure(targets));
      table_[i * symbols_ + symbol] = to;
    }
  }
}

}  // namespace chancery::times
