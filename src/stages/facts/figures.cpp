#include "stages/facts/figures.hpp"

#include <algorithm>

#include "stages/facts/figure_context.hpp"
#include "stages/facts/quantity.hpp"
#include "stages/facts/repeats.hpp"
#include "stages/facts/voices.hpp"

namespace chancery {

FiguresStage::FiguresStage(const std::filesystem::path& data_folder)
    : cues_(facts::Cues::load(data_folder / "facts", {"figures.tsv", "currencies.tsv"})) {}

void FiguresStage::run(Document& document) const {
  const facts::Voices voices(document);
  for (const Sentence& sentence : document.sentences) {
    for (Index i = sentence.first; i < sentence.last;) {
      if (!facts::may_begin_number(document.tokens[i], cues_)) {
        ++i;
        continue;
      }
      const Sentence near = facts::within_reach(sentence, i);
      auto quantity = facts::quantity_at(document, i, near.first, near.last, cues_);
      if (!quantity) {
        // A number that is no figure is passed whole, so that its last word does not count again.
        const auto number = facts::number_at(document.tokens, i, near.last, cues_);
        i = number ? static_cast<Index>(number->last) : i + 1;
        continue;
      }
      while (const auto better = facts::corrected(document, *quantity, {near.first, near.last}, cues_)) quantity = better;
      Figure figure = facts::figure_of(document, *quantity, {near.first, near.last}, voices, cues_);
      figure.stage = name();
      document.figures.push_back(std::move(figure));
      i = std::max(i + 1, static_cast<Index>(quantity->last));
    }
  }
  facts::drop_repeats(document);
}

}  // namespace chancery
