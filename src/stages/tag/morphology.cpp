#include "stages/tag/morphology.hpp"

#include "document/runs.hpp"

namespace chancery {

MorphologyStage::MorphologyStage(std::shared_ptr<const Model> model) : model_(std::move(model)) {
  if (model_ && model_->has("features")) morphology_.emplace(model_->section("features"));
}

void MorphologyStage::run(Document& document) const {
  if (!morphology_) return;
  std::vector<tag::ParsedWord> words;
  std::vector<std::string_view> features;
  for (const WordRun& run : runs_of(document)) {
    if (document.tokens[run.first].deprel.empty()) continue;
    words.clear();
    for (Index i = run.first; i < run.last; ++i) {
      const Token& token = document.tokens[i];
      const bool inside = token.head != kNone && token.head >= run.first && token.head < run.last;
      words.push_back({document.of(token), token.lower, token.upos, token.xpos, token.lemma, token.deprel, inside ? token.head - run.first : tag::ParsedWord::kRoot});
    }
    morphology_->features(words, features);
    for (Index i = run.first; i < run.last; ++i) {
      std::string& feats = document.tokens[i].feats;
      if (feats.empty()) feats = features[i - run.first];
    }
  }
}

}  // namespace chancery
