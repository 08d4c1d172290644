#include "document/contraction.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace chancery {
namespace {

constexpr std::array<std::string_view, 11> kClitics = {"'s", "'m", "'re", "'ve", "'ll", "'d", "n't", "'t", "`s", "`m", "`ll"};

bool is_word_end(std::string_view word) { return !word.empty() && utf8::is_letter(utf8::decode_before(word, word.size()).code_point); }
bool is_word_begin(std::string_view word) { return !word.empty() && utf8::is_letter(utf8::decode(word, 0).code_point); }

/// A possessive "'" follows a word in -s; where a "'" is open before it in the sentence, it closes that instead.
bool is_bare_possessive(const Document& document, Index token) {
  const std::string& owner = document.tokens[token - 1].lower;
  if (document.tokens[token].lower != "'" || (owner.back() != 's' && owner.back() != 'z' && owner.back() != 'x')) return false;
  const Index sentence = document.tokens[token].sentence;
  for (Index i = token; i-- > 0 && document.tokens[i].sentence == sentence && token - i < 200;) {
    if (document.tokens[i].lower == "'") return !document.tokens[i].space_before && i > 0;
  }
  return true;
}

}  // namespace

bool joins_word_before(const Document& document, Index token) {
  if (token == 0 || token >= document.tokens.size()) return false;
  const Token &word = document.tokens[token], &before = document.tokens[token - 1];
  const bool touches = before.span.part == word.span.part && before.span.end == word.span.begin && before.sentence == word.sentence;
  if (!touches || word.lower.empty() || before.lower.empty()) return false;
  if (std::find(kClitics.begin(), kClitics.end(), word.lower) != kClitics.end()) return before.shape != Shape::punctuation || before.lower.back() == '\'';
  const std::string_view left = document.of(before), right = document.of(word);
  return (is_word_end(left) && is_word_begin(right)) || is_bare_possessive(document, token);
}

}  // namespace chancery
