// Kernels for processors with AVX2, FMA and AVX-VNNI but without AVX-512 (2021 and later): as AVX2, but for products of
// integers, four a lane and instruction.
#if defined(__x86_64__)

#include "model/avx2_lanes.hpp"

namespace chancery {
namespace {

struct Avx2VnniKernels : Avx2Lanes {
  static constexpr int kIntegerRows = 6, kIntegerColumns = 16;
  template <int R>
  static void integer_block(const Product& p, const Activations& a, size_t row, size_t column);
};

template <int R>
void Avx2VnniKernels::integer_block(const Product& p, const Activations& a, size_t row, size_t column) {
  const int8_t* weights = p.integers + column / kPanel * kPanel * a.stride + column % kPanel * kGroup;
  const uint8_t* x = a.integers + row * a.stride;
  const size_t stride = a.stride;
  __m256i sums[R][2];
#pragma GCC unroll 8
  for (int r = 0; r < R; ++r) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
  for (size_t k = 0; k < stride; k += kGroup) {
    const auto* from = reinterpret_cast<const __m256i*>(weights + k * kPanel);
    const __m256i left = _mm256_loadu_si256(from), right = _mm256_loadu_si256(from + 1);
#pragma GCC unroll 8
    for (int r = 0; r < R; ++r) {
      int32_t four;
      std::memcpy(&four, x + r * stride + k, sizeof four);
      const __m256i values = _mm256_set1_epi32(four);
      sums[r][0] = _mm256_dpbusd_avx_epi32(sums[r][0], values, left);
      sums[r][1] = _mm256_dpbusd_avx_epi32(sums[r][1], values, right);
    }
  }
#pragma GCC unroll 8
  for (int r = 0; r < R; ++r) {
    store_integers<Avx2VnniKernels>(p, a, row + r, column, sums[r][0]);
    store_integers<Avx2VnniKernels>(p, a, row + r, column + kWidth, sums[r][1]);
  }
}

}  // namespace

const KernelSet kAvx2VnniKernels = kernel_set_of<Avx2VnniKernels>("avx2-vnni");

}  // namespace chancery

#endif
