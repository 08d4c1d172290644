#include "stages/parse/parse.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "stages/parse/tree.hpp"

namespace chancery {
namespace {

constexpr std::string_view kRoot = "root", kPart = "parataxis";

/// Hangs the roots of a long sentence's later parts on the root of its first.
void join_parts(Document& document) {
  for (const Sentence& sentence : document.sentences) {
    if (sentence.last - sentence.first <= kLongestRun) continue;
    Index root = kNone;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      Token& token = document.tokens[i];
      if (token.deprel != kRoot) continue;
      if (root == kNone) {
        root = i;
      } else {
        token.head = root;
        token.deprel = kPart;
      }
    }
  }
}

}  // namespace

/// What one stretch of words needs on its way; kept to save allocations.
struct ParseStage::Work {
  std::vector<float> deeper, dependent, head, product, relation_dependent, relation_head, labels;
  std::vector<uint32_t> heads;  ///< a word each, counted from 1 in its run, 0 the root
};

ParseStage::ParseStage(std::shared_ptr<const Model> model) : model_(std::move(model)) {
  if (!model_ || !model_->has("parse")) return;
  const TensorReader tensors(model_->section("parse"));
  layers_ = RecurrentStack(tensors, "parse", true);
  arc_dependent_ = LinearLayer(tensors, "arc_dependent", true);
  arc_head_ = LinearLayer(tensors, "arc_head", true);
  biaffine_ = LinearLayer(tensors, "biaffine", false);
  relation_dependent_ = LinearLayer(tensors, "relation_dependent", true);
  relation_head_ = LinearLayer(tensors, "relation_head", true);
  relation_ = LinearLayer(tensors, "relation", false);
  head_bias_ = tensors.at("head_bias").values();
  root_arc_ = tensors.at("root_arc").values();
  root_relation_ = tensors.at("root_relation").values();
  labels_ = read_labels(tensors, "relation.labels");
  check();
  root_label_ = static_cast<size_t>(std::find(labels_.begin(), labels_.end(), kRoot) - labels_.begin());
}

void ParseStage::check() const {
  const size_t arc = arc_dependent_.outputs(), relation = relation_dependent_.outputs();
  const bool fits = !layers_.empty() && arc_head_.outputs() == arc && biaffine_.inputs() == arc && biaffine_.outputs() == arc &&
                    head_bias_.size() == arc && root_arc_.size() == arc && relation_head_.outputs() == relation &&
                    root_relation_.size() == relation && relation_.inputs() == relation && relation_.outputs() == labels_.size() &&
                    std::count(labels_.begin(), labels_.end(), kRoot) == 1 && arc_dependent_.inputs() == layers_.outputs();
  if (!fits) throw Error(ErrorKind::input, "the model's section \"parse\" does not fit this version; train the model again");
}

void ParseStage::score(const float* vectors, std::span<const size_t> bounds, Work& work) const {
  const size_t words = bounds.back(), arc = arc_dependent_.outputs(), relation = relation_dependent_.outputs();
  layers_.run(vectors, bounds, work.deeper);
  work.dependent.resize(words * arc);
  work.head.resize(words * arc);
  work.product.resize(words * arc);
  work.relation_dependent.resize(words * relation);
  work.relation_head.resize(words * relation);
  arc_dependent_.run(work.deeper.data(), words, work.dependent.data());
  arc_head_.run(work.deeper.data(), words, work.head.data());
  relu(work.dependent.data(), work.dependent.size());
  relu(work.head.data(), work.head.size());
  biaffine_.run(work.dependent.data(), words, work.product.data());
  relation_dependent_.run(work.deeper.data(), words, work.relation_dependent.data());
  relation_head_.run(work.deeper.data(), words, work.relation_head.data());
}

std::vector<uint32_t> ParseStage::tree_of(const Work& work, size_t first, size_t words) const {
  const size_t arc = arc_dependent_.outputs();
  HeadScores scores(words + 1);
  for (size_t h = 0; h <= words; ++h) {
    const float* head = h == 0 ? root_arc_.data() : work.head.data() + (first + h - 1) * arc;
    const float bias = dot(head, head_bias_.data(), arc);
    for (size_t d = 1; d <= words; ++d) scores.at(d, h) = dot(work.product.data() + (first + d - 1) * arc, head, arc) + bias;
  }
  return best_tree(scores);
}

void ParseStage::label(Document& document, std::span<const WordRun> runs, Work& work) const {
  const size_t relation = relation_dependent_.outputs();
  size_t at = 0;
  for (const WordRun& run : runs) {
    const size_t first = at;
    for (Index i = run.first; i < run.last; ++i, ++at) {
      const uint32_t head = work.heads[at];
      const float* from = head == 0 ? root_relation_.data() : work.relation_head.data() + (first + head - 1) * relation;
      float* to = work.relation_dependent.data() + at * relation;
      for (size_t j = 0; j < relation; ++j) to[j] += from[j];
    }
  }
  relu(work.relation_dependent.data(), work.relation_dependent.size());
  work.labels.resize(at * labels_.size());
  relation_.run(work.relation_dependent.data(), at, work.labels.data());
  at = 0;
  for (const WordRun& run : runs) {
    for (Index i = run.first; i < run.last; ++i, ++at) {
      float* scores = work.labels.data() + at * labels_.size();
      const uint32_t head = work.heads[at];
      Token& token = document.tokens[i];
      if (!token.deprel.empty()) continue;
      if (head == 0) {
        token.deprel = kRoot;
        continue;
      }
      scores[root_label_] = -1e30f;
      token.head = run.first + head - 1;
      token.deprel = labels_[static_cast<size_t>(std::max_element(scores, scores + labels_.size()) - scores)];
    }
  }
}

void ParseStage::run(Document& document) const {
  if (layers_.empty() || document.vectors.width != layers_.inputs() || document.vectors.empty()) return;
  Work work;
  for_each_stretch(runs_of(document), kStretchWords, [&](std::span<const WordRun> runs, std::span<const size_t> bounds) {
    score(document.vectors.of(runs.front().first), bounds, work);
    work.heads.resize(bounds.back());
    for (size_t r = 0; r < runs.size(); ++r) {
      const auto heads = tree_of(work, bounds[r], bounds[r + 1] - bounds[r]);
      std::copy(heads.begin() + 1, heads.end(), work.heads.begin() + static_cast<std::ptrdiff_t>(bounds[r]));
    }
    label(document, runs, work);
  });
  join_parts(document);
}

}  // namespace chancery
