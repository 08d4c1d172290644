#include "train/segment_trainer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <unordered_map>

#include "base/error.hpp"
#include "stages/segment/boundary_features.hpp"
#include "stages/segment/boundary_model.hpp"
#include "stages/segment/segment.hpp"

namespace chancery::train {
namespace {

struct Example {
  uint32_t first = 0, count = 0;  ///< in Examples::features
  bool ends = false;
};

struct Examples {
  std::vector<uint32_t> features;
  std::vector<Example> list;
  std::vector<size_t> documents;  ///< where each document's examples begin
  size_t boundaries = 0, unreachable = 0;
};

/// The gaps of one block at which the stage would ask the model.
void add_block(const Document& document, const Abbreviations& abbreviations, WordsOfBlock words, const std::vector<uint32_t>& ends, Examples& out) {
  if (words.first >= words.last) return;
  const BoundaryFeatures features(document, abbreviations, words.first, words.last);
  std::vector<uint32_t> seen;
  Index begin = words.first;
  for (Index i = words.first; i + 1 < words.last; ++i) {
    const bool ends_here = std::binary_search(ends.begin(), ends.end(), document.tokens[i].span.end);
    out.boundaries += ends_here;
    if (features.may_end(i)) {
      features.look(i, begin, seen);
      out.list.push_back({static_cast<uint32_t>(out.features.size()), static_cast<uint32_t>(seen.size()), ends_here});
      out.features.insert(out.features.end(), seen.begin(), seen.end());
    } else {
      out.unreachable += ends_here;
    }
    if (ends_here) begin = i + 1;
  }
}

Examples collect(const std::vector<RawText>& texts, const SegmentStage& stage) {
  Examples out;
  for (const RawText& raw : texts) {
    Document document;
    document.text = raw.text;
    const auto blocks = stage.find_words(document);
    out.documents.push_back(out.list.size());
    for (const auto& words : blocks) add_block(document, stage.abbreviations(), words, raw.ends, out);
  }
  return out;
}

/// Numbers the features that are seen often enough to be learnt from and drops the others; gives the hash of each number.
std::vector<uint32_t> number_features(Examples& examples, uint32_t least) {
  std::unordered_map<uint32_t, uint32_t> counts;
  for (const uint32_t f : examples.features) ++counts[f];
  std::unordered_map<uint32_t, uint32_t> numbers;
  std::vector<uint32_t> names;
  uint32_t at = 0;
  for (Example& example : examples.list) {
    const uint32_t begin = at;
    for (uint32_t i = example.first; i < example.first + example.count; ++i) {
      const uint32_t feature = examples.features[i];
      if (counts[feature] < least) continue;
      const auto [found, is_new] = numbers.emplace(feature, static_cast<uint32_t>(names.size()));
      if (is_new) names.push_back(feature);
      examples.features[at++] = found->second;
    }
    example.first = begin;
    example.count = at - begin;
  }
  examples.features.resize(at);
  return names;
}

/// Logistic regression with AdaGrad.
class Learner {
 public:
  Learner(size_t features, const BoundarySettings& settings) : settings_(settings), weights_(features, 0.0f), squares_(features, 1e-4f) {}

  double round(const Examples& examples, std::vector<size_t>& order, std::mt19937_64& random) {
    std::shuffle(order.begin(), order.end(), random);
    double loss = 0;
    for (const size_t index : order) loss += learn(examples, examples.list[index]);
    return loss / static_cast<double>(std::max<size_t>(order.size(), 1));
  }

  float score(const Examples& examples, const Example& example) const {
    float sum = 0;
    for (uint32_t i = 0; i < example.count; ++i) sum += weights_[examples.features[example.first + i]];
    return sum;
  }

  const std::vector<float>& weights() const { return weights_; }

 private:
  double learn(const Examples& examples, const Example& example) {
    const float p = 1.0f / (1.0f + std::exp(-score(examples, example)));
    const float gradient = p - (example.ends ? 1.0f : 0.0f);
    for (uint32_t i = 0; i < example.count; ++i) {
      const uint32_t w = examples.features[example.first + i];
      const float g = gradient + settings_.decay * weights_[w];
      squares_[w] += g * g;
      weights_[w] -= settings_.rate * g / std::sqrt(squares_[w]);
    }
    return -std::log(std::max(1e-7f, example.ends ? p : 1.0f - p));
  }

  const BoundarySettings& settings_;
  std::vector<float> weights_, squares_;
};

Learner learn(const Examples& examples, size_t features, std::vector<size_t> order, const BoundarySettings& settings, std::ostream& log) {
  Learner learner(features, settings);
  std::mt19937_64 random(settings.seed);
  for (uint32_t round = 1; round <= settings.rounds; ++round) {
    const double loss = learner.round(examples, order, random);
    log << fmt::format("  round {:2}: loss {:.4f}\n", round, loss);
  }
  return learner;
}

using Scored = std::vector<std::pair<float, bool>>;

/// What to add to the log-odds so that boundaries found and boundaries wanted agree best, as F1 counts it.
float best_bias(Scored scored) {
  const auto wanted = static_cast<size_t>(std::count_if(scored.begin(), scored.end(), [](const auto& s) { return s.second; }));
  std::sort(scored.begin(), scored.end(), std::greater<>());
  size_t right = 0;
  double best = 0;
  float bias = 0;
  for (size_t i = 0; i + 1 < scored.size(); ++i) {
    right += scored[i].second;
    const double f1 = 2.0 * static_cast<double>(right) / static_cast<double>(i + 1 + wanted);
    if (f1 > best) best = f1, bias = -(scored[i].first + scored[i + 1].first) / 2;
  }
  return std::clamp(bias, -1.0f, 1.0f);
}

/// The log-odds of every gap by a model that has not seen its document (cross-validation).
Scored score_unseen(const Examples& examples, size_t features, const BoundarySettings& settings, std::ostream& log) {
  Scored scored;
  for (uint32_t fold = 0; fold < settings.folds; ++fold) {
    std::vector<size_t> train, held_out;
    for (size_t d = 0; d < examples.documents.size(); ++d) {
      const size_t end = d + 1 < examples.documents.size() ? examples.documents[d + 1] : examples.list.size();
      for (size_t i = examples.documents[d]; i < end; ++i) (d % settings.folds == fold ? held_out : train).push_back(i);
    }
    log << fmt::format("fold {} of {}\n", fold + 1, settings.folds);
    const Learner learner = learn(examples, features, std::move(train), settings, log);
    for (const size_t i : held_out) scored.emplace_back(learner.score(examples, examples.list[i]), examples.list[i].ends);
  }
  return scored;
}

class SectionModel : public Model {
 public:
  explicit SectionModel(std::string section) : section_(std::move(section)) {}
  std::string_view card() const override { return "{}"; }
  const std::string& fingerprint() const override { return none_; }
  bool has(std::string_view name) const override { return name == BoundaryModel::kSection; }
  std::span<const std::byte> section(std::string_view) const override { return std::as_bytes(std::span<const char>(section_)); }
  std::vector<std::string> sections() const override { return {BoundaryModel::kSection}; }

 private:
  std::string section_, none_;
};

}  // namespace

std::vector<RawText> raw_texts(std::span<const TreeSentence> sentences) {
  std::vector<RawText> texts;
  for (const TreeSentence& sentence : sentences) {
    if (sentence.new_document || texts.empty()) texts.emplace_back();
    RawText& raw = texts.back();
    if (sentence.new_paragraph && !raw.text.empty()) raw.text += "\n\n";
    for (const SurfaceToken& token : surface_of(sentence)) {
      raw.text += token.form;
      if (token.last + 1 == sentence.words.size()) raw.ends.push_back(static_cast<uint32_t>(raw.text.size()));
      if (token.space_after) raw.text += ' ';
    }
  }
  return texts;
}

std::string train_boundaries(std::span<const TreeSentence> sentences, const std::filesystem::path& data, const BoundarySettings& settings,
                             std::ostream& log) {
  const SegmentStage stage(data);
  Examples examples = collect(raw_texts(sentences), stage);
  if (examples.list.empty()) throw Error(ErrorKind::input, "there is nothing to learn where sentences end from; name a treebank with paragraphs of several sentences");
  const std::vector<uint32_t> names = number_features(examples, settings.least);
  log << fmt::format("sentence ends: {} documents, {} gaps, {} boundaries inside paragraphs, {} of them never asked for, {} features\n", examples.documents.size(),
                     examples.list.size(), examples.boundaries, examples.unreachable, names.size());
  std::vector<size_t> all(examples.list.size());
  std::iota(all.begin(), all.end(), size_t{0});

  const float bias = settings.folds > 1 ? best_bias(score_unseen(examples, names.size(), settings, log)) : 0;
  log << fmt::format("threshold {:.3f}; on all documents:\n", -bias);
  const Learner learner = learn(examples, names.size(), all, settings, log);
  std::vector<std::pair<uint32_t, float>> weights;
  for (size_t i = 0; i < names.size(); ++i) weights.emplace_back(names[i], learner.weights()[i]);
  return BoundaryModel::bytes(std::move(weights), bias, settings.bits);
}

SentenceScore score_boundaries(std::span<const TreeSentence> sentences, const std::filesystem::path& data, const std::string& section) {
  const SectionModel model(section);
  const SegmentStage stage(data, &model);
  SentenceScore score;
  for (const RawText& raw : raw_texts(sentences)) {
    Document document;
    document.text = raw.text;
    stage.run(document);
    std::vector<std::pair<uint32_t, uint32_t>> wanted;
    uint32_t begin = 0;
    for (const uint32_t end : raw.ends) {
      begin = static_cast<uint32_t>(std::min(raw.text.find_first_not_of(" \n", begin), raw.text.size()));
      wanted.emplace_back(begin, end);
      begin = end;
    }
    for (const Sentence& s : document.sentences) score.right += std::binary_search(wanted.begin(), wanted.end(), std::pair(s.span.begin, s.span.end));
    score.given += document.sentences.size();
    score.wanted += wanted.size();
  }
  return score;
}

}  // namespace chancery::train
