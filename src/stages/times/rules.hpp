// Rule files: patterns over words and what their matches mean. The notation is described in data/times/README.md.
//
// A rule set is read once from one folder (one language) and is immutable afterwards. Errors are thrown as
// Error(input) with file and line.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "stages/times/lexicon.hpp"

namespace chancery::times {

/// What to make of a match; see data/times/README.md.
enum class Op : uint8_t { none, date, relative, ago, later, weekday, duration, set, reference, same, holiday };

/// What must hold beside the words themselves.
enum class Condition : uint8_t { tight, capital, lower, cased, narrative, first, spaced };

struct Action {
  enum class Kind : uint8_t { none, set, open, close } kind = Kind::none;
  Field field{};
  int value = 0;
};

/// One state of a rule's automaton: either consumes one word that fits `atom`, or moves on without one.
struct State {
  AtomId atom = -1;            ///< -1: consumes nothing
  std::optional<Field> field;  ///< where the consumed word's value goes
  Action action;               ///< done when leaving a state that consumes nothing
  int next = -1, other = -1;   ///< `next` is tried first
};

struct Rule {
  std::string name;
  Op op = Op::none;
  std::vector<std::pair<Field, int>> constants;
  std::vector<Condition> conditions;
  int start = -1, accept = -1;  ///< states
};

struct RuleSet {
  Lexicon lexicon;
  std::vector<Rule> rules;  ///< earlier rules win among matches of the same length
  std::vector<State> states;

  /// Reads words.txt and every *.rules file of the folder in the order that rules.txt lists.
  static RuleSet load(const std::filesystem::path& folder);
};

}  // namespace chancery::times
