// What the network sees of a word: its row in the vocabulary, rows of hashed pieces (affixes, character n-grams, shape)
// and flags for the lexicons it stands in. Shared by the trainer and the program, so that both see the same.
//
// The vocabulary is an open-addressing table of (fingerprint, row) pairs read in place from the model; it belongs to
// the model's owner. Everything here is const and thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "knowledge/lexicon.hpp"

namespace chancery {

/// The form under which a word is looked up: Token::lower with every digit as "0".
std::string vocabulary_form(std::string_view lower);

class Vocabulary {
 public:
  static constexpr uint32_t kUnknown = 0;

  Vocabulary() = default;
  /// `table`: pairs of fingerprint and row, a power of two of them; row 0 is a free place. A row not below `rows`
  /// counts as unknown.
  Vocabulary(std::span<const uint32_t> table, uint32_t rows) : table_(table), rows_(rows) {}
  /// Lays out a table for words whose rows are 1, 2, ... in their order.
  static std::vector<uint32_t> build(const std::vector<std::string>& words);

  /// Row of a vocabulary_form, kUnknown where it has none.
  uint32_t find(std::string_view form) const;

 private:
  std::span<const uint32_t> table_;
  uint32_t rows_ = 0;
};

/// Lexicon flags of a word, as bit positions: begins or goes on in a phrase of that kind.
inline constexpr uint32_t kLexiconFlags = 24;

/// The features of a run of words. Rows of pieces of word i: pieces[piece_begin[i] .. piece_begin[i + 1]).
struct WordFeatures {
  std::vector<uint32_t> words;
  std::vector<uint32_t> pieces;
  std::vector<uint32_t> piece_begin{0};
  std::vector<uint32_t> flags;

  size_t size() const { return words.size(); }
  void clear();
};

/// Appends the rows of the pieces of one word; rows lie in [0, piece_rows).
void add_pieces(std::string_view form, std::string_view lower, uint32_t piece_rows, std::vector<uint32_t>& rows);

/// Features of tokens [first, last) of a document; `lexicon` may be null.
void add_features(const Document& document, Index first, Index last, const Vocabulary& vocabulary, uint32_t piece_rows, const Lexicon* lexicon,
                  WordFeatures& out);

}  // namespace chancery
