// The lemma of a word whose tags are known: what the treebank and a dictionary show, else what its ending suggests.
//
// Three steps, all read in place from the model's section "lemmas": a table of words that go their own way, keyed by
// word and tag; the longest known ending of the word, which names an edit script (Chrupała 2006); and for its capitals
// a table by tag, by how the word is written and by whether the language has such a word or name. Lemmas are written
// as the treebank writes them ("n't" => "not", "Presidents" => "president", but "Putin").
//
// A view: the section must outlive it. Immutable, safe to use from any thread. A section that cannot be read throws
// Error(input).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "stages/tag/edit_script.hpp"
#include "stages/tag/hashed_table.hpp"
#include "stages/tag/letters.hpp"
#include "stages/tag/word_set.hpp"

namespace chancery::tag {

/// What a lemma depends on. Empty where unknown; `feats` matters only to models of treebanks without XPOS.
struct TaggedForm {
  std::string_view form;
  std::string_view lower;  ///< plain_lower(form)
  std::string_view upos, xpos, feats;
};

class Lemmatiser {
 public:
  explicit Lemmatiser(std::span<const std::byte> section);

  void lemma(const TaggedForm& word, std::string& out) const;

  /// What the word's ending makes of it, all in lower case, words that go their own way aside. Of a number without
  /// commas between its digits.
  void by_ending(std::string_view lower, uint16_t tag, std::string& out) const;
  /// Number of a pair of tags in this model; a pair never seen is taken for one of the same XPOS, else of the same UPOS.
  uint16_t tag_of(const TaggedForm& word) const;
  /// Bit 0: the language has the word; bit 1: it has such a name.
  unsigned familiarity(std::string_view lower) const;

  static size_t case_index(uint16_t tag, LetterCase letters, unsigned familiarity) {
    return (tag * kLetterCases + static_cast<size_t>(letters)) * 4 + familiarity;
  }

 private:
  EditScript script(uint16_t number) const;
  uint16_t ending_script(std::string_view lower, uint16_t tag) const;
  ScriptBase base_of(std::string_view candidate, uint16_t tag, LetterCase letters) const;
  void apply(const EditScript& script, const TaggedForm& word, uint16_t tag, std::string& out) const;

  HashedTable tags_, own_way_, endings_;
  std::span<const uint32_t> scripts_;  // two a script: where its ending stands; strip, base and the ending's length
  std::string_view appends_;
  std::string_view cases_;
  WordSet words_, names_;
  bool by_features_ = false;
};

}  // namespace chancery::tag

namespace chancery {
using tag::Lemmatiser;
}  // namespace chancery
