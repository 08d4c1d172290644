// The words a language's rules speak of: classes of words with a value each, and classes of numbers by shape.
//
// Every word and every number is mapped to one *symbol*, the set of pattern atoms it can stand for, so that the
// automaton makes one table look-up a word. Built while rules are read, then `finish()`ed and immutable; shared by
// threads.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "stages/times/fields.hpp"

namespace chancery::times {

using AtomId = int;  ///< what a pattern can ask of one word: a literal, a word class or a number class
using Symbol = uint16_t;
inline constexpr Symbol kUnknown = 0;

enum class NumberKind : uint8_t { plain, ordinal, decade, grouped, decimal };

/// A number as it stands in the text: "07" is 7 in 2 digits, "25th" an ordinal, "1990s" a decade.
struct Number {
  NumberKind kind = NumberKind::plain;
  uint8_t digits = 0;
  double value = 0;
};

class Lexicon {
 public:
  // The table of words points into the map's keys, which a move keeps and a copy would not.
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;
  Lexicon(Lexicon&&) = default;
  Lexicon& operator=(Lexicon&&) = default;

  struct Phrase {
    std::vector<std::string> words;
    int value = kUnset;
  };

  Lexicon();

  AtomId literal(const std::string& word);
  /// Nothing where no such class was declared.
  std::optional<AtomId> class_named(const std::string& name) const;
  std::optional<Field> field_of(AtomId class_atom) const;
  const std::vector<Phrase>& phrases_of(AtomId class_atom) const;

  AtomId declare_class(const std::string& name, std::optional<Field> field);
  void add(AtomId class_atom, std::string_view phrase, int value);
  void add_number_class(const std::string& name, std::optional<Field> field, NumberKind kind, int low, int high,
                        int min_digits, int max_digits);

  /// Fixes the symbols. No word may be added after it.
  void finish();
  size_t symbols() const { return atoms_of_symbol_.size(); }
  const std::vector<AtomId>& atoms_of(Symbol symbol) const { return atoms_of_symbol_[symbol]; }

  Symbol symbol_of_word(std::string_view lower) const;
  Symbol symbol_of_number(const Number& number) const;
  /// The value of a word in a class; nothing where the word is not in it.
  std::optional<int> value_of(std::string_view lower, AtomId class_atom) const;

 private:
  struct Class {
    std::string name;
    std::optional<Field> field;
    std::vector<Phrase> phrases;  ///< of more than one word
  };
  struct Entry {
    std::vector<std::pair<AtomId, int>> atoms;  ///< with the value in that class
    Symbol symbol = kUnknown;
  };
  struct NumberClass {
    AtomId atom = 0;
    NumberKind kind{};
    int low = 0, high = 0, min_digits = 0, max_digits = 0;
    bool holds(const Number& n) const;
  };
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const;
  };

  Entry& entry(std::string_view word);
  AtomId new_atom(Class c);
  Symbol symbol_of_atoms(std::vector<AtomId> atoms);
  std::vector<AtomId> atoms_of_number(const Number& number) const;
  static size_t number_slot(const Number& number);

  std::vector<Class> classes_;  ///< by atom id; literals have an empty name
  std::unordered_map<std::string, AtomId> class_ids_;
  std::unordered_map<std::string, AtomId> literal_ids_;
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
  std::vector<NumberClass> number_classes_;
  std::vector<std::vector<AtomId>> atoms_of_symbol_;
  std::unordered_map<std::string, Symbol> symbol_ids_;
  std::vector<Symbol> number_symbols_;
  /// Open addressing over the words, built by finish(); an empty slot has no length.
  struct Slot {
    uint32_t hash = 0;
    uint32_t length = 0;
    const char* word = nullptr;
    Symbol symbol = kUnknown;
  };
  void build_slots();
  std::vector<Slot> slots_;
  std::array<uint64_t, 256> lengths_{};  ///< by first byte: a bit for each length that some word has
};

/// Splits a phrase of a data file as documents are split: at spaces, hyphens, before "'s", before a closing stop.
std::vector<std::string> words_of(std::string_view phrase);

}  // namespace chancery::times
