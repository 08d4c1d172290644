// Layers of the network at work: read from the model, run over many sentences at once.
//
// Rows are words, the sentences of a run one after the other; `bounds` holds where each begins and, last, where all end.
// Weights are laid out for the processor at construction; everything after is const and thread-safe.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/kernels.hpp"
#include "model/tensors.hpp"

namespace chancery {

class LinearLayer {
 public:
  LinearLayer() = default;
  /// Reads `name`.weights and, where it is there, `name`.bias.
  LinearLayer(const TensorReader& tensors, const std::string& name, bool quantise);
  size_t inputs() const { return weights_.inputs(); }
  size_t outputs() const { return weights_.outputs(); }
  /// y must have room for rows * outputs().
  void run(const float* x, size_t rows, float* y) const;

 private:
  PackedWeights weights_;
  std::vector<float> bias_;
};

/// Both directions of a simple recurrent unit (Lei et al. 2018); the forward half of the result comes first.
class RecurrentLayer {
 public:
  RecurrentLayer() = default;
  /// Reads `name`.weights and `name`.gates (rows: forget state, reset state, forget bias, reset bias).
  RecurrentLayer(const TensorReader& tensors, const std::string& name, bool quantise);
  size_t inputs() const { return weights_.inputs(); }
  size_t outputs() const { return 2 * width_; }
  void run(const float* x, std::span<const size_t> bounds, std::vector<float>& products, float* h) const;

 private:
  size_t width_ = 0;
  bool own_highway_ = false;  ///< the layer maps its input for the highway, since the widths differ
  PackedWeights weights_;
  std::vector<float> gates_;
};

/// Layers on top of each other, run in stretches of whole sentences so that memory stays bounded.
class RecurrentStack {
 public:
  RecurrentStack() = default;
  /// Reads layers `name`0, `name`1, ... as many as there are.
  RecurrentStack(const TensorReader& tensors, const std::string& name, bool quantise);
  bool empty() const { return layers_.empty(); }
  size_t inputs() const { return layers_.front().inputs(); }
  size_t outputs() const { return layers_.back().outputs(); }
  void run(const float* x, std::span<const size_t> bounds, std::vector<float>& h) const;

 private:
  std::vector<RecurrentLayer> layers_;
};

/// Label names kept in a model as lines of text.
std::vector<std::string> read_labels(const TensorReader& tensors, const std::string& name);

}  // namespace chancery
