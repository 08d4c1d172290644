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
  static constexpr int kRows = 6, kColumns = 2, kStates = 2, kIntegerRows = 4, kIntegerColumns = 8;

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
  static constexpr float kRounder = 12582912;  // 1.5 * 2^23
  static constexpr int32_t kRounderBits = 0x4B400000;
};

template <int R>
void PortableLanes::integer_block(const Product& p, const Activations& a, size_t row, size_t column) {
  constexpr int columns = kIntegerColumns;
  const int8_t* weights = p.integers + column / kPanel * kPanel * a.stride + column % kPanel * kGroup;
  int32_t sums[R][columns] = {};
  for (size_t k = 0; k < a.stride; k += kGroup) {
    const int8_t* w = weights + k * kPanel;
    for (int r = 0; r < R; ++r) {
      const uint8_t* x = a.integers + (row + r) * a.stride + k;
      const int32_t x0 = x[0], x1 = x[1], x2 = x[2], x3 = x[3];
      for (int c = 0; c < columns; ++c) sums[r][c] += x0 * w[4 * c] + x1 * w[4 * c + 1] + x2 * w[4 * c + 2] + x3 * w[4 * c + 3];
    }
  }
  for (int r = 0; r < R; ++r) {
    for (int c = 0; c < columns; c += kWidth) {
      Integers four;
      std::memcpy(&four, sums[r] + c, sizeof four);
      store_integers<PortableLanes>(p, a, row + r, column + c, four);
    }
  }
}

}  // namespace

const KernelSet kPortableKernels = kernel_set_of<PortableLanes>("portable");

}  // namespace chancery
