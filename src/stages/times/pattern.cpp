#include "stages/times/pattern.hpp"

#include <cctype>
#include <stdexcept>
#include <vector>

namespace chancery::times {
namespace {

constexpr int kDeepest = 12;  // macros within macros

bool is_special(char c) {
  return c == '(' || c == ')' || c == '|' || c == '?' || c == '[' || c == ']' || c == '{' || c == '}';
}

std::vector<std::string> pieces_of(std::string_view pattern) {
  std::vector<std::string> pieces;
  for (size_t i = 0; i < pattern.size();) {
    const char c = pattern[i];
    if (c == ' ') {
      ++i;
    } else if (c == '{') {
      const size_t end = pattern.find('}', i);
      if (end == std::string_view::npos) throw std::invalid_argument("'{' without '}'");
      pieces.emplace_back(pattern.substr(i, end + 1 - i));
      i = end + 1;
    } else if (is_special(c)) {
      pieces.emplace_back(1, c);
      ++i;
    } else {
      size_t end = i;
      while (end < pattern.size() && pattern[end] != ' ' && !is_special(pattern[end])) ++end;
      pieces.emplace_back(pattern.substr(i, end - i));
      i = end;
    }
  }
  return pieces;
}

bool is_class_name(const std::string& word) {
  bool upper = false;
  for (const char c : word) {
    if (c == ':') break;
    if (!std::isupper(static_cast<unsigned char>(c)) && !std::isdigit(static_cast<unsigned char>(c)) && c != '_')
      return false;
    upper |= std::isupper(static_cast<unsigned char>(c)) != 0;
  }
  return upper;
}

}  // namespace

struct PatternCompiler::Cursor {
  std::vector<std::string> pieces;
  size_t at = 0;
  int depth = 0;
  bool done() const { return at >= pieces.size(); }
  const std::string& now() const { return pieces[at]; }
  bool is(const char* what) const { return !done() && now() == what; }
};

int PatternCompiler::state(State s) {
  rules_.states.push_back(s);
  return static_cast<int>(rules_.states.size() - 1);
}

std::pair<int, int> PatternCompiler::compile(std::string_view pattern, int depth) {
  if (depth > kDeepest) throw std::invalid_argument("macros refer to each other");
  Cursor cursor{pieces_of(pattern), 0, depth};
  const Fragment all = alternatives(cursor);
  if (!cursor.done()) throw std::invalid_argument("unexpected '" + cursor.now() + "'");
  return {all.first, all.last};
}

PatternCompiler::Fragment PatternCompiler::alternatives(Cursor& at) {
  Fragment all = sequence(at);
  while (at.is("|")) {
    ++at.at;
    all = either(all, sequence(at));
  }
  return all;
}

PatternCompiler::Fragment PatternCompiler::sequence(Cursor& at) {
  Fragment all = act({});
  while (!at.done() && !at.is("|") && !at.is(")")) {
    Fragment next = item(at);
    if (at.is("?")) {
      ++at.at;
      next = optional(next);
    }
    all = joined(all, next);
  }
  return all;
}

PatternCompiler::Fragment PatternCompiler::item(Cursor& at) {
  const std::string word = at.now();
  ++at.at;
  if (word == "(") {
    const Fragment inner = alternatives(at);
    if (!at.is(")")) throw std::invalid_argument("'(' without ')'");
    ++at.at;
    return inner;
  }
  if (word == "[") return act({Action::Kind::open, {}, 0});
  if (word == "]") return act({Action::Kind::close, {}, 0});
  if (word[0] == '{') return assignment(word.substr(1, word.size() - 2));
  if (word[0] == '@') {
    const auto macro = macros_.find(word);
    if (macro == macros_.end()) throw std::invalid_argument("no macro " + word);
    const auto [first, last] = compile(macro->second, at.depth + 1);
    return {first, last};
  }
  if (word == "?") throw std::invalid_argument("'?' after nothing");
  return is_class_name(word) ? class_reference(word) : literal(word);
}

PatternCompiler::Fragment PatternCompiler::class_reference(const std::string& word) {
  const size_t colon = word.find(':');
  const auto atom = rules_.lexicon.class_named(word.substr(0, colon));
  if (!atom) throw std::invalid_argument("no class " + word.substr(0, colon));
  std::optional<Field> field = rules_.lexicon.field_of(*atom);
  if (colon != std::string::npos) {
    field = field_named(word.substr(colon + 1));
    if (!field && word.substr(colon + 1) != "_") throw std::invalid_argument("no field " + word.substr(colon + 1));
  }
  const int last = state();
  Fragment all{state({*atom, field, {}, last, -1}), last};
  for (const auto& p : rules_.lexicon.phrases_of(*atom)) all = either(phrase(p, field), all);
  return all;
}

PatternCompiler::Fragment PatternCompiler::phrase(const Lexicon::Phrase& p, std::optional<Field> field) {
  Fragment all = field && p.value != kUnset ? act({Action::Kind::set, *field, p.value}) : act({});
  for (const std::string& word : p.words) all = joined(all, literal(word));
  return all;
}

PatternCompiler::Fragment PatternCompiler::literal(const std::string& word) {
  const int last = state();
  return {state({rules_.lexicon.literal(word), std::nullopt, {}, last, -1}), last};
}

PatternCompiler::Fragment PatternCompiler::assignment(const std::string& text) {
  const size_t equals = text.find('=');
  const auto field = field_named(text.substr(0, equals));
  if (equals == std::string::npos || !field) throw std::invalid_argument("no field in {" + text + "}");
  const auto value = symbol_named(*field, text.substr(equals + 1));
  if (!value) throw std::invalid_argument("no such value in {" + text + "}");
  return act({Action::Kind::set, *field, *value});
}

PatternCompiler::Fragment PatternCompiler::act(Action action) {
  const int last = state();
  return {state({-1, std::nullopt, action, last, -1}), last};
}

PatternCompiler::Fragment PatternCompiler::joined(Fragment a, Fragment b) {
  rules_.states[static_cast<size_t>(a.last)].next = b.first;
  return {a.first, b.last};
}

PatternCompiler::Fragment PatternCompiler::either(Fragment a, Fragment b) {
  const int last = state();
  rules_.states[static_cast<size_t>(a.last)].next = last;
  rules_.states[static_cast<size_t>(b.last)].next = last;
  return {state({-1, std::nullopt, {}, a.first, b.first}), last};
}

PatternCompiler::Fragment PatternCompiler::optional(Fragment inner) {
  const int last = state();
  rules_.states[static_cast<size_t>(inner.last)].next = last;
  return {state({-1, std::nullopt, {}, inner.first, last}), last};
}

}  // namespace chancery::times
