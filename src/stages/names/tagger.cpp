#include "stages/names/tagger.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/error.hpp"
#include "document/runs.hpp"
#include "model/chain.hpp"

namespace chancery {
namespace {

constexpr size_t kMostLabels = 64;
constexpr float kNever = -1e4f;

int kind_of(std::string_view kind) {
  if (kind == "person") return static_cast<int>(MentionType::person);
  if (kind == "organisation") return static_cast<int>(MentionType::organisation);
  return kind == "place" ? static_cast<int>(MentionType::place) : -1;
}

}  // namespace

NameTagger::NameTagger(std::shared_ptr<const Model> model) : model_(std::move(model)) {
  if (!model_ || !model_->has("names")) return;
  const TensorReader tensors(model_->section("names"));
  for (const std::string& label : read_labels(tensors, "names.labels")) {
    labels_.push_back(label.size() > 2 ? Label{label[0], kind_of(std::string_view(label).substr(2))} : Label{});
  }
  layers_ = RecurrentStack(tensors, "names", true);
  scores_ = LinearLayer(tensors, "names", false);
  const TensorView& transitions = tensors.at("transitions");
  transitions_ = transitions.values();
  const size_t k = labels_.size();
  const bool fits = k > 0 && k <= kMostLabels && !layers_.empty() && scores_.inputs() == layers_.outputs() && scores_.outputs() == k &&
                    transitions.rows == k + 2 && transitions.columns == k;
  if (!fits) throw Error(ErrorKind::input, "the model's section \"names\" does not fit this version; train the model again");
  if (model_->has("trust")) {
    const auto bytes = model_->section("trust");
    if (bytes.size() != sizeof trust_) throw Error(ErrorKind::input, "the model's section \"trust\" does not fit this version; train the model again");
    std::memcpy(&trust_, bytes.data(), sizeof trust_);
  }
  forbid_broken_names();
  for (const float t : transitions_) odds_.push_back(std::exp(t));
}

/// A name that was begun goes on or ends, in its own kind; what goes on or ends was begun.
void NameTagger::forbid_broken_names() {
  const size_t k = labels_.size();
  const auto open = [](char place) { return place == 'B' || place == 'I'; };
  const auto goes_on = [](char place) { return place == 'I' || place == 'E'; };
  for (size_t j = 0; j < k; ++j) {
    for (size_t i = 0; i < k; ++i) {
      const bool fits = open(labels_[i].place) ? goes_on(labels_[j].place) && labels_[i].kind == labels_[j].kind : !goes_on(labels_[j].place);
      if (!fits) transitions_[i * k + j] = kNever;
    }
    if (goes_on(labels_[j].place)) transitions_[k * k + j] = kNever;
    if (open(labels_[j].place)) transitions_[(k + 1) * k + j] = kNever;
  }
}

/// Forward and backward in probabilities, each word's set to sum to 1 so that nothing runs over or under.
std::vector<float> NameTagger::marginals(const float* scores, size_t words) const {
  const size_t k = labels_.size();
  std::vector<float> own(words * k), forward(words * k), out(words * k), backward(k), next(k);
  const auto normalise = [k](float* row) {
    float sum = 0;
    for (size_t j = 0; j < k; ++j) sum += row[j];
    for (size_t j = 0; j < k; ++j) row[j] /= sum;
  };
  for (size_t t = 0; t < words; ++t) {
    const float most = *std::max_element(scores + t * k, scores + (t + 1) * k);
    for (size_t j = 0; j < k; ++j) own[t * k + j] = std::exp(scores[t * k + j] - most);
    float* row = forward.data() + t * k;
    for (size_t i = 0; t > 0 && i < k; ++i) {
      for (size_t j = 0; j < k; ++j) row[j] += forward[(t - 1) * k + i] * odds_[i * k + j];
    }
    for (size_t j = 0; j < k; ++j) row[j] = (t == 0 ? odds_[k * k + j] : row[j]) * own[t * k + j] + 1e-30f;
    normalise(row);
  }
  for (size_t j = 0; j < k; ++j) backward[j] = odds_[(k + 1) * k + j];
  for (size_t t = words; t-- > 0;) {
    for (size_t j = 0; j < k; ++j) out[t * k + j] = forward[t * k + j] * backward[j];
    normalise(out.data() + t * k);
    for (size_t j = 0; j < k; ++j) backward[j] *= own[t * k + j];
    for (size_t i = 0; i < k; ++i) {
      next[i] = 1e-30f;
      for (size_t j = 0; j < k; ++j) next[i] += odds_[i * k + j] * backward[j];
    }
    normalise(next.data());
    backward.swap(next);
  }
  return out;
}

void NameTagger::decode(const float* scores, size_t words, Index first, NameGuesses& out) const {
  const size_t k = labels_.size();
  const auto labels = best_sequence(scores, words, k, transitions_);
  const auto shares = marginals(scores, words);
  size_t begin = 0;
  for (size_t t = 0; t < words; ++t) {
    float outside = 0;
    for (size_t j = 0; j < k; ++j) outside += labels_[j].kind < 0 ? shares[t * k + j] : 0;
    out.outside[first + t] = outside;
    const Label label = labels_[labels[t]];
    if (label.place == 'B' || label.place == 'S') begin = t;
    if ((label.place != 'E' && label.place != 'S') || label.kind < 0) continue;
    float sum = 0;
    for (size_t i = begin; i <= t; ++i) {
      for (size_t j = 0; j < k; ++j) sum += labels_[j].kind == label.kind ? shares[i * k + j] : 0;
    }
    out.names.push_back({first + static_cast<Index>(begin), first + static_cast<Index>(t + 1), static_cast<MentionType>(label.kind), sum / static_cast<float>(t + 1 - begin)});
  }
}

NameGuesses NameTagger::guess(const Document& document) const {
  NameGuesses out;
  if (layers_.empty() || document.vectors.empty() || document.vectors.width != layers_.inputs()) return out;
  out.trust = trust_;
  out.outside.assign(document.tokens.size(), 1.0f);
  std::vector<float> h, scores;
  for_each_stretch(runs_of(document), kStretchWords, [&](std::span<const WordRun> runs, std::span<const size_t> bounds) {
    layers_.run(document.vectors.of(runs.front().first), bounds, h);
    scores.resize(bounds.back() * labels_.size());
    scores_.run(h.data(), bounds.back(), scores.data());
    for (size_t r = 0; r < runs.size(); ++r) decode(scores.data() + bounds[r] * labels_.size(), bounds[r + 1] - bounds[r], runs[r].first, out);
  });
  return out;
}

}  // namespace chancery
