// The layers of the network with their gradients, written out by hand.
//
// A batch is a matrix of words x dimensions with the sentences one after the other; `Bounds` holds where they begin,
// the total last. Each forward pass fills the cache that its backward pass reads.
#pragma once

#include "network/parameters.hpp"

namespace chancery::train {

using Bounds = std::vector<Eigen::Index>;

class Linear {
 public:
  Linear() = default;
  Linear(Parameters& parameters, const std::string& name, size_t inputs, size_t outputs, bool bias = true);
  Matrix forward(const Parameters& parameters, const Matrix& x) const;
  /// Adds to worker's gradients; returns the gradient of x.
  Matrix backward(Parameters& parameters, size_t worker, const Matrix& x, const Matrix& dy) const;

 private:
  size_t weights_ = 0, bias_ = 0;
  bool has_bias_ = false;
};

/// Both directions of a simple recurrent unit (Lei et al. 2018); outputs 2 * width, forward half first.
class Recurrent {
 public:
  struct Cache {
    Matrix input;                ///< after dropout, as multiplied
    Matrix products;             ///< per direction u, uf, ur and, for the first layer, the highway input
    Matrix state, forget, reset; ///< words x (2 * width)
  };

  Recurrent() = default;
  Recurrent(Parameters& parameters, const std::string& name, size_t inputs, size_t width);
  size_t outputs() const { return 2 * width_; }
  /// `x` goes over the highway where the widths agree, `dropped` is x after dropout.
  Matrix forward(const Parameters& parameters, const Matrix& x, Matrix dropped, const Bounds& bounds, Cache& cache) const;
  /// Returns the gradient for the multiplied input; adds the highway's own to `dx` where the widths agree.
  Matrix backward(Parameters& parameters, size_t worker, const Matrix& x, const Bounds& bounds, const Cache& cache, const Matrix& dh, Matrix& dx) const;

 private:
  size_t width_ = 0, blocks_ = 3;  ///< blocks: products a direction
  size_t weights_ = 0, gates_ = 0; ///< gates: rows vf, vr, bf, br of both directions
};

/// A mask of kept units a sentence, scaled so that the expectation stays; 1 everywhere where `rate` is 0.
void drop_units(Matrix& x, const Bounds& bounds, float rate, Random& random, Matrix* mask);

}  // namespace chancery::train
