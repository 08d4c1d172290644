// Kernels for processors with AVX2 and FMA (2013 and later): vectors of eight floats.
#if defined(__x86_64__)

#include <immintrin.h>

#include <cstring>

#include "model/kernel_templates.hpp"

namespace chancery {
namespace {

struct Avx2Lanes {
  using Vector = __m256;
  using Integers = __m256i;
  static constexpr size_t kWidth = 8;
  static constexpr int kRows = 6, kColumns = 2, kStates = 2, kIntegerRows = 3, kIntegerColumns = 16;

  static Vector all(float value) { return _mm256_set1_ps(value); }
  static Vector load(const float* from) { return _mm256_loadu_ps(from); }
  static void store(float* to, Vector v) { _mm256_storeu_ps(to, v); }
  static __m256i mask(size_t lanes) {
    return _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(lanes)), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
  }
  static Vector load_part(const float* from, size_t lanes) {
    return lanes >= kWidth ? load(from) : _mm256_maskload_ps(from, mask(lanes));
  }
  static void store_part(float* to, Vector v, size_t lanes) {
    if (lanes >= kWidth) {
      store(to, v);
    } else {
      _mm256_maskstore_ps(to, mask(lanes), v);
    }
  }
  static Vector add(Vector a, Vector b) { return _mm256_add_ps(a, b); }
  static Vector subtract(Vector a, Vector b) { return _mm256_sub_ps(a, b); }
  static Vector multiply(Vector a, Vector b) { return _mm256_mul_ps(a, b); }
  static Vector divide(Vector a, Vector b) { return _mm256_div_ps(a, b); }
  static Vector multiply_add(Vector a, Vector b, Vector c) { return _mm256_fmadd_ps(a, b, c); }
  static Vector min(Vector a, Vector b) { return _mm256_min_ps(a, b); }
  static Vector max(Vector a, Vector b) { return _mm256_max_ps(a, b); }
  static Vector round(Vector v) { return _mm256_round_ps(v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
  static Vector times_power_of_two(Vector v, Vector n) {
    const __m256i exponent = _mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127));
    return _mm256_mul_ps(v, _mm256_castsi256_ps(_mm256_slli_epi32(exponent, 23)));
  }
  static Vector load_integers(const int8_t* from, size_t lanes) {
    int64_t eight = 0;
    if (lanes >= kWidth) {
      std::memcpy(&eight, from, kWidth);
    } else {
      std::memcpy(&eight, from, lanes);
    }
    return _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_cvtsi64_si128(eight)));
  }
  static Vector to_float(Integers v) { return _mm256_cvtepi32_ps(v); }
  static Integers subtract_product(Integers v, int32_t a, const int32_t* b) {
    const __m256i other = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b));
    return _mm256_sub_epi32(v, _mm256_mullo_epi32(_mm256_set1_epi32(a), other));
  }
  static void store_bytes(uint8_t* to, Vector v, int32_t zero, size_t lanes) {
    const __m256i integers = _mm256_add_epi32(_mm256_cvtps_epi32(v), _mm256_set1_epi32(zero));
    const __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(integers), _mm256_extracti128_si256(integers, 1));
    const int64_t bytes = _mm_cvtsi128_si64(_mm_packus_epi16(words, words));
    if (lanes >= kWidth) {
      std::memcpy(to, &bytes, kWidth);
    } else {
      std::memcpy(to, &bytes, lanes);
    }
  }
  template <int R>
  static void integer_block(const Product& p, const Activations& a, size_t row, size_t column);
};

/// Bytes are widened to 16 bits and multiplied by vpmaddwd, which is exact; vpmaddubsw would saturate.
template <int R>
void Avx2Lanes::integer_block(const Product& p, const Activations& a, size_t row, size_t column) {
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
  for (int r = 0; r < R; ++r) {
    for (int c = 0; c < parts; c += 2) {
      const __m256i halves = _mm256_hadd_epi32(sums[r][c], sums[r][c + 1]);  // outputs 0 1 4 5 | 2 3 6 7
      store_integers<Avx2Lanes>(p, a, row + r, column + c * 4, _mm256_permute4x64_epi64(halves, 0xD8));
    }
  }
}

}  // namespace

const KernelSet kAvx2Kernels = kernel_set_of<Avx2Lanes>("avx2");

}  // namespace chancery

#endif
