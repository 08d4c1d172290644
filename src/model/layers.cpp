#include "model/layers.hpp"

#include <fmt/format.h>

#include "base/error.hpp"

namespace chancery {
namespace {

void check(bool right, const std::string& name) {
  if (!right) throw Error(ErrorKind::input, fmt::format("the model's layer {} has a shape that does not fit; train the model again with this version", name));
}

PackedWeights packed(const TensorReader& tensors, const std::string& name, bool quantise) {
  const TensorView& view = tensors.at(name + ".weights");
  const std::vector<float> values = view.values();
  return PackedWeights(values, view.rows, view.columns, quantise);
}

}  // namespace

LinearLayer::LinearLayer(const TensorReader& tensors, const std::string& name, bool quantise) : weights_(packed(tensors, name, quantise)) {
  if (!tensors.has(name + ".bias")) return;
  bias_ = tensors.at(name + ".bias").values();
  check(bias_.size() == weights_.outputs(), name);
}

void LinearLayer::run(const float* x, size_t rows, float* y) const {
  weights_.multiply(x, weights_.inputs(), rows, bias_.empty() ? nullptr : bias_.data(), y, weights_.outputs());
}

RecurrentLayer::RecurrentLayer(const TensorReader& tensors, const std::string& name, bool quantise) : weights_(packed(tensors, name, quantise)) {
  const TensorView& gates = tensors.at(name + ".gates");
  check(gates.rows == 4 && gates.columns % 2 == 0 && gates.columns > 0, name);
  gates_ = gates.values();
  width_ = gates.columns / 2;
  own_highway_ = weights_.inputs() != 2 * width_;
  check(weights_.outputs() == (own_highway_ ? 8 : 6) * width_, name);
}

void RecurrentLayer::run(const float* x, std::span<const size_t> bounds, std::vector<float>& products, float* h) const {
  const size_t words = bounds.back(), blocks = own_highway_ ? 4 : 3, stride = 2 * blocks * width_;
  products.resize(words * stride);
  weights_.multiply(x, weights_.inputs(), words, nullptr, products.data(), stride);
  for (size_t direction = 0; direction < 2; ++direction) {
    const size_t at = direction * width_, wide = 2 * width_;
    const RecurrentGates gates{width_, gates_.data() + at, gates_.data() + wide + at, gates_.data() + 2 * wide + at, gates_.data() + 3 * wide + at};
    for (size_t s = 0; s + 1 < bounds.size(); ++s) {
      const float* u = products.data() + bounds[s] * stride + direction * blocks * width_;
      const float* highway = own_highway_ ? u + 3 * width_ : x + bounds[s] * wide + at;
      run_recurrent(gates, bounds[s + 1] - bounds[s], direction == 1, u, stride, highway, own_highway_ ? stride : wide, h + bounds[s] * wide + at, wide);
    }
  }
}

RecurrentStack::RecurrentStack(const TensorReader& tensors, const std::string& name, bool quantise) {
  for (size_t i = 0; tensors.has(name + std::to_string(i) + ".weights"); ++i) {
    layers_.emplace_back(tensors, name + std::to_string(i), quantise);
    if (i > 0) check(layers_[i].inputs() == layers_[i - 1].outputs(), name + std::to_string(i));
  }
}

void RecurrentStack::run(const float* x, std::span<const size_t> bounds, std::vector<float>& h) const {
  std::vector<float> products, below;
  for (size_t i = 0; i < layers_.size(); ++i) {
    below.swap(h);
    h.resize(bounds.back() * layers_[i].outputs());
    layers_[i].run(i == 0 ? x : below.data(), bounds, products, h.data());
  }
}

std::vector<std::string> read_labels(const TensorReader& tensors, const std::string& name) {
  const TensorView& view = tensors.at(name);
  if (view.type != TensorType::bytes) throw Error(ErrorKind::input, fmt::format("the model's {} are no labels; train the model again with this version", name));
  const std::string_view text(view.bytes, static_cast<size_t>(view.rows) * view.columns);
  std::vector<std::string> labels;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    labels.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return labels;
}

}  // namespace chancery
