#include "stages/speech/attribution_model.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "document/runs.hpp"
#include "model/chain.hpp"
#include "stages/speech/attribution_features.hpp"

namespace chancery {
namespace {

constexpr float kWorthAsking = 0.2f;  ///< of the certainty that is looked for: below it the first opinion stands

float certainty_of(float logit) { return 1 / (1 + std::exp(-logit)); }

}  // namespace

/// What one document needs on its way; kept to save allocations.
struct AttributionModel::Work {
  std::vector<float> projected;  ///< a word each: three times width_
  std::vector<float> x, h, scores;
  std::vector<uint32_t> rows;
  std::vector<size_t> bounds;
};

AttributionModel::AttributionModel(std::shared_ptr<const Model> model) : model_(std::move(model)) {
  if (!model_ || !model_->has("speech")) return;
  const TensorReader tensors(model_->section("speech"));
  words_ = LinearLayer(tensors, "words", true);
  decision_ = LinearLayer(tensors, "decision", false);
  layers_ = RecurrentStack(tensors, "role", true);
  labels_ = LinearLayer(tensors, "labels", false);
  predicate_rows_ = tensors.at("predicate_rows");
  role_rows_ = tensors.at("role_rows");
  frames_ = FrameDecision(tensors);
  transitions_ = tensors.at("transitions").values();
  const auto trust = tensors.at("trust").values();
  if (trust.size() == 4) trust_ = {trust[0], trust[1], trust[2], trust[3]};
  width_ = predicate_rows_.columns;
  const bool rows = predicate_rows_.i8 && role_rows_.i8 && predicate_rows_.rows == kAttributionRows && role_rows_.rows == kAttributionRows && role_rows_.columns == width_;
  const bool fits = rows && trust.size() == 4 && !layers_.empty() && words_.outputs() == 3 * width_ && decision_.inputs() == width_ && decision_.outputs() == 1 && layers_.inputs() == width_ &&
                    labels_.inputs() == layers_.outputs() && labels_.outputs() == label_count && transitions_.size() == (label_count + 2) * label_count;
  if (!fits) throw Error(ErrorKind::input, "the model's section \"speech\" does not fit this version; train the model again");
}

void AttributionModel::project(const Document& document, Work& work) const {
  const size_t words = document.tokens.size();
  work.projected.resize(words * words_.outputs());
  for (size_t at = 0; at < words; at += kStretchWords) {
    words_.run(document.vectors.of(static_cast<Index>(at)), std::min(kStretchWords, words - at), work.projected.data() + at * words_.outputs());
  }
}

std::vector<LearnedAttribution> AttributionModel::predicates(const WordView& view, Work& work) const {
  std::vector<LearnedAttribution> found;
  std::vector<float> z(width_);
  for (Index i = 0; i < view.size(); ++i) {
    if (!view.may_be_predicate(i)) continue;
    work.rows.clear();
    add_predicate_features(view, i, work.rows);
    const float* own = work.projected.data() + i * words_.outputs();
    std::copy(own, own + width_, z.begin());
    for (const uint32_t row : work.rows) add_scaled(predicate_rows_.i8 + size_t{row} * width_, predicate_rows_.scales[row], z.data(), width_);
    relu(z.data(), width_);
    float score = 0;
    decision_.run(z.data(), 1, &score);
    if (!frames_.empty() && certainty_of(score) >= trust_.find * kWorthAsking) score = (score + frames_.score(view, i)) / 2;
    const float certainty = certainty_of(score);
    if (certainty >= trust_.find) found.push_back({i, certainty, {}, {}, {}});
  }
  return found;
}

/// Adjoining words of a role make a range; a new beginning starts another.
void AttributionModel::read_roles(const uint8_t* labels, Index first, Index count, LearnedAttribution& out) const {
  std::vector<LearnedAttribution::Range>* const roles[] = {&out.source, &out.cue, &out.content};
  for (Index i = 0; i < count; ++i) {
    if (labels[i] == outside) continue;
    auto& ranges = *roles[(labels[i] - 1) / 2];
    const bool begins = labels[i] % 2 == 1 || ranges.empty() || ranges.back().last != first + i;
    if (begins) ranges.push_back({first + i, first + i});
    ranges.back().last = first + i + 1;
  }
}

/// Windows of several predicates at once.
void AttributionModel::label(const WordView& view, std::span<LearnedAttribution> some, Work& work) const {
  work.bounds.assign(1, 0);
  std::vector<WordWindow> windows;
  for (const LearnedAttribution& one : some) {
    windows.push_back(window_of(view, one.predicate));
    work.bounds.push_back(work.bounds.back() + windows.back().last - windows.back().first);
  }
  work.x.assign(work.bounds.back() * width_, 0);
  for (size_t k = 0; k < some.size(); ++k) {
    const float* predicate = work.projected.data() + some[k].predicate * words_.outputs() + 2 * width_;
    for (Index i = windows[k].first; i < windows[k].last; ++i) {
      float* x = work.x.data() + (work.bounds[k] + i - windows[k].first) * width_;
      const float* word = work.projected.data() + i * words_.outputs() + width_;
      for (size_t j = 0; j < width_; ++j) x[j] = word[j] + predicate[j];
      work.rows.clear();
      add_role_features(view, some[k].predicate, i, work.rows);
      for (const uint32_t row : work.rows) add_scaled(role_rows_.i8 + size_t{row} * width_, role_rows_.scales[row], x, width_);
    }
  }
  relu(work.x.data(), work.x.size());
  layers_.run(work.x.data(), work.bounds, work.h);
  work.scores.resize(work.bounds.back() * label_count);
  labels_.run(work.h.data(), work.bounds.back(), work.scores.data());
  for (size_t k = 0; k < some.size(); ++k) {
    const size_t words = work.bounds[k + 1] - work.bounds[k];
    const auto labels = best_sequence(work.scores.data() + work.bounds[k] * label_count, words, label_count, transitions_);
    read_roles(labels.data(), windows[k].first, static_cast<Index>(words), some[k]);
  }
}

bool AttributionModel::reads(const Document& document) const {
  return !empty() && !document.vectors.empty() && document.vectors.width == words_.inputs() && !document.tokens.front().deprel.empty();
}

std::vector<LearnedAttribution> AttributionModel::find(const Document& document) const {
  constexpr size_t kAtOnce = 8;  ///< predicates
  if (!reads(document)) return {};
  const WordView view(document);
  Work work;
  project(document, work);
  auto found = predicates(view, work);
  for (size_t at = 0; at < found.size(); at += kAtOnce) label(view, std::span(found).subspan(at, std::min(kAtOnce, found.size() - at)), work);
  std::erase_if(found, [](const LearnedAttribution& one) { return one.content.empty(); });
  return found;
}

}  // namespace chancery
