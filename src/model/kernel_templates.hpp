// The kernels that differ between processors in nothing but the width of a vector, written once over `Lanes`.
//
// Lanes has: kWidth floats in a Vector; kRows x kColumns, the vectors of a product kept in registers; kStates, the
// vectors of a recurrence that run side by side; integer_block, a block of kIntegerRows x kIntegerColumns results of
// 8-bit products; and the operations called below as static functions. It is defined in an
// unnamed namespace by each file that is compiled for a processor, so that no instance leaks into another; for the same
// reason nothing of the standard library is called here.
//
// Each output of a product is summed in its own lane, input after input: hence its result depends neither on the number
// of rows nor on the width of the vectors. Loops over what is kept in registers are all unrolled: one that is not would
// move the whole array into memory.
#pragma once

#include "model/kernel_set.hpp"

namespace chancery {

template <class Lanes, int R, int C>
void float_block(const Product& p, size_t row, size_t column) {
  using Vector = typename Lanes::Vector;
  constexpr size_t width = Lanes::kWidth;
  const float* weights = p.floats + column / kPanel * kPanel * p.inputs + column % kPanel;
  const float* x = p.x + row * p.x_stride;
  const size_t stride = p.x_stride;
  Vector sums[R][C];
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 4
    for (int c = 0; c < C; ++c) sums[r][c] = Lanes::all(0);
  }
  for (size_t k = 0; k < p.inputs; ++k) {
    Vector w[C];
#pragma GCC unroll 4
    for (int c = 0; c < C; ++c) w[c] = Lanes::load(weights + k * kPanel + c * width);
#pragma GCC unroll 16
    for (int r = 0; r < R; ++r) {
      const Vector value = Lanes::all(x[r * stride + k]);
#pragma GCC unroll 4
      for (int c = 0; c < C; ++c) sums[r][c] = Lanes::multiply_add(value, w[c], sums[r][c]);
    }
  }
#pragma GCC unroll 4
  for (int c = 0; c < C; ++c) {
    const size_t first = column + c * width;
    const size_t lanes = p.outputs - first < width ? p.outputs - first : width;
    const Vector bias = p.bias == nullptr ? Lanes::all(0) : Lanes::load_part(p.bias + first, lanes);
#pragma GCC unroll 16
    for (int r = 0; r < R; ++r) Lanes::store_part(p.y + (row + r) * p.y_stride + first, Lanes::add(sums[r][c], bias), lanes);
  }
}

template <class Lanes, int R, int C>
void float_rows(const Product& p, size_t rows, size_t row, size_t column) {
  if (rows == R) {
    float_block<Lanes, R, C>(p, row, column);
  } else if constexpr (R > 1) {
    float_rows<Lanes, R - 1, C>(p, rows, row, column);
  }
}

template <class Lanes>
void multiply_floats(const Product& p) {
  constexpr size_t block = Lanes::kWidth * Lanes::kColumns;
  static_assert(Lanes::kColumns == 2 && kPanel % block == 0);
  const size_t blocks = (p.rows + Lanes::kRows - 1) / Lanes::kRows;
  for (size_t column = 0; column < p.outputs; column += block) {
    for (size_t i = 0; i < blocks; ++i) {
      const size_t row = p.rows * i / blocks, rows = p.rows * (i + 1) / blocks - row;  // blocks of about the same height
      if (p.outputs - column > Lanes::kWidth) {
        float_rows<Lanes, Lanes::kRows, 2>(p, rows, row, column);
      } else {
        float_rows<Lanes, Lanes::kRows, 1>(p, rows, row, column);
      }
    }
  }
}

template <class Lanes, int R>
void integer_rows(const Product& p, const Activations& a, size_t rows, size_t row, size_t column) {
  if (rows == R) {
    Lanes::template integer_block<R>(p, a, row, column);
  } else if constexpr (R > 1) {
    integer_rows<Lanes, R - 1>(p, a, rows, row, column);
  }
}

template <class Lanes>
void multiply_integers(const Product& p, const Activations& a) {
  static_assert(kPanel % Lanes::kIntegerColumns == 0);
  const size_t blocks = (p.rows + Lanes::kIntegerRows - 1) / Lanes::kIntegerRows;
  for (size_t column = 0; column < p.outputs; column += Lanes::kIntegerColumns) {
    for (size_t i = 0; i < blocks; ++i) {
      const size_t row = p.rows * i / blocks;
      integer_rows<Lanes, Lanes::kIntegerRows>(p, a, p.rows * (i + 1) / blocks - row, row, column);
    }
  }
}

/// One row of a product of integers, from `first` on, as floats: sums holds Lanes::kWidth integers.
template <class Lanes>
void store_integers(const Product& p, const Activations& a, size_t row, size_t first, typename Lanes::Integers sums) {
  if (first >= p.outputs) return;
  const size_t lanes = p.outputs - first < Lanes::kWidth ? p.outputs - first : Lanes::kWidth;
  const auto values = Lanes::to_float(Lanes::subtract_product(sums, a.zeros[row], p.sums + first));
  const auto scaled = Lanes::multiply(values, Lanes::multiply(Lanes::all(a.scales[row]), Lanes::load(p.scales + first)));
  const auto bias = p.bias == nullptr ? Lanes::all(0) : Lanes::load_part(p.bias + first, lanes);
  Lanes::store_part(p.y + row * p.y_stride + first, Lanes::add(scaled, bias), lanes);
}

template <class Lanes>
void quantise_row(const float* x, size_t count, uint8_t* integers, size_t stride, float& scale, int32_t& zero) {
  constexpr size_t width = Lanes::kWidth;
  auto least = Lanes::all(0), most = Lanes::all(0);  // 0 is always in the range, and so is exact
  for (size_t i = 0; i < count; i += width) {
    const auto values = Lanes::load_part(x + i, count - i < width ? count - i : width);
    least = Lanes::min(least, values);
    most = Lanes::max(most, values);
  }
  const float low = Lanes::least(least), high = Lanes::most(most);
  const float range = high - low;
  const bool flat = !(range > 1e-30F);
  scale = flat ? 0 : range / 255;
  const float inverse = flat ? 0 : 255 / range;
  const float nought = -low * inverse;
  zero = nought > 0 ? static_cast<int32_t>((nought < 255 ? nought : 255) + 0.5F) : 0;
  for (size_t i = 0; i < count; i += width) {
    const size_t part = count - i < width ? count - i : width;
    Lanes::store_bytes(integers + i, Lanes::multiply(Lanes::load_part(x + i, part), Lanes::all(inverse)), zero, part);
  }
  for (size_t i = count; i < stride; ++i) integers[i] = 0;
}

template <class Lanes>
void quantise(const Product& p, const Activations& a) {
  for (size_t r = 0; r < p.rows; ++r) {
    quantise_row<Lanes>(p.x + r * p.x_stride, p.inputs, a.integers + r * a.stride, a.stride, a.scales[r], a.zeros[r]);
  }
}

/// 1 / (1 + e^-x): e^-x as 2^n times a polynomial on [-0.5, 0.5], off by less than 1.1e-7 of its value.
template <class Lanes>
inline typename Lanes::Vector sigmoid(typename Lanes::Vector x) {
  const auto t = Lanes::min(Lanes::max(Lanes::multiply(x, Lanes::all(-1.44269504F)), Lanes::all(-126)), Lanes::all(126));
  const auto n = Lanes::round(t);
  const auto r = Lanes::subtract(t, n);
  auto power = Lanes::all(0.0013390863F);
  power = Lanes::multiply_add(power, r, Lanes::all(0.0096760319F));
  power = Lanes::multiply_add(power, r, Lanes::all(0.055503571F));
  power = Lanes::multiply_add(power, r, Lanes::all(0.24022107F));
  power = Lanes::multiply_add(power, r, Lanes::all(0.69314719F));
  power = Lanes::multiply_add(power, r, Lanes::all(1.0000001F));
  return Lanes::divide(Lanes::all(1), Lanes::add(Lanes::all(1), Lanes::times_power_of_two(power, n)));
}

/// S vectors of the state from `first` on, through all steps; `lanes` of the last vector exist.
template <class Lanes, int S>
void recur(const Recurrence& q, size_t first, size_t lanes) {
  using Vector = typename Lanes::Vector;
  const auto part = [lanes](int s) { return s == S - 1 ? lanes : Lanes::kWidth; };
  const auto load = [&](const float* from, int s) { return Lanes::load_part(from + s * Lanes::kWidth, part(s)); };
  const size_t width = q.gates.width;
  Vector state[S], forget_state[S], reset_state[S], forget_bias[S], reset_bias[S];
#pragma GCC unroll 4
  for (int s = 0; s < S; ++s) {
    state[s] = Lanes::all(0);
    forget_state[s] = load(q.gates.forget_state + first, s);
    reset_state[s] = load(q.gates.reset_state + first, s);
    forget_bias[s] = load(q.gates.forget_bias + first, s);
    reset_bias[s] = load(q.gates.reset_bias + first, s);
  }
  for (size_t i = 0; i < q.steps; ++i) {
    const size_t step = q.backward ? q.steps - 1 - i : i;
    const float* u = q.u + step * q.u_stride + first;
#pragma GCC unroll 4
    for (int s = 0; s < S; ++s) {
      const Vector in = load(u, s);
      const Vector uf = Lanes::add(load(u + width, s), forget_bias[s]), ur = Lanes::add(load(u + 2 * width, s), reset_bias[s]);
      const Vector forget = sigmoid<Lanes>(Lanes::multiply_add(forget_state[s], state[s], uf));
      const Vector reset = sigmoid<Lanes>(Lanes::multiply_add(reset_state[s], state[s], ur));
      const Vector highway = load(q.x + step * q.x_stride + first, s);
      state[s] = Lanes::multiply_add(forget, Lanes::subtract(state[s], in), in);
      const Vector out = Lanes::multiply_add(reset, Lanes::subtract(state[s], highway), highway);
      Lanes::store_part(q.h + step * q.h_stride + first + s * Lanes::kWidth, out, part(s));
    }
  }
}

template <class Lanes>
void run_recurrent(const Recurrence& q) {
  constexpr size_t width = Lanes::kWidth;
  size_t first = 0;
  for (; q.gates.width - first >= width * Lanes::kStates; first += width * Lanes::kStates) recur<Lanes, Lanes::kStates>(q, first, width);
  for (; first < q.gates.width; first += width) recur<Lanes, 1>(q, first, q.gates.width - first < width ? q.gates.width - first : width);
}

template <class Lanes>
void relu(float* values, size_t count) {
  for (size_t i = 0; i < count; i += Lanes::kWidth) {
    const size_t part = count - i < Lanes::kWidth ? count - i : Lanes::kWidth;
    Lanes::store_part(values + i, Lanes::max(Lanes::load_part(values + i, part), Lanes::all(0)), part);
  }
}

template <class Lanes>
float dot(const float* a, const float* b, size_t count) {
  constexpr size_t width = Lanes::kWidth;
  typename Lanes::Vector sums[4] = {Lanes::all(0), Lanes::all(0), Lanes::all(0), Lanes::all(0)};
  size_t i = 0;
  for (; count - i >= 4 * width; i += 4 * width) {
    for (size_t s = 0; s < 4; ++s) {
      sums[s] = Lanes::multiply_add(Lanes::load(a + i + s * width), Lanes::load(b + i + s * width), sums[s]);
    }
  }
  for (; i < count; i += width) {
    const size_t part = count - i < width ? count - i : width;
    sums[0] = Lanes::multiply_add(Lanes::load_part(a + i, part), Lanes::load_part(b + i, part), sums[0]);
  }
  float lanes[width];
  Lanes::store(lanes, Lanes::add(Lanes::add(sums[0], sums[1]), Lanes::add(sums[2], sums[3])));
  float sum = 0;
  for (const float lane : lanes) sum += lane;
  return sum;
}

template <class Lanes>
void add_scaled(const int8_t* from, float scale, float* to, size_t count) {
  for (size_t i = 0; i < count; i += Lanes::kWidth) {
    const size_t part = count - i < Lanes::kWidth ? count - i : Lanes::kWidth;
    const auto values = Lanes::load_integers(from + i, part);
    Lanes::store_part(to + i, Lanes::multiply_add(values, Lanes::all(scale), Lanes::load_part(to + i, part)), part);
  }
}

template <class Lanes>
constexpr KernelSet kernel_set_of(const char* name) {
  return {name,        multiply_floats<Lanes>, quantise<Lanes>, multiply_integers<Lanes>, run_recurrent<Lanes>,
          relu<Lanes>, dot<Lanes>,             add_scaled<Lanes>};
}

}  // namespace chancery
