#include "speech/attribution_network.hpp"

#include <cmath>

#include "network/losses.hpp"
#include "stages/speech/attribution_model.hpp"

namespace chancery::train {
namespace {

/// Drops single numbers; the mask is kept for the way back.
Matrix dropped(const Matrix& x, float rate, Random& random, Matrix& mask) {
  std::bernoulli_distribution keep(1 - rate);
  mask.resize(x.rows(), x.cols());
  for (Eigen::Index i = 0; i < mask.size(); ++i) mask.data()[i] = keep(random) ? 1 / (1 - rate) : 0.0f;
  return x.cwiseProduct(mask);
}

void drop_rows(std::vector<std::vector<uint32_t>>& rows, float rate, Random& random) {
  std::bernoulli_distribution drop(rate);
  for (auto& some : rows) std::erase_if(some, [&](uint32_t) { return drop(random); });
}

/// Turns scores into their gradients; returns the loss.
double decide(const std::vector<uint8_t>& rights, Matrix& scores) {
  double loss = 0;
  for (Eigen::Index i = 0; i < scores.rows(); ++i) {
    const float p = 1 / (1 + std::exp(-scores(i, 0)));
    const bool right = rights[static_cast<size_t>(i)] != 0;
    loss -= std::log(std::max(1e-7f, right ? p : 1 - p));
    scores(i, 0) = p - (right ? 1.0f : 0.0f);
  }
  return loss;
}

}  // namespace

AttributionNetwork::AttributionNetwork(Parameters& parameters, size_t vector_width, const AttributionSettings& settings)
    : parameters_(parameters), settings_(settings), vector_width_(vector_width) {
  const size_t w = settings.width;
  predicate_rows_ = parameters.add("predicate_rows", kAttributionRows, w, 0.05f, true);
  role_rows_ = parameters.add("role_rows", kAttributionRows, w, 0.05f, true);
  as_predicate_ = Linear(parameters, "as_predicate", vector_width, w);
  as_word_ = Linear(parameters, "as_word", vector_width, w);
  as_governor_ = Linear(parameters, "as_governor", vector_width, w);
  decision_ = Linear(parameters, "decision", w, 1);
  for (size_t i = 0, inputs = w; i < settings.layers; ++i, inputs = 2 * w) layers_.emplace_back(parameters, "role" + std::to_string(i), inputs, w);
  labels_ = Linear(parameters, "labels", 2 * w, AttributionModel::label_count);
  transitions_ = parameters.add("transitions", AttributionModel::label_count + 2, AttributionModel::label_count, 0.01f);
  frame_rows_ = parameters.add("frame_rows", kFrameRows, w, 0.05f, true);
  for (size_t k = 0; k <= kFrameWords; ++k) in_frame_.emplace_back(parameters, "in_frame" + std::to_string(k), vector_width, w, k == 0);
  frame_decision_ = Linear(parameters, "frame_decision", w, 1);
}

Matrix AttributionNetwork::vectors_of(const AttributedText& text, const std::vector<Index>& words) const {
  Matrix x(static_cast<Eigen::Index>(words.size()), static_cast<Eigen::Index>(vector_width_));
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == kNone) {
      x.row(static_cast<Eigen::Index>(i)).setZero();
      continue;
    }
    x.row(static_cast<Eigen::Index>(i)) = Eigen::Map<const Eigen::RowVectorXf>(text.vectors.of(words[i]), static_cast<Eigen::Index>(vector_width_));
  }
  return x;
}

void AttributionNetwork::add_rows(size_t table, const std::vector<std::vector<uint32_t>>& rows, Matrix& x) const {
  const Matrix& values = parameters_[table].value;
  for (size_t i = 0; i < rows.size(); ++i) {
    for (const uint32_t row : rows[i]) x.row(static_cast<Eigen::Index>(i)) += values.row(row);
  }
}

void AttributionNetwork::learn_rows(size_t worker, size_t table, const std::vector<std::vector<uint32_t>>& rows, const Matrix& dx) const {
  for (size_t i = 0; i < rows.size(); ++i) {
    const float* from = dx.row(static_cast<Eigen::Index>(i)).data();
    for (const uint32_t row : rows[i]) {
      float* to = parameters_[table].touch(worker, row);
      for (Eigen::Index j = 0; j < dx.cols(); ++j) to[j] += from[j];
    }
  }
}

double AttributionNetwork::learn(size_t worker, const PredicateExample& example, Random& random) const {
  return learn_words(worker, example, random) + learn_frames(worker, example, random);
}

double AttributionNetwork::learn_words(size_t worker, const PredicateExample& example, Random& random) const {
  Matrix vector_mask, mask;
  const Matrix vectors = dropped(vectors_of(*example.text, example.words), settings_.input_dropout, random, vector_mask);
  Matrix x = as_predicate_.forward(parameters_, vectors);
  std::vector<std::vector<uint32_t>> rows(example.words.size());
  for (size_t i = 0; i < rows.size(); ++i) add_predicate_features(*example.text->view, example.words[i], rows[i]);
  drop_rows(rows, settings_.feature_dropout, random);
  add_rows(predicate_rows_, rows, x);
  const Matrix z = x.cwiseMax(0.0f);
  const Matrix hidden = dropped(z, settings_.dropout, random, mask);
  Matrix scores = decision_.forward(parameters_, hidden);
  const double loss = decide(example.right, scores);
  const Matrix dz = decision_.backward(parameters_, worker, hidden, scores).cwiseProduct(mask);
  const Matrix dx = (z.array() > 0).select(dz, 0.0f);
  as_predicate_.backward(parameters_, worker, vectors, dx);
  learn_rows(worker, predicate_rows_, rows, dx);
  return loss;
}

double AttributionNetwork::learn_frames(size_t worker, const PredicateExample& example, Random& random) const {
  std::vector<std::vector<uint32_t>> rows(example.words.size());
  std::vector<std::vector<Index>> words(kFrameWords + 1);
  for (size_t i = 0; i < rows.size(); ++i) {
    const Index word = example.words[i];
    add_frame_features(*example.text->view, word, rows[i]);
    words[0].push_back(word);
    const auto frame = frame_of(*example.text->view, word);
    for (size_t k = 0; k < kFrameWords; ++k) words[k + 1].push_back(frame[k]);
  }
  drop_rows(rows, settings_.frame_feature_dropout, random);
  std::vector<Matrix> vectors;
  Matrix x, vector_mask, mask;
  for (size_t k = 0; k < words.size(); ++k) {
    vectors.push_back(dropped(vectors_of(*example.text, words[k]), settings_.input_dropout, random, vector_mask));
    if (k == 0) {
      x = in_frame_[0].forward(parameters_, vectors[0]);
    } else {
      x += in_frame_[k].forward(parameters_, vectors[k]);
    }
  }
  add_rows(frame_rows_, rows, x);
  const Matrix hidden = dropped(x.cwiseMax(0.0f), settings_.frame_dropout, random, mask);
  Matrix scores = frame_decision_.forward(parameters_, hidden);
  const double loss = decide(example.right, scores);
  const Matrix dz = frame_decision_.backward(parameters_, worker, hidden, scores).cwiseProduct(mask);
  const Matrix dx = (x.array() > 0).select(dz, 0.0f);
  for (size_t k = 0; k < words.size(); ++k) in_frame_[k].backward(parameters_, worker, vectors[k], dx);
  learn_rows(worker, frame_rows_, rows, dx);
  return loss;
}

/// What the layers keep for the way back.
struct AttributionNetwork::Pass {
  struct Layer {
    Matrix x, mask;
    Recurrent::Cache cache;
  };
  std::vector<Layer> layers;
};

double AttributionNetwork::learn(size_t worker, const RoleExample& example, Random& random) const {
  std::vector<Index> words;
  for (Index i = example.window.first; i < example.window.last; ++i) words.push_back(i);
  Matrix vector_mask, mask;
  const Matrix vectors = dropped(vectors_of(*example.text, words), settings_.input_dropout, random, vector_mask);
  const Matrix governor = vectors_of(*example.text, {example.predicate});
  Matrix x = as_word_.forward(parameters_, vectors);
  x.rowwise() += as_governor_.forward(parameters_, governor).row(0);
  std::vector<std::vector<uint32_t>> rows(words.size());
  for (size_t i = 0; i < rows.size(); ++i) add_role_features(*example.text->view, example.predicate, words[i], rows[i]);
  drop_rows(rows, settings_.feature_dropout, random);
  add_rows(role_rows_, rows, x);
  const Matrix z = x.cwiseMax(0.0f);

  const Bounds bounds{0, z.rows()};
  Pass pass;
  Matrix h = z;
  for (const Recurrent& layer : layers_) {
    Pass::Layer& kept = pass.layers.emplace_back();
    Matrix input = dropped(h, settings_.dropout, random, kept.mask);
    kept.x = std::move(h);
    h = layer.forward(parameters_, kept.x, std::move(input), bounds, kept.cache);
  }
  const Matrix last = dropped(h, settings_.dropout, random, mask);
  Matrix scores = labels_.forward(parameters_, last);
  const double loss = chain_loss(scores, parameters_[transitions_].value, parameters_[transitions_].gradient[worker], example.labels);
  Matrix dh = labels_.backward(parameters_, worker, last, scores).cwiseProduct(mask);
  for (size_t i = layers_.size(); i-- > 0;) {
    const Pass::Layer& kept = pass.layers[i];
    Matrix dx = Matrix::Zero(kept.x.rows(), kept.x.cols());
    const Matrix multiplied = layers_[i].backward(parameters_, worker, kept.x, bounds, kept.cache, dh, dx);
    dh = dx + multiplied.cwiseProduct(kept.mask);
  }
  const Matrix dx = (z.array() > 0).select(dh, 0.0f);
  as_word_.backward(parameters_, worker, vectors, dx);
  const Matrix sum = dx.colwise().sum();
  as_governor_.backward(parameters_, worker, governor, sum);
  learn_rows(worker, role_rows_, rows, dx);
  return loss;
}

void AttributionNetwork::write(TensorWriter& section) const {
  const auto parameter = [&](const std::string& name) -> const Matrix& {
    for (size_t i = 0;; ++i) {
      if (parameters_[i].name == name) return parameters_[i].value;
    }
  };
  const auto floats = [&](const std::string& as, const Matrix& m) { section.add_f32(as, static_cast<uint32_t>(m.rows()), static_cast<uint32_t>(m.cols()), {m.data(), static_cast<size_t>(m.size())}); };
  const auto beside = [&](const std::string& what) {
    const Matrix &a = parameter("as_predicate." + what), &b = parameter("as_word." + what), &c = parameter("as_governor." + what);
    Matrix all(a.rows(), a.cols() + b.cols() + c.cols());
    all << a, b, c;
    floats("words." + what, all);
  };
  for (const char* name : {"predicate_rows", "role_rows", "frame_rows"}) {
    const Matrix& m = parameter(name);
    section.add_i8(name, static_cast<uint32_t>(m.rows()), static_cast<uint32_t>(m.cols()), {m.data(), static_cast<size_t>(m.size())});
  }
  beside("weights");
  beside("bias");
  for (const char* name : {"decision.weights", "decision.bias", "labels.weights", "labels.bias", "transitions", "in_frame0.bias", "frame_decision.weights", "frame_decision.bias"}) floats(name, parameter(name));
  for (size_t k = 0; k <= kFrameWords; ++k) floats("in_frame" + std::to_string(k) + ".weights", parameter("in_frame" + std::to_string(k) + ".weights"));
  for (size_t i = 0; i < layers_.size(); ++i) {
    for (const char* what : {".weights", ".gates"}) floats("role" + std::to_string(i) + what, parameter("role" + std::to_string(i) + what));
  }
}

}  // namespace chancery::train
