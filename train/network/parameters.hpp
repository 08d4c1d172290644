// The weights under training, with one gradient a worker and the state of Adam (Kingma & Ba 2015).
//
// Matrices are row-major. Embedding tables are updated only in the rows that a step touched. Not thread-safe but for
// gradients: worker w writes just gradients of its own number.
#pragma once

#include <Eigen/Dense>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace chancery::train {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Random = std::mt19937_64;

struct AdamSettings {
  float rate = 2e-3f, beta1 = 0.9f, beta2 = 0.98f, epsilon = 1e-8f, clip = 5.0f, decay = 0.0f;
};

struct Parameter {
  std::string name;
  Matrix value, first, second;       ///< first and second moment
  std::vector<Matrix> gradient;      ///< one a worker
  bool sparse = false;
  std::vector<std::vector<uint32_t>> touched;  ///< sparse: rows with a gradient, one list a worker
  std::vector<std::vector<uint8_t>> is_touched;

  /// A row of worker's gradient, marked as touched.
  float* touch(size_t worker, uint32_t row) {
    if (!is_touched[worker][row]) {
      is_touched[worker][row] = 1;
      touched[worker].push_back(row);
    }
    return gradient[worker].row(row).data();
  }
};

class Parameters {
 public:
  explicit Parameters(size_t workers, uint64_t seed) : workers_(workers), random_(seed) {}

  /// A matrix drawn from a normal distribution of that deviation; returns its number.
  size_t add(std::string name, size_t rows, size_t columns, float deviation, bool sparse = false);
  Parameter& operator[](size_t i) { return all_[i]; }
  const Parameter& operator[](size_t i) const { return all_[i]; }
  size_t size() const { return all_.size(); }
  size_t workers() const { return workers_; }

  /// Adds up the workers' gradients, scales them, clips their norm, takes one step, and sets them to nought. Uses as
  /// many threads as there are workers; the result does not depend on how they share the work.
  void step(const AdamSettings& settings, float rate, float scale);
  /// Begins anew with another task: the values stay, Adam's memory goes.
  void forget_moments();

 private:
  void for_each(const std::function<void(size_t)>& work) const;
  void sort_by_size();
  void gather(Parameter& p, float scale, double& norm);
  void update(Parameter& p, const AdamSettings& s, float rate, float shrink);

  size_t workers_;
  Random random_;
  std::vector<Parameter> all_;
  std::vector<size_t> by_size_;
  size_t steps_ = 0;
};

}  // namespace chancery::train
