// A treebank small enough to be read at a glance, in words and tags instead of ten columns.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "train/conllu.hpp"

namespace chancery::train {

/// "form lemma UPOS XPOS", a word; "_" where there is none.
inline TreeSentence tagged(const std::vector<std::array<std::string, 4>>& words) {
  TreeSentence sentence;
  for (const auto& [form, lemma, upos, xpos] : words) {
    TreeWord word;
    word.form = form;
    word.lemma = lemma;
    word.upos = upos;
    word.xpos = xpos == "_" ? "" : xpos;
    sentence.words.push_back(word);
  }
  return sentence;
}

}  // namespace chancery::train
