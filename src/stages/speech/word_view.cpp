#include "stages/speech/word_view.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "base/one_of.hpp"

namespace chancery {
namespace {

constexpr size_t kSmall = 4;  // bytes

}  // namespace

bool is_double_mark(std::string_view form) { return one_of(form, {"\"", "“", "”", "„", "«", "»", "''", "``"}); }

WordView::WordView(const Document& document) : document_(document), words_(document.tokens.size()), children_(document.tokens) {
  for (Index i = 0; i < words_.size(); ++i) {
    const Token& token = document.tokens[i];
    Word& word = words_[i];
    word.lower = hash64(token.lower);
    word.lemma = hash64(token.lemma);
    word.upos = hash64(token.upos);
    word.deprel = hash64(token.deprel);
    word.is_mark = is_double_mark(document.of(token));
    word.is_small = token.lower.size() <= kSmall || token.upos == "SCONJ" || token.upos == "ADP";
  }
  measure_subtrees();
  number_quotations();
}

/// From the leaves up: the order of a walk from the roots, turned round.
void WordView::measure_subtrees() {
  std::vector<Index> order;
  order.reserve(words_.size());
  for (Index i = 0; i < words_.size(); ++i) {
    words_[i].low = words_[i].high = i;
    if (head(i) == kNone) order.push_back(i);
  }
  for (size_t i = 0; i < order.size(); ++i) {
    const auto some = children(order[i]);
    order.insert(order.end(), some.begin(), some.end());
  }
  for (size_t i = order.size(); i-- > 0;) {
    const Index above = head(order[i]);
    if (above == kNone) continue;
    words_[above].low = std::min(words_[above].low, words_[order[i]].low);
    words_[above].high = std::max(words_[above].high, words_[order[i]].high);
  }
}

/// Marks open and close in turn within a paragraph; an opening mark while one is open begins a new quotation.
void WordView::number_quotations() {
  uint32_t open = 0, count = 0;
  Index block = kNone;
  for (Index i = 0; i < words_.size(); ++i) {
    const Index here = document_.sentences[document_.tokens[i].sentence].block;
    if (here != block) open = 0;
    block = here;
    const auto form = document_.of(document_.tokens[i]);
    const bool opens_only = one_of(form, {"“", "„", "«", "``"});
    if (words_[i].is_mark && open != 0 && !opens_only) {
      words_[i].quotation = open;
      open = 0;
      continue;
    }
    const bool closes_only = one_of(form, {"”", "»", "''"});
    if (words_[i].is_mark && !closes_only && (open == 0 || opens_only)) open = ++count;
    words_[i].quotation = open;
  }
}

bool WordView::may_be_predicate(Index i) const {
  const std::string& upos = document_.tokens[i].upos;
  if (upos == "PUNCT") return document_.tokens[i].lower == ":";
  return !one_of(upos, {"DET", "NUM", "CCONJ", "PRON", "SYM"});
}

}  // namespace chancery
