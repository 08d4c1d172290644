#include "network/parameters.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <thread>

namespace chancery::train {

size_t Parameters::add(std::string name, size_t rows, size_t columns, float deviation, bool sparse) {
  Parameter p;
  p.name = std::move(name);
  p.sparse = sparse;
  const auto r = static_cast<Eigen::Index>(rows), c = static_cast<Eigen::Index>(columns);
  p.value = Matrix::Zero(r, c);
  if (deviation > 0) {
    std::normal_distribution<float> normal(0, deviation);
    for (Eigen::Index i = 0; i < p.value.size(); ++i) p.value.data()[i] = normal(random_);
  }
  p.first = p.second = Matrix::Zero(r, c);
  p.gradient.assign(workers_, Matrix::Zero(r, c));
  if (sparse) {
    p.touched.resize(workers_);
    p.is_touched.assign(workers_, std::vector<uint8_t>(rows, 0));
  }
  all_.push_back(std::move(p));
  return all_.size() - 1;
}

void Parameters::for_each(const std::function<void(size_t)>& work) const {
  std::atomic<size_t> next{0};
  const auto run = [&] {
    for (size_t i = next++; i < all_.size(); i = next++) work(by_size_[i]);
  };
  std::vector<std::jthread> threads;
  for (size_t w = 1; w < workers_; ++w) threads.emplace_back(run);
  run();
}

void Parameters::gather(Parameter& p, float scale, double& norm) {
  if (!p.sparse) {
    for (size_t w = 1; w < workers_; ++w) {
      p.gradient[0] += p.gradient[w];
      p.gradient[w].setZero();
    }
    p.gradient[0] *= scale;
    norm += p.gradient[0].squaredNorm();
    return;
  }
  for (size_t w = 1; w < workers_; ++w) {
    for (const uint32_t row : p.touched[w]) {
      p.touch(0, row);
      p.gradient[0].row(row) += p.gradient[w].row(row);
      p.gradient[w].row(row).setZero();
      p.is_touched[w][row] = 0;
    }
    p.touched[w].clear();
  }
  for (const uint32_t row : p.touched[0]) {
    p.gradient[0].row(row) *= scale;
    norm += p.gradient[0].row(row).squaredNorm();
  }
}

void Parameters::update(Parameter& p, const AdamSettings& s, float rate, float shrink) {
  const auto n = static_cast<double>(steps_);
  const float correct1 = 1.0f / static_cast<float>(1 - std::pow(s.beta1, n)), correct2 = 1.0f / static_cast<float>(1 - std::pow(s.beta2, n));
  const auto one = [&](float* value, float* m, float* v, float* g, Eigen::Index count) {
    for (Eigen::Index i = 0; i < count; ++i) {
      const float gradient = g[i] * shrink;
      m[i] = s.beta1 * m[i] + (1 - s.beta1) * gradient;
      v[i] = s.beta2 * v[i] + (1 - s.beta2) * gradient * gradient;
      value[i] -= rate * (m[i] * correct1 / (std::sqrt(v[i] * correct2) + s.epsilon) + s.decay * value[i]);
      g[i] = 0;
    }
  };
  if (!p.sparse) {
    one(p.value.data(), p.first.data(), p.second.data(), p.gradient[0].data(), p.value.size());
    return;
  }
  for (const uint32_t row : p.touched[0]) {
    one(p.value.row(row).data(), p.first.row(row).data(), p.second.row(row).data(), p.gradient[0].row(row).data(), p.value.cols());
    p.is_touched[0][row] = 0;
  }
  p.touched[0].clear();
}

void Parameters::step(const AdamSettings& settings, float rate, float scale) {
  ++steps_;
  if (by_size_.size() != all_.size()) sort_by_size();
  std::vector<double> norms(all_.size(), 0);
  for_each([&](size_t i) { gather(all_[i], scale, norms[i]); });
  const double norm = std::sqrt(std::accumulate(norms.begin(), norms.end(), 0.0));
  const float shrink = norm > settings.clip ? settings.clip / static_cast<float>(norm) : 1.0f;
  for_each([&](size_t i) { update(all_[i], settings, rate, shrink); });
}

/// The largest first, so that the threads end together.
void Parameters::sort_by_size() {
  by_size_.resize(all_.size());
  std::iota(by_size_.begin(), by_size_.end(), size_t{0});
  std::stable_sort(by_size_.begin(), by_size_.end(), [&](size_t a, size_t b) { return all_[a].value.size() > all_[b].value.size(); });
}

void Parameters::forget_moments() {
  steps_ = 0;
  for (auto& p : all_) {
    p.first.setZero();
    p.second.setZero();
  }
}

}  // namespace chancery::train
