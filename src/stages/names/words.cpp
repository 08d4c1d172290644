#include "stages/names/words.hpp"

#include "base/utf8.hpp"

namespace chancery {
namespace {

/// True where nearly every longer word has a capital, as in "Readout of President X's Call with Y".
bool is_headline(const Document& document, const Sentence& sentence) {
  size_t capital = 0, small = 0;
  for (Index i = sentence.first; i < sentence.last; ++i) {
    const Token& token = document.tokens[i];
    if (token.lower.size() < 4) continue;
    capital += token.shape == Shape::capitalised || token.shape == Shape::upper;
    small += token.shape == Shape::lower;
  }
  return capital >= 2 && capital > 3 * small;
}

}  // namespace

std::vector<NameWord> look_at_words(const Document& document, const Knowledge& knowledge, const NameNouns& nouns) {
  std::vector<NameWord> words(document.tokens.size());
  for (const Sentence& sentence : document.sentences) {
    const bool heading = document.blocks[sentence.block].kind == BlockKind::heading && is_headline(document, sentence);
    // "US" and "WHO" are names, but not in a line of capitals.
    bool shouts = true;
    for (Index i = sentence.first; i < sentence.last; ++i) shouts &= document.tokens[i].shape != Shape::lower;
    bool opens = true;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      const Token& token = document.tokens[i];
      NameWord& word = words[i];
      word.glued = !token.space_before;
      word.headline = heading;
      if (token.shape == Shape::punctuation || token.shape == Shape::symbol || token.shape == Shape::number) continue;
      word.capital = utf8::is_upper(utf8::decode(document.of(token), 0).code_point);
      word.upper = token.shape == Shape::upper && token.lower.size() > 1 && token.lower.find('.') == std::string::npos;
      word.initial = token.shape == Shape::upper && token.lower.size() <= 6 && token.lower.back() == '.';
      word.closed = nouns.is(token.lower, NameNouns::closed) && !(word.upper && !shouts);
      word.calendar = nouns.is(token.lower, NameNouns::calendar);
      word.common = knowledge.is_common_word(token.lower);
      word.given = word.capital && knowledge.gender_of(token.lower) != 0;
      word.opens = opens;
      opens = false;
    }
  }
  return words;
}

}  // namespace chancery
