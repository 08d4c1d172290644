#include "network/layers.hpp"

#include <cmath>

namespace chancery::train {
namespace {

inline float sigmoid(float x) { return 1.0f / (1.0f + std::exp(-x)); }

}  // namespace

Linear::Linear(Parameters& parameters, const std::string& name, size_t inputs, size_t outputs, bool bias) : has_bias_(bias) {
  weights_ = parameters.add(name + ".weights", inputs, outputs, std::sqrt(1.0f / static_cast<float>(inputs)));
  if (bias) bias_ = parameters.add(name + ".bias", 1, outputs, 0);
}

Matrix Linear::forward(const Parameters& parameters, const Matrix& x) const {
  Matrix y = x * parameters[weights_].value;
  if (has_bias_) y.rowwise() += parameters[bias_].value.row(0);
  return y;
}

Matrix Linear::backward(Parameters& parameters, size_t worker, const Matrix& x, const Matrix& dy) const {
  parameters[weights_].gradient[worker].noalias() += x.transpose() * dy;
  if (has_bias_) parameters[bias_].gradient[worker].row(0) += dy.colwise().sum();
  return dy * parameters[weights_].value.transpose();
}

Recurrent::Recurrent(Parameters& parameters, const std::string& name, size_t inputs, size_t width) : width_(width), blocks_(inputs == 2 * width ? 3 : 4) {
  weights_ = parameters.add(name + ".weights", inputs, 2 * blocks_ * width, std::sqrt(1.0f / static_cast<float>(inputs)));
  gates_ = parameters.add(name + ".gates", 4, 2 * width, 0.1f);
  parameters[gates_].value.bottomRows(2).setZero();
}

Matrix Recurrent::forward(const Parameters& parameters, const Matrix& x, Matrix dropped, const Bounds& bounds, Cache& cache) const {
  cache.input = std::move(dropped);
  cache.products.noalias() = cache.input * parameters[weights_].value;
  const Eigen::Index words = x.rows(), w = static_cast<Eigen::Index>(width_);
  cache.state.resize(words, 2 * w);
  cache.forget.resize(words, 2 * w);
  cache.reset.resize(words, 2 * w);
  Matrix h(words, 2 * w);
  const Matrix& gates = parameters[gates_].value;
  const std::vector<float> nought(width_, 0);
  for (Eigen::Index d = 0; d < 2; ++d) {
    const float *vf = gates.row(0).data() + d * w, *vr = gates.row(1).data() + d * w, *bf = gates.row(2).data() + d * w, *br = gates.row(3).data() + d * w;
    for (size_t s = 0; s + 1 < bounds.size(); ++s) {
      const float* before = nought.data();
      for (Eigen::Index k = 0; k < bounds[s + 1] - bounds[s]; ++k) {
        const Eigen::Index t = d == 0 ? bounds[s] + k : bounds[s + 1] - 1 - k;
        const float* u = cache.products.row(t).data() + d * static_cast<Eigen::Index>(blocks_) * w;
        const float* highway = blocks_ == 4 ? u + 3 * w : x.row(t).data() + d * w;
        float *c = cache.state.row(t).data() + d * w, *f = cache.forget.row(t).data() + d * w, *r = cache.reset.row(t).data() + d * w, *out = h.row(t).data() + d * w;
        for (Eigen::Index j = 0; j < w; ++j) {
          f[j] = sigmoid(u[w + j] + vf[j] * before[j] + bf[j]);
          r[j] = sigmoid(u[2 * w + j] + vr[j] * before[j] + br[j]);
          c[j] = f[j] * before[j] + (1 - f[j]) * u[j];
          out[j] = r[j] * c[j] + (1 - r[j]) * highway[j];
        }
        before = c;
      }
    }
  }
  return h;
}

Matrix Recurrent::backward(Parameters& parameters, size_t worker, const Matrix& x, const Bounds& bounds, const Cache& cache, const Matrix& dh, Matrix& dx) const {
  const Eigen::Index words = x.rows(), w = static_cast<Eigen::Index>(width_);
  Matrix dproducts(words, cache.products.cols());
  const Matrix& gates = parameters[gates_].value;
  Matrix& dgates = parameters[gates_].gradient[worker];
  const std::vector<float> nought(width_, 0);
  std::vector<float> carried(width_);
  for (Eigen::Index d = 0; d < 2; ++d) {
    const float *vf = gates.row(0).data() + d * w, *vr = gates.row(1).data() + d * w;
    float *dvf = dgates.row(0).data() + d * w, *dvr = dgates.row(1).data() + d * w, *dbf = dgates.row(2).data() + d * w, *dbr = dgates.row(3).data() + d * w;
    for (size_t s = 0; s + 1 < bounds.size(); ++s) {
      std::fill(carried.begin(), carried.end(), 0.0f);
      float* carry = carried.data();
      const Eigen::Index count = bounds[s + 1] - bounds[s];
      for (Eigen::Index k = count - 1; k >= 0; --k) {
        const Eigen::Index t = d == 0 ? bounds[s] + k : bounds[s + 1] - 1 - k;
        const Eigen::Index earlier = d == 0 ? t - 1 : t + 1;
        const float* before = k == 0 ? nought.data() : cache.state.row(earlier).data() + d * w;
        const Eigen::Index at = d * static_cast<Eigen::Index>(blocks_) * w;
        const float* u = cache.products.row(t).data() + at;
        float* du = dproducts.row(t).data() + at;
        const float* highway = blocks_ == 4 ? u + 3 * w : x.row(t).data() + d * w;
        float* dhighway = blocks_ == 4 ? du + 3 * w : dx.row(t).data() + d * w;
        const float *c = cache.state.row(t).data() + d * w, *f = cache.forget.row(t).data() + d * w, *r = cache.reset.row(t).data() + d * w, *g = dh.row(t).data() + d * w;
        const bool adds = blocks_ == 3;
        for (Eigen::Index j = 0; j < w; ++j) {
          const float dr = g[j] * (c[j] - highway[j]) * r[j] * (1 - r[j]);
          const float to_highway = g[j] * (1 - r[j]);
          dhighway[j] = adds ? dhighway[j] + to_highway : to_highway;
          const float dc = g[j] * r[j] + carry[j];
          const float df = dc * (before[j] - u[j]) * f[j] * (1 - f[j]);
          du[j] = dc * (1 - f[j]);
          du[w + j] = df;
          du[2 * w + j] = dr;
          carry[j] = dc * f[j] + df * vf[j] + dr * vr[j];
          dvf[j] += df * before[j];
          dvr[j] += dr * before[j];
          dbf[j] += df;
          dbr[j] += dr;
        }
      }
    }
  }
  parameters[weights_].gradient[worker].noalias() += cache.input.transpose() * dproducts;
  return dproducts * parameters[weights_].value.transpose();
}

void drop_units(Matrix& x, const Bounds& bounds, float rate, Random& random, Matrix* mask) {
  if (rate <= 0) {
    if (mask) mask->resize(0, 0);
    return;
  }
  mask->resize(static_cast<Eigen::Index>(bounds.size()) - 1, x.cols());
  std::bernoulli_distribution keep(1 - rate);
  const float scale = 1 / (1 - rate);
  for (Eigen::Index i = 0; i < mask->size(); ++i) mask->data()[i] = keep(random) ? scale : 0.0f;
  for (size_t s = 0; s + 1 < bounds.size(); ++s) {
    for (Eigen::Index t = bounds[s]; t < bounds[s + 1]; ++t) x.row(t).array() *= mask->row(static_cast<Eigen::Index>(s)).array();
  }
}

}  // namespace chancery::train
