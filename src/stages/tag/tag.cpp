#include "stages/tag/tag.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "document/runs.hpp"

namespace chancery {
namespace {


LinearLayer layer(const TensorReader& tensors, const std::string& name, const std::vector<std::string>& labels) {
  LinearLayer layer(tensors, name, false);
  if (labels.empty() || layer.outputs() != labels.size()) {
    throw Error(ErrorKind::input, "the model's section \"tag\" has other labels than its layer " + name + "; train the model again");
  }
  return layer;
}

const std::string& best(const float* scores, const std::vector<std::string>& labels) {
  return labels[static_cast<size_t>(std::max_element(scores, scores + labels.size()) - scores)];
}

}  // namespace

TagStage::TagStage(std::shared_ptr<const Model> model) : model_(std::move(model)) {
  if (!model_ || !model_->has("tag")) return;
  const TensorReader tensors(model_->section("tag"));
  upos_labels_ = read_labels(tensors, "upos.labels");
  xpos_labels_ = read_labels(tensors, "xpos.labels");
  upos_ = layer(tensors, "upos", upos_labels_);
  xpos_ = layer(tensors, "xpos", xpos_labels_);
  if (model_->has("lemmas")) lemmas_.emplace(model_->section("lemmas"));
}

void TagStage::run(Document& document) const {
  if (document.vectors.width != upos_.inputs() || document.vectors.empty()) return;
  std::vector<float> upos, xpos;
  for (Index first = 0; first < document.tokens.size(); first += kStretchWords) {
    const size_t words = std::min(kStretchWords, document.tokens.size() - first);
    upos.resize(words * upos_labels_.size());
    xpos.resize(words * xpos_labels_.size());
    upos_.run(document.vectors.of(first), words, upos.data());
    xpos_.run(document.vectors.of(first), words, xpos.data());
    for (size_t i = 0; i < words; ++i) {
      Token& token = document.tokens[first + i];
      if (token.upos.empty()) token.upos = best(upos.data() + i * upos_labels_.size(), upos_labels_);
      if (token.xpos.empty()) token.xpos = best(xpos.data() + i * xpos_labels_.size(), xpos_labels_);
      if (lemmas_ && token.lemma.empty()) lemmas_->lemma({document.of(token), token.lower, token.upos, token.xpos, token.feats}, token.lemma);
    }
  }
}

}  // namespace chancery
