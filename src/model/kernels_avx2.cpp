// Kernels for processors with AVX2 and FMA (2013 and later).
#if defined(__x86_64__)

#include "model/avx2_lanes.hpp"

namespace chancery {
namespace {

struct Avx2Kernels : Avx2Lanes {
  static constexpr int kIntegerRows = 3, kIntegerColumns = 16;
  template <int R>
  static void integer_block(const Product& p, const Activations& a, size_t row, size_t column);
};

/// Bytes are widened to 16 bits and multiplied by vpmaddwd, which is exact; vpmaddubsw would saturate.
template <int R>
void Avx2Kernels::integer_block(const Product& p, const Activations& a, size_t row, size_t column) {
  constexpr int parts = kIntegerColumns / 4;  // a vector holds two sums, of inputs 0 1 and 2 3, for each of 4 outputs
  const int8_t* weights = p.integers + column / kPanel * kPanel * a.stride + column % kPanel * kGroup;
  const uint8_t* x = a.integers + row * a.stride;
  const size_t stride = a.stride;
  __m256i sums[R][parts];
#pragma GCC unroll 4
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 4
    for (int c = 0; c < parts; ++c) sums[r][c] = _mm256_setzero_si256();
  }
  for (size_t k = 0; k < stride; k += kGroup) {
    __m256i values[R];
#pragma GCC unroll 4
    for (int r = 0; r < R; ++r) {
      int32_t four;
      std::memcpy(&four, x + r * stride + k, sizeof four);
      values[r] = _mm256_cvtepu8_epi16(_mm_set1_epi32(four));
    }
#pragma GCC unroll 4
    for (int c = 0; c < parts; ++c) {
      const auto* from = reinterpret_cast<const __m128i*>(weights + k * kPanel + c * 16);
      const __m256i w = _mm256_cvtepi8_epi16(_mm_loadu_si128(from));
#pragma GCC unroll 4
      for (int r = 0; r < R; ++r) sums[r][c] = _mm256_add_epi32(sums[r][c], _mm256_madd_epi16(values[r], w));
    }
  }
#pragma GCC unroll 4
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 4
    for (int c = 0; c < parts; c += 2) {
      const __m256i halves = _mm256_hadd_epi32(sums[r][c], sums[r][c + 1]);  // outputs 0 1 4 5 | 2 3 6 7
      store_integers<Avx2Kernels>(p, a, row + r, column + c * 4, _mm256_permute4x64_epi64(halves, 0xD8));
    }
  }
}

}  // namespace

const KernelSet kAvx2Kernels = kernel_set_of<Avx2Kernels>("avx2");

}  // namespace chancery

#endif
