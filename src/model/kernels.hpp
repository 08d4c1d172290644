// The arithmetic under the network: matrix products and gates, chosen at run time for the processor at hand
// (portable C++, AVX2 with FMA, also with VNNI, AVX-512 with VNNI), all through one table of functions.
//
// Matrices are row-major floats; a stride is a distance between rows in floats. A product's result does not depend on
// how many rows are asked for at once, nor on the thread, so that the analysis of a text is the same however it is run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace chancery {

struct KernelSet;

/// A weight matrix of `inputs` x `outputs` laid out for the processor at hand; made once at load, read by all threads;
/// copies share the weights.
class PackedWeights {
 public:
  PackedWeights() = default;
  /// `weights` row-major, inputs x outputs. With `quantise`, kept as 8-bit integers with one scale an output.
  PackedWeights(std::span<const float> weights, size_t inputs, size_t outputs, bool quantise);
  size_t inputs() const { return inputs_; }
  size_t outputs() const { return outputs_; }

  /// y = x * weights + bias, for `rows` rows; bias may be null.
  void multiply(const float* x, size_t x_stride, size_t rows, const float* bias, float* y, size_t y_stride) const;
  /// The same with kernels of one's choice (model/kernel_set.hpp).
  void multiply(const KernelSet& kernels, const float* x, size_t x_stride, size_t rows, const float* bias, float* y,
                size_t y_stride) const;

 private:
  struct Panels;
  size_t inputs_ = 0, outputs_ = 0;
  bool quantised_ = false;
  std::shared_ptr<const Panels> panels_;
};

/// One direction of a simple recurrent unit (Lei et al. 2018) over `steps` words, from the first to the last or back:
///   f = sigmoid(uf + vf*c' + bf), r = sigmoid(ur + vr*c' + br), c = f*c' + (1-f)*u, h = r*c + (1-r)*x
/// `u` holds for each step the three products u, uf, ur one after the other (3 * width floats at u_stride); x is the
/// highway input (width floats at x_stride), h the result (width at h_stride). c starts at nought.
struct RecurrentGates {
  size_t width = 0;
  const float *forget_state = nullptr, *reset_state = nullptr;  ///< vf, vr
  const float *forget_bias = nullptr, *reset_bias = nullptr;    ///< bf, br
};
void run_recurrent(const RecurrentGates& gates, size_t steps, bool backward, const float* u, size_t u_stride, const float* x,
                   size_t x_stride, float* h, size_t h_stride);

void relu(float* values, size_t count);
float dot(const float* a, const float* b, size_t count);
/// to += from * scale for 8-bit rows of an embedding table.
void add_scaled(const int8_t* from, float scale, float* to, size_t count);

/// "portable", "avx2", "avx2-vnni" or "avx512": what is in use. $CHANCERY_KERNELS names another one that this processor can run.
std::string_view kernels_in_use();

}  // namespace chancery
