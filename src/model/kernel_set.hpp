// What a set of kernels for one kind of processor consists of; inside the module and its tests.
//
// Weights are kept in panels of 32 outputs: as floats, the 32 weights of input 0, then those of input 1, ...; as 8-bit
// integers, inputs go in groups of four: the 4 weights of output 0, the 4 of output 1, ... (what vpdpbusd takes).
// Missing outputs and inputs are zeros. All sets share the layout, so that any may follow another in a test.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/kernels.hpp"

namespace chancery {

inline constexpr size_t kPanel = 32;     ///< outputs laid out together
inline constexpr size_t kGroup = 4;      ///< inputs of 8 bits laid out together
inline constexpr size_t kRowChunk = 120; ///< rows at a time, so that they stay in the cache while panels go by

/// The rows of x as integers: x = scale * (integer - zero), integers in [0, 255], one scale and zero a row.
struct Activations {
  uint8_t* integers = nullptr;
  size_t stride = 0;  ///< inputs rounded up to kGroup
  float* scales = nullptr;
  int32_t* zeros = nullptr;
};

/// y = x * weights + bias with weights in panels; either floats or integers, scales and sums are there.
struct Product {
  size_t rows = 0, inputs = 0, outputs = 0;
  const float* x = nullptr;
  size_t x_stride = 0;
  const float* bias = nullptr;  ///< may be null
  float* y = nullptr;
  size_t y_stride = 0;
  const float* floats = nullptr;
  const int8_t* integers = nullptr;
  const float* scales = nullptr;   ///< one an output
  const int32_t* sums = nullptr;   ///< of the integers of an output, which the zeros of the rows are multiplied with
};

struct Recurrence {
  RecurrentGates gates;
  size_t steps = 0;
  bool backward = false;
  const float* u = nullptr;
  size_t u_stride = 0;
  const float* x = nullptr;
  size_t x_stride = 0;
  float* h = nullptr;
  size_t h_stride = 0;
};

struct KernelSet {
  const char* name;
  void (*multiply_floats)(const Product&);
  void (*quantise)(const Product&, const Activations&);
  void (*multiply_integers)(const Product&, const Activations&);
  void (*run_recurrent)(const Recurrence&);
  void (*relu)(float* values, size_t count);
  float (*dot)(const float* a, const float* b, size_t count);
  void (*add_scaled)(const int8_t* from, float scale, float* to, size_t count);
};

extern const KernelSet kPortableKernels;
#if defined(__x86_64__)
extern const KernelSet kAvx2Kernels;      ///< AVX2 and FMA
extern const KernelSet kAvx2VnniKernels;  ///< and AVX-VNNI
extern const KernelSet kAvx512Kernels;    ///< AVX-512 F, BW, VL and VNNI
#endif

/// The sets that this processor can run, the fastest first.
std::vector<const KernelSet*> runnable_kernels();
/// The set of this name, the fastest where it is empty. Throws Error(usage) for one that cannot run here.
const KernelSet& choose_kernels(std::string_view name);

}  // namespace chancery
