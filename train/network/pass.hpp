// What a pass through the joint network keeps for its way back, and the steps that its parts share. Internal to it.
#pragma once

#include <span>
#include <vector>

#include "network/joint.hpp"

namespace chancery::train {

struct LayerPass {
  Matrix x, mask;
  Recurrent::Cache cache;
};

struct JointNetwork::Pass {
  Matrix x;  ///< the embedded words
  std::vector<uint32_t> rows;  ///< vocabulary rows after words were dropped
  Bounds bounds;
  std::vector<uint8_t> hidden;  ///< a word each: to be guessed; empty where nothing is hidden
};

inline Matrix relu(const Matrix& x) { return x.cwiseMax(0.0f); }
inline Matrix relu_backward(const Matrix& y, const Matrix& dy) { return (y.array() > 0).select(dy, 0.0f); }

inline Bounds bounds_of(std::span<const Example* const> batch) {
  Bounds bounds{0};
  for (const Example* e : batch) bounds.push_back(bounds.back() + static_cast<Eigen::Index>(e->features.size()));
  return bounds;
}

/// A copy with units dropped; the mask is kept for the way back.
inline Matrix dropped(const Matrix& x, const Bounds& bounds, float rate, Random* random, Matrix& mask) {
  Matrix copy = x;
  if (random) drop_units(copy, bounds, rate, *random, &mask);
  return copy;
}

inline void undrop(Matrix& dx, const Bounds& bounds, const Matrix& mask) {
  if (mask.size() == 0) return;
  for (size_t s = 0; s + 1 < bounds.size(); ++s) {
    for (Eigen::Index t = bounds[s]; t < bounds[s + 1]; ++t) dx.row(t).array() *= mask.row(static_cast<Eigen::Index>(s)).array();
  }
}

inline std::vector<int32_t> labels_of(std::span<const Example* const> batch, std::vector<int32_t> Example::*member) {
  std::vector<int32_t> all;
  for (const Example* e : batch) {
    if ((e->*member).empty()) {
      all.resize(all.size() + e->features.size(), -1);
    } else {
      all.insert(all.end(), (e->*member).begin(), (e->*member).end());
    }
  }
  return all;
}

inline int32_t best_of(const Eigen::Ref<const Eigen::RowVectorXf>& row) {
  Eigen::Index at = 0;
  row.maxCoeff(&at);
  return static_cast<int32_t>(at);
}

}  // namespace chancery::train
