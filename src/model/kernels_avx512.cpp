// Kernels for processors with AVX-512 and VNNI: vectors of sixteen floats, four 8-bit products a lane and instruction.
#if defined(__x86_64__)

#include <immintrin.h>

#include <cstring>

#include "model/kernel_templates.hpp"

namespace chancery {
namespace {

struct Avx512Lanes {
  using Vector = __m512;
  using Integers = __m512i;
  static constexpr size_t kWidth = 16;
  static constexpr int kRows = 12, kColumns = 2, kStates = 4, kIntegerRows = 12, kIntegerColumns = 32;

  static Vector all(float value) { return _mm512_set1_ps(value); }
  static Vector load(const float* from) { return _mm512_loadu_ps(from); }
  static void store(float* to, Vector v) { _mm512_storeu_ps(to, v); }
  static __mmask16 mask(size_t lanes) { return static_cast<__mmask16>((1U << lanes) - 1); }
  static Vector load_part(const float* from, size_t lanes) { return _mm512_maskz_loadu_ps(mask(lanes), from); }
  static void store_part(float* to, Vector v, size_t lanes) { _mm512_mask_storeu_ps(to, mask(lanes), v); }
  static Vector add(Vector a, Vector b) { return _mm512_add_ps(a, b); }
  static Vector subtract(Vector a, Vector b) { return _mm512_sub_ps(a, b); }
  static Vector multiply(Vector a, Vector b) { return _mm512_mul_ps(a, b); }
  static Vector divide(Vector a, Vector b) { return _mm512_div_ps(a, b); }
  static Vector multiply_add(Vector a, Vector b, Vector c) { return _mm512_fmadd_ps(a, b, c); }
  static Vector min(Vector a, Vector b) { return _mm512_min_ps(a, b); }
  static Vector max(Vector a, Vector b) { return _mm512_max_ps(a, b); }
  static float least(Vector v) { return _mm512_reduce_min_ps(v); }
  static float most(Vector v) { return _mm512_reduce_max_ps(v); }
  static Vector round(Vector v) { return _mm512_roundscale_ps(v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
  static Vector times_power_of_two(Vector v, Vector n) { return _mm512_scalef_ps(v, n); }
  static Vector load_integers(const int8_t* from, size_t lanes) {
    return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_maskz_loadu_epi8(mask(lanes), from)));
  }
  static Vector to_float(Integers v) { return _mm512_cvtepi32_ps(v); }
  static Integers subtract_product(Integers v, int32_t a, const int32_t* b) {
    return _mm512_sub_epi32(v, _mm512_mullo_epi32(_mm512_set1_epi32(a), _mm512_loadu_si512(b)));
  }
  static void store_bytes(uint8_t* to, Vector v, int32_t zero, size_t lanes) {
    const __m512i integers = _mm512_add_epi32(_mm512_cvtps_epi32(v), _mm512_set1_epi32(zero));
    _mm512_mask_cvtusepi32_storeu_epi8(to, mask(lanes), _mm512_max_epi32(integers, _mm512_setzero_si512()));
  }
  template <int R>
  static void integer_block(const Product& p, const Activations& a, size_t row, size_t column) {
    if (p.outputs - column > kWidth) {
      integer_block<R, 2>(p, a, row, column);
    } else {
      integer_block<R, 1>(p, a, row, column);
    }
  }

 private:
  template <int R, int C>
  static void integer_block(const Product& p, const Activations& a, size_t row, size_t column);
};

template <int R, int C>
void Avx512Lanes::integer_block(const Product& p, const Activations& a, size_t row, size_t column) {
  const int8_t* weights = p.integers + column * a.stride;
  const uint8_t* x = a.integers + row * a.stride;
  const size_t stride = a.stride;
  __m512i sums[R][C];
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 2
    for (int c = 0; c < C; ++c) sums[r][c] = _mm512_setzero_si512();
  }
  for (size_t k = 0; k < stride; k += kGroup) {
    __m512i w[C];
#pragma GCC unroll 2
    for (int c = 0; c < C; ++c) w[c] = _mm512_loadu_si512(weights + k * kPanel + c * sizeof(__m512i));
#pragma GCC unroll 16
    for (int r = 0; r < R; ++r) {
      int32_t four;
      std::memcpy(&four, x + r * stride + k, sizeof four);
      const __m512i values = _mm512_set1_epi32(four);
#pragma GCC unroll 2
      for (int c = 0; c < C; ++c) sums[r][c] = _mm512_dpbusd_epi32(sums[r][c], values, w[c]);
    }
  }
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 2
    for (int c = 0; c < C; ++c) store_integers<Avx512Lanes>(p, a, row + r, column + c * kWidth, sums[r][c]);
  }
}

}  // namespace

const KernelSet kAvx512Kernels = kernel_set_of<Avx512Lanes>("avx512");

}  // namespace chancery

#endif
