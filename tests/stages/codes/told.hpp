// A sentence with its tree written out, for tests of what is read off trees: one word a line,
// "form lemma UPOS head relation", heads counted from 1, 0 for the root.
#pragma once

#include <sstream>
#include <string>

#include "document/document.hpp"

namespace chancery::test {

inline Document told(const std::string& rows) {
  Document document;
  std::istringstream lines(rows);
  std::string form, lemma, upos, deprel;
  for (int head = 0; lines >> form >> lemma >> upos >> head >> deprel;) {
    if (!document.text.empty()) document.text += ' ';
    Token token;
    token.span.begin = static_cast<uint32_t>(document.text.size());
    document.text += form;
    token.span.end = static_cast<uint32_t>(document.text.size());
    token.space_before = token.span.begin > 0;
    for (const char c : form) token.lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    token.lemma = lemma;
    token.upos = upos.substr(0, upos.find('/'));
    if (upos.find('/') != std::string::npos) token.xpos = upos.substr(upos.find('/') + 1);
    if (token.xpos == "VB") token.feats = "VerbForm=Inf";
    token.head = head == 0 ? kNone : static_cast<Index>(head - 1);
    token.deprel = deprel;
    document.tokens.push_back(std::move(token));
  }
  Sentence sentence;
  sentence.span = {0, static_cast<uint32_t>(document.text.size()), Part::text};
  sentence.last = static_cast<Index>(document.tokens.size());
  document.sentences.push_back(sentence);
  Block block;
  block.span = sentence.span;
  block.last = 1;
  document.blocks.push_back(block);
  return document;
}

}  // namespace chancery::test
