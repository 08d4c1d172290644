// What is looked at to tell whether a sentence ends between two words: the words, shapes and classes on both sides,
// the way back to the last boundary and on to the next stop, open brackets, and how the block is written. Shared by
// the stage and its trainer, so that both see the same.
//
// Hashed features of a linear model (Read et al. 2012 compare such; UDPipe and Punkt look at the same evidence).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "stages/segment/abbreviations.hpp"

namespace chancery {

/// Views of the tokens [first, last) of one block; refers to the document, which must outlive it.
class BoundaryFeatures {
 public:
  BoundaryFeatures(const Document& document, const Abbreviations& abbreviations, Index first, Index last);

  /// Could a sentence end after token `i`? What is left out never ends one: titles before names, "e.g.", closing
  /// punctuation that goes on the same sentence.
  bool may_end(Index i) const;
  /// Log-odds that a boundary after token `i` must exceed: what is plain asks for less than what is strange.
  float needed(Index i, Index begin) const;
  /// A word that begins sentences and no names: "the", "he", "in".
  static bool is_opener(std::string_view lower);
  /// Replaces `out` by the features of the gap after token `i` in a sentence that began at token `begin`.
  void look(Index i, Index begin, std::vector<uint32_t>& out) const;

 private:
  enum class Class : uint8_t {
    outside, lower, capital, upper, letter, mixed, figure, stop, query, dots, colon, semicolon, comma, dash, opening, closing,
    quote, apostrophe, bullet, symbol, address, title, inner, either, smiley, mark, clitic
  };
  struct Seen {
    uint32_t word = 0;    ///< hash of the lower-case form
    uint32_t ending = 0;  ///< hash of its last three characters
    uint32_t shape = 0;   ///< hash of its capitals, letters, digits
    Class kind = Class::outside;
    bool space = false;
    int8_t depth = 0;     ///< brackets open after it
    uint8_t quotes = 0;   ///< straight quotation marks before it, odd or even
    uint32_t next_stop = 0;  ///< tokens to the next stop
    uint32_t verbs = 0;   ///< finite auxiliaries and the like up to here
  };

  Seen see(const Token& token) const;
  Class class_of(const Token& token, std::string_view form) const;
  const Seen& at(int64_t i) const { return i < 0 || i >= static_cast<int64_t>(seen_.size()) ? outside_ : seen_[static_cast<size_t>(i)]; }
  void describe_block();
  void find_label();
  bool is_label(int64_t begin, int64_t colon) const;

  const Document& document_;
  const Abbreviations& abbreviations_;
  Index first_;
  std::vector<Seen> seen_;
  Seen outside_;
  uint32_t block_style_ = 0;
  int64_t label_end_ = 0;
  bool prose_ = false;  ///< a paragraph of sentences with stops, as releases have them
};

}  // namespace chancery
