// What the model of attributions sees of a document's words beside their vectors: numbers for their columns, where
// their subtrees begin and end, and in which quotation they stand. Shared by the program and the trainer.
//
// Built once a document, then const; refers to the document. Indices are tokens. Linear in the text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document/children.hpp"
#include "document/document.hpp"

namespace chancery {

/// "\"", "“", "«", "''" and their like.
bool is_double_mark(std::string_view form);

class WordView {
 public:
  explicit WordView(const Document& document);

  struct Word {
    uint64_t lower = 0, lemma = 0, upos = 0, deprel = 0;  ///< hashes of the columns
    Index low = 0, high = 0;                              ///< first and last word of its subtree
    uint32_t quotation = 0;                               ///< number of the quotation it stands in, marks included; 0: none
    bool is_mark = false;                                 ///< a double quotation mark
    bool is_small = false;                                ///< a word of few letters or that links: shown by its form
  };
  const Word& operator[](Index i) const { return words_[i]; }
  size_t size() const { return words_.size(); }
  const Document& document() const { return document_; }
  Index head(Index i) const { return document_.tokens[i].head; }
  /// The children of a word, in order.
  std::span<const Index> children(Index i) const { return children_.of(i); }
  /// Whether the word can be what an attribution hangs on: "said", "according", "claims", the colon of a transcript.
  bool may_be_predicate(Index i) const;

 private:
  void measure_subtrees();
  void number_quotations();

  const Document& document_;
  std::vector<Word> words_;
  Children children_;
};

}  // namespace chancery
