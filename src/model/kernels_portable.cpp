// Kernels for any processor: vectors of four floats, as the compiler's own vector types, which it turns into what there
// is (SSE2, NEON, or plain numbers).
#include <cstring>

#include "model/kernel_templates.hpp"

namespace chancery {
namespace {

struct PortableLanes {
  typedef float Vector __attribute__((vector_size(16)));
  typedef int32_t Integers __attribute__((vector_size(16)));
  static constexpr size_t kWidth = 4;
  static constexpr int kRows = 6, kColumns = 2, kStates = 2, kIntegerRows = 6, kIntegerColumns = 32;

  static Vector all(float value) { return Vector{value, value, value, value}; }
  static Vector load(const float* from) {
    Vector v;
    std::memcpy(&v, from, sizeof v);
    return v;
  }
  static void store(float* to, Vector v) { std::memcpy(to, &v, sizeof v); }
  static Vector load_part(const float* from, size_t lanes) {
    if (lanes >= kWidth) return load(from);
    Vector v = all(0);
    for (size_t i = 0; i < lanes; ++i) v[i] = from[i];
    return v;
  }
  static void store_part(float* to, Vector v, size_t lanes) {
    if (lanes >= kWidth) return store(to, v);
    for (size_t i = 0; i < lanes; ++i) to[i] = v[i];
  }
  static Vector add(Vector a, Vector b) { return a + b; }
  static Vector subtract(Vector a, Vector b) { return a - b; }
  static Vector multiply(Vector a, Vector b) { return a * b; }
  static Vector divide(Vector a, Vector b) { return a / b; }
  static Vector multiply_add(Vector a, Vector b, Vector c) { return a * b + c; }
  static Vector min(Vector a, Vector b) { return a < b ? a : b; }
  static Vector max(Vector a, Vector b) { return a > b ? a : b; }
  static float least(Vector v) { return smaller(smaller(v[0], v[1]), smaller(v[2], v[3])); }
  static float most(Vector v) { return -least(-v); }
  /// To the nearest, halves to the even one, for numbers below 2^22: what is added leaves no bits for fractions.
  static Vector round(Vector v) { return (v + all(kRounder)) - all(kRounder); }
  static Vector times_power_of_two(Vector v, Vector n) {
    const Integers exponent = (__builtin_convertvector(n, Integers) + 127) << 23;
    Vector power;
    std::memcpy(&power, &exponent, sizeof power);
    return v * power;
  }
  static Vector load_integers(const int8_t* from, size_t lanes) {
    Vector v = all(0);
    for (size_t i = 0; i < lanes && i < kWidth; ++i) v[i] = from[i];
    return v;
  }
  static Vector to_float(Integers v) { return __builtin_convertvector(v, Vector); }
  static Integers subtract_product(Integers v, int32_t a, const int32_t* b) {
    Integers other;
    std::memcpy(&other, b, sizeof other);
    return v - other * a;
  }
  static void store_bytes(uint8_t* to, Vector v, int32_t zero, size_t lanes) {
    const Vector shifted = v + all(kRounder);
    Integers bits;
    std::memcpy(&bits, &shifted, sizeof bits);
    for (size_t i = 0; i < lanes; ++i) {
      const int32_t value = bits[i] - kRounderBits + zero;
      to[i] = static_cast<uint8_t>(value < 0 ? 0 : value > 255 ? 255 : value);
    }
  }
  template <int R>
  static void integer_block(const Product& p, const Activations& a, size_t row, size_t column);

 private:
  static float smaller(float a, float b) { return a < b ? a : b; }

  static constexpr float kRounder = 12582912;  // 1.5 * 2^23
  static constexpr int32_t kRounderBits = 0x4B400000;
  static constexpr size_t kExactInputs = 512;  // 512 * 255 * 127 < 2^24: sums of so many products are exact as floats

  /// The weights of one input, which is the `byte`th of its group, for the four outputs from `from` on.
  static Vector weights_of(const int8_t* from, int byte) {
    typedef uint32_t Words __attribute__((vector_size(16)));
    Words words;
    std::memcpy(&words, from, sizeof words);
    words <<= 8 * (3 - byte);
    Integers integers;
    std::memcpy(&integers, &words, sizeof integers);
    return to_float(integers >> 24);
  }
  template <int R>
  static void add_products(const float (&x)[R][kExactInputs], size_t inputs, const int8_t* weights, int32_t (&sums)[R][kPanel], size_t c);
};

template <int R>
void PortableLanes::add_products(const float (&x)[R][kExactInputs], size_t inputs, const int8_t* weights, int32_t (&sums)[R][kPanel],
                                 size_t c) {
  Vector products[R][2];
#pragma GCC unroll 8
  for (int r = 0; r < R; ++r) products[r][0] = products[r][1] = all(0);
  for (size_t k = 0; k < inputs; k += kGroup) {
    const int8_t* w = weights + k * kPanel + c * kGroup;
    for (int byte = 0; byte < 4; ++byte) {
      const Vector left = weights_of(w, byte), right = weights_of(w + kWidth * kGroup, byte);
#pragma GCC unroll 8
      for (int r = 0; r < R; ++r) {
        const Vector value = all(x[r][k + static_cast<size_t>(byte)]);
        products[r][0] += value * left;
        products[r][1] += value * right;
      }
    }
  }
#pragma GCC unroll 8
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 8
    for (size_t i = 0; i < 2 * kWidth; ++i) sums[r][c + i] += static_cast<int32_t>(products[r][i / kWidth][i % kWidth]);
  }
}

/// Few old processors multiply integers as fast as floats, and the latter are exact where sums stay below 2^24.
template <int R>
void PortableLanes::integer_block(const Product& p, const Activations& a, size_t row, size_t column) {
  const int8_t* weights = p.integers + column * a.stride;
  int32_t sums[R][kPanel] = {};
  float x[R][kExactInputs];
  for (size_t first = 0; first < a.stride; first += kExactInputs) {
    const size_t inputs = a.stride - first < kExactInputs ? a.stride - first : kExactInputs;
    for (int r = 0; r < R; ++r) {
      const uint8_t* from = a.integers + (row + static_cast<size_t>(r)) * a.stride + first;
      for (size_t k = 0; k < inputs; ++k) x[r][k] = from[k];
    }
    for (size_t c = 0; c < kPanel; c += 2 * kWidth) add_products<R>(x, inputs, weights + first * kPanel, sums, c);
  }
  for (int r = 0; r < R; ++r) {
    for (size_t c = 0; c < kPanel; c += kWidth) {
      Integers four;
      std::memcpy(&four, sums[r] + c, sizeof four);
      store_integers<PortableLanes>(p, a, row + static_cast<size_t>(r), column + c, four);
    }
  }
}

}  // namespace

const KernelSet kPortableKernels = kernel_set_of<PortableLanes>("portable");

}  // namespace chancery
