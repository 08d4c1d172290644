// Documents with a tree written by hand, a word a line: "form lemma upos head relation", heads counted from 1.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>

#include "document/document.hpp"
#include "document/word.hpp"

namespace chancery::test {

/// One sentence, its words parted by spaces in the text (marks stand close).
inline void add_sentence(Document& document, const std::string& rows) {
  if (document.blocks.empty()) document.blocks.push_back({});
  Sentence sentence;
  sentence.first = static_cast<Index>(document.tokens.size());
  sentence.span.begin = static_cast<uint32_t>(document.text.empty() ? 0 : document.text.size() + 1);
  std::istringstream lines(rows);
  std::string form, lemma, upos, relation;
  Index head = 0;
  while (lines >> form >> lemma >> upos >> head >> relation) {
    Token token;
    token.shape = shape_of(form);
    token.space_before = !document.text.empty() && upos != "PUNCT";
    if (token.space_before) document.text += ' ';
    token.span = {static_cast<uint32_t>(document.text.size()), static_cast<uint32_t>(document.text.size() + form.size()), Part::text};
    document.text += form;
    token.lower = plain_lower(form);
    token.lemma = lemma;
    token.upos = upos;
    token.xpos = upos != "VERB" ? "" : form.ends_with("ing") ? "VBG" : form.ends_with("ed") ? "VBD" : form == lemma ? "VB" : "VBZ";
    token.deprel = relation;
    token.head = head == 0 ? kNone : sentence.first + head - 1;
    token.sentence = static_cast<Index>(document.sentences.size());
    document.tokens.push_back(std::move(token));
  }
  sentence.last = static_cast<Index>(document.tokens.size());
  sentence.span.end = static_cast<uint32_t>(document.text.size());
  document.sentences.push_back(sentence);
  Block& block = document.blocks.back();
  block.last = static_cast<Index>(document.sentences.size());
  block.span.end = sentence.span.end;
}

/// A person named by `words`, wherever they stand.
inline Index add_person(Document& document, const std::string& words) {
  Entity entity;
  entity.name = words;
  document.entities.push_back(entity);
  const auto index = static_cast<Index>(document.entities.size() - 1);
  for (size_t at = document.text.find(words); at != std::string::npos; at = document.text.find(words, at + 1)) {
    Mention mention;
    mention.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size()), Part::text};
    mention.entity = index;
    document.mentions.push_back(mention);
  }
  std::ranges::stable_sort(document.mentions, before, &Mention::span);
  return index;
}

}  // namespace chancery::test
