#include "model/kernels.hpp"

#include <fmt/format.h>
#if defined(__x86_64__)
#include <cpuid.h>
#endif

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <new>

#include "base/error.hpp"
#include "model/kernel_set.hpp"

namespace chancery {
namespace {

constexpr size_t kMaxQuantisedInputs = 65536;  // 65536 * 255 * 127 is the most that 32 bits hold

constexpr size_t rounded_up(size_t value, size_t unit) { return (value + unit - 1) / unit * unit; }

/// Begins on a cache line, so that no vector of weights lies across two.
template <class T>
struct CacheLineAllocator {
  using value_type = T;
  CacheLineAllocator() = default;
  template <class U>
  CacheLineAllocator(const CacheLineAllocator<U>&) {}
  T* allocate(size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), std::align_val_t{64})); }
  void deallocate(T* p, size_t) { ::operator delete(p, std::align_val_t{64}); }
  bool operator==(const CacheLineAllocator&) const { return true; }
};

template <class T>
using Aligned = std::vector<T, CacheLineAllocator<T>>;

const KernelSet& kernels_here() {
  static const KernelSet& set = []() -> const KernelSet& {
    const char* wanted = std::getenv("CHANCERY_KERNELS");
    return choose_kernels(wanted == nullptr ? "" : wanted);
  }();
  return set;
}

#if defined(__x86_64__)
/// Bit 4 of EAX, leaf 7.1 (Intel's manual, volume 2A, CPUID); clang 14 does not know it by name. Its registers are those
/// of AVX2, so that a system that keeps these keeps them all.
bool has_avx_vnni() {
  unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
  return __get_cpuid_count(7, 1, &eax, &ebx, &ecx, &edx) != 0 && (eax >> 4 & 1) != 0;
}
#endif

}  // namespace

struct PackedWeights::Panels {
  Aligned<float> floats;
  Aligned<int8_t> integers;
  Aligned<float> scales;
  Aligned<int32_t> sums;

  void pack_floats(std::span<const float> weights, size_t inputs, size_t outputs);
  void pack_integers(std::span<const float> weights, size_t inputs, size_t outputs);
};

void PackedWeights::Panels::pack_floats(std::span<const float> weights, size_t inputs, size_t outputs) {
  floats.assign(inputs * rounded_up(outputs, kPanel), 0);
  for (size_t k = 0; k < inputs; ++k) {
    for (size_t j = 0; j < outputs; ++j) {
      floats[j / kPanel * kPanel * inputs + k * kPanel + j % kPanel] = weights[k * outputs + j];
    }
  }
}

void PackedWeights::Panels::pack_integers(std::span<const float> weights, size_t inputs, size_t outputs) {
  const size_t padded_inputs = rounded_up(inputs, kGroup), padded_outputs = rounded_up(outputs, kPanel);
  integers.assign(padded_inputs * padded_outputs, 0);
  scales.assign(padded_outputs, 0);
  sums.assign(padded_outputs, 0);
  for (size_t j = 0; j < outputs; ++j) {
    float largest = 0;
    for (size_t k = 0; k < inputs; ++k) largest = std::max(largest, std::abs(weights[k * outputs + j]));
    if (!(largest > 0)) continue;
    scales[j] = largest / 127;
    for (size_t k = 0; k < inputs; ++k) {
      const float value = std::nearbyint(weights[k * outputs + j] * (127 / largest));
      const auto integer = static_cast<int8_t>(value > -127 ? std::min(value, 127.0F) : -127);
      const size_t group = j / kPanel * kPanel * padded_inputs + k / kGroup * kGroup * kPanel;
      integers[group + j % kPanel * kGroup + k % kGroup] = integer;
      sums[j] += integer;
    }
  }
}

PackedWeights::PackedWeights(std::span<const float> weights, size_t inputs, size_t outputs, bool quantise)
    : inputs_(inputs), outputs_(outputs), quantised_(quantise) {
  if (weights.size() != inputs * outputs) {
    throw Error(ErrorKind::internal, fmt::format("{} weights for {} inputs and {} outputs", weights.size(), inputs, outputs));
  }
  if (quantise && inputs > kMaxQuantisedInputs) {
    throw Error(ErrorKind::internal, fmt::format("{} inputs are more than 8-bit sums hold ({})", inputs, kMaxQuantisedInputs));
  }
  auto panels = std::make_shared<Panels>();
  if (quantise) {
    panels->pack_integers(weights, inputs, outputs);
  } else {
    panels->pack_floats(weights, inputs, outputs);
  }
  panels_ = std::move(panels);
}

void PackedWeights::multiply(const float* x, size_t x_stride, size_t rows, const float* bias, float* y, size_t y_stride) const {
  multiply(kernels_here(), x, x_stride, rows, bias, y, y_stride);
}

void PackedWeights::multiply(const KernelSet& kernels, const float* x, size_t x_stride, size_t rows, const float* bias, float* y,
                             size_t y_stride) const {
  if (rows == 0 || outputs_ == 0) return;
  Product product{.inputs = inputs_, .outputs = outputs_, .x_stride = x_stride, .bias = bias, .y_stride = y_stride,
                  .floats = panels_->floats.data(), .integers = panels_->integers.data(), .scales = panels_->scales.data(),
                  .sums = panels_->sums.data()};
  const size_t stride = rounded_up(inputs_, kGroup), chunk = std::min(rows, kRowChunk);
  Aligned<uint8_t> integers(quantised_ ? chunk * stride : 0);
  float scales[kRowChunk];
  int32_t zeros[kRowChunk];
  for (size_t row = 0; row < rows; row += chunk) {
    product.rows = std::min(chunk, rows - row);
    product.x = x + row * x_stride;
    product.y = y + row * y_stride;
    if (quantised_) {
      const Activations activations{integers.data(), stride, scales, zeros};
      kernels.quantise(product, activations);
      kernels.multiply_integers(product, activations);
    } else {
      kernels.multiply_floats(product);
    }
  }
}

void run_recurrent(const RecurrentGates& gates, size_t steps, bool backward, const float* u, size_t u_stride, const float* x,
                   size_t x_stride, float* h, size_t h_stride) {
  kernels_here().run_recurrent({gates, steps, backward, u, u_stride, x, x_stride, h, h_stride});
}

void relu(float* values, size_t count) { kernels_here().relu(values, count); }

float dot(const float* a, const float* b, size_t count) { return kernels_here().dot(a, b, count); }

void add_scaled(const int8_t* from, float scale, float* to, size_t count) { kernels_here().add_scaled(from, scale, to, count); }

std::string_view kernels_in_use() { return kernels_here().name; }

std::vector<const KernelSet*> runnable_kernels() {
  std::vector<const KernelSet*> sets;
#if defined(__x86_64__)
  __builtin_cpu_init();
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vnni")) {
    sets.push_back(&kAvx512Kernels);
  }
  if (avx2 && has_avx_vnni()) sets.push_back(&kAvx2VnniKernels);
  if (avx2) sets.push_back(&kAvx2Kernels);
#endif
  sets.push_back(&kPortableKernels);
  return sets;
}

const KernelSet& choose_kernels(std::string_view name) {
  std::string names;
  const auto sets = runnable_kernels();
  for (const KernelSet* set : sets) {
    if (name.empty() || name == set->name) return *set;
    names += names.empty() ? "" : ", ";
    names += set->name;
  }
  throw Error(ErrorKind::usage, fmt::format("CHANCERY_KERNELS is \"{}\", which this processor does not run; it runs {}", name, names));
}

}  // namespace chancery
