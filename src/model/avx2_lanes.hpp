// Vectors of eight floats for processors with AVX2 and FMA; empty where the including file is not compiled for these.
// In an unnamed namespace, since each file that includes it is compiled for a processor of its own.
#pragma once

#if defined(__AVX2__) && defined(__FMA__)

#include <immintrin.h>

#include <cstring>

#include "model/kernel_templates.hpp"

namespace chancery {
namespace {

struct Avx2Lanes {
  using Vector = __m256;
  using Integers = __m256i;
  static constexpr size_t kWidth = 8;
  static constexpr int kRows = 6, kColumns = 2, kStates = 2;

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
  static float least(Vector v) {
    const __m128 four = _mm_min_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    const __m128 two = _mm_min_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_min_ss(two, _mm_movehdup_ps(two)));
  }
  static float most(Vector v) {
    const __m128 four = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    const __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(two, _mm_movehdup_ps(two)));
  }
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
};

}  // namespace
}  // namespace chancery

#endif
