// Compiles the text of one pattern into states of the rule set's automaton.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "stages/times/rules.hpp"

namespace chancery::times {

using Macros = std::unordered_map<std::string, std::string>;

/// Throws std::invalid_argument that says what is wrong with the pattern.
class PatternCompiler {
 public:
  PatternCompiler(RuleSet& rules, const Macros& macros) : rules_(rules), macros_(macros) {}

  /// Returns the first and last state of the pattern.
  std::pair<int, int> compile(std::string_view pattern, int depth = 0);

 private:
  struct Fragment {
    int first, last;
  };
  struct Cursor;

  Fragment alternatives(Cursor& at);
  Fragment sequence(Cursor& at);
  Fragment item(Cursor& at);
  Fragment class_reference(const std::string& word);
  Fragment assignment(const std::string& text);
  Fragment phrase(const Lexicon::Phrase& phrase, std::optional<Field> field);
  Fragment literal(const std::string& word);
  Fragment optional(Fragment inner);
  Fragment joined(Fragment a, Fragment b);
  Fragment either(Fragment a, Fragment b);
  Fragment act(Action action);
  int state(State s = {});

  RuleSet& rules_;
  const Macros& macros_;
};

}  // namespace chancery::times
