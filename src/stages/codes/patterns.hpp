// The patterns that tell which words name which act of PLOVER, read from data/codes/<language>/.
//
// A pattern names a verb (or a noun with "be"), the object or prepositional argument it must have, and the places in
// the tree where the other side of the act stands; docs/codes.md describes the format. Immutable after load, shared by
// threads. A malformed line throws Error(input) with file and line; the roots and what an act becomes under "plans to",
// "refused to", "threatened to" are tables beside the patterns.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/facts.hpp"
#include "knowledge/word_classes.hpp"

namespace chancery::codes {

/// What kind of act a root is, as far as plans, refusals and threats change it.
enum class RootClass : uint8_t { cooperation, concession, words, hostility };

/// A noun that the verb must have: its object, or what a preposition joins to it.
struct ArgumentTest {
  std::string preposition;  ///< empty: the object
  std::vector<std::string> lemmas;
};

enum class Direction : uint8_t { forward, backward, mutual };

struct Pattern {
  std::string root, mode, context;
  std::string particle;                  ///< "off" of "call off"
  std::vector<ArgumentTest> arguments;
  std::vector<std::string> modals;       ///< one of them stands in the clause that the verb reports: "must"
  std::string barred;                    ///< a preposition that belongs to the verb, not to its object: "of" of "accuse"
  Direction direction = Direction::forward;
  std::vector<std::string> slots;        ///< where the other side stands, the first that is filled counts
  /// How much it asks for; "any noun" counts less than a noun by name.
  size_t strictness() const {
    size_t asked = !particle.empty() + !modals.empty();
    for (const ArgumentTest& test : arguments) asked += test.lemmas.front() == "*" ? 1 : 2;
    return asked;
  }
};

/// A sentence in a pattern file with what it must be coded as: what `chancery codes check` runs.
struct Example {
  std::string root;
  std::string text;
  std::string source, target;  ///< as marked in the sentence
  bool holds = true;           ///< false: the sentence must not be coded so
  std::string file;
  size_t line = 0;
};

/// What the words above an act make of it: "plans to", "refused to".
struct Operator {
  std::string name;
  std::array<std::string, 4> becomes;  ///< by RootClass: a root, "same", or "-" for no act
};

class PatternBook {
 public:
  static PatternBook load(const std::filesystem::path& folder);

  /// Patterns whose verb or noun is `lemma`, the strictest first.
  const std::vector<Pattern>& of(const std::string& lemma) const;
  /// The lemma itself as the book holds it; empty where it holds none.
  const std::string& known(const std::string& lemma) const;
  /// The operator that the word is; null where it is none.
  const Operator* operator_of(const std::string& lemma) const;
  const Operator& named(const std::string& name) const { return operators_.at(name); }
  RootClass class_of(const std::string& root) const { return classes_.at(root); }
  /// The context that a word of the act shows: "military" of "aid"; empty where none.
  const std::string& context_of(const std::string& lemma) const;
  /// Whether a noun names people or a body of people.
  bool is_actor(const std::string& lemma) const { return !words_.has(lemma, "no_actor") && (words_.has(lemma, "actor") || actors_.has(lemma, "actor")); }
  /// Whether it acts in an actor's place: "a U.S. airstrike killed".
  bool is_instrument(const std::string& lemma) const { return words_.has(lemma, "instrument"); }
  /// Whether a noun names a place that stands for the people in it: "aid to the region".
  bool is_place(const std::string& lemma) const { return words_.has(lemma, "place"); }
  size_t size() const { return size_; }  ///< patterns, as the files have them
  const std::vector<Example>& examples() const { return examples_; }

 private:
  friend class PatternFile;
  std::unordered_map<std::string, std::vector<Pattern>> patterns_;
  std::unordered_map<std::string, RootClass> classes_;
  std::unordered_map<std::string, Operator> operators_;
  std::unordered_map<std::string, std::string> operator_words_, contexts_;
  size_t size_ = 0;
  WordClasses words_, actors_;
  std::vector<Example> examples_;
};

}  // namespace chancery::codes
