#include "document/word.hpp"
#include "stages/tag/lemmas.hpp"
#include "train/lemma_trainer.hpp"

namespace chancery::train {

LemmaScore score_lemmas(std::span<const std::byte> section, const std::vector<TreeSentence>& sentences) {
  const tag::Lemmatiser lemmatiser(section);
  LemmaScore score;
  std::string given;
  for (const TreeSentence& sentence : sentences) {
    for (const TreeWord& word : sentence.words) {
      lemmatiser.lemma({word.form, plain_lower(word.form), word.upos, word.xpos, word.feats}, given);
      ++score.words;
      if (word.lemma.empty() || given == word.lemma) {
        ++score.right;
      } else {
        score.misses.push_back(word.form + '\t' + word.upos + '\t' + word.xpos + '\t' + word.lemma + '\t' + given);
      }
    }
  }
  return score;
}

}  // namespace chancery::train
