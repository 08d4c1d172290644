// Every set of kernels that this processor runs, held against the plain definition in double precision.
#include "model/kernels.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

#include "base/error.hpp"
#include "model/kernel_set.hpp"

namespace chancery {
namespace {

constexpr float kUntouched = 12345;

std::vector<float> random_numbers(size_t count, uint32_t seed, float deviation = 1) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, deviation);
  std::vector<float> values(count);
  for (float& value : values) value = normal(random);
  return values;
}

struct Problem {
  size_t rows, inputs, outputs, x_stride = inputs + 3, y_stride = outputs + 5;
  std::vector<float> x = random_numbers(rows * x_stride, 1), weights = random_numbers(inputs * outputs, 2, 0.2F),
                     bias = random_numbers(outputs, 3);

  Problem(size_t r, size_t i, size_t o) : rows(r), inputs(i), outputs(o) {}

  std::vector<float> solve(const KernelSet& set, bool quantised, bool with_bias = true) const {
    std::vector<float> y(rows * y_stride, kUntouched);
    PackedWeights(weights, inputs, outputs, quantised).multiply(set, x.data(), x_stride, rows, with_bias ? bias.data() : nullptr, y.data(), y_stride);
    return y;
  }
  double exact(size_t row, size_t output, bool with_bias = true) const {
    double sum = with_bias ? static_cast<double>(bias[output]) : 0;
    for (size_t k = 0; k < inputs; ++k) sum += static_cast<double>(x[row * x_stride + k]) * static_cast<double>(weights[k * outputs + output]);
    return sum;
  }
  /// How far rounding x and the weights to 8 bits can move a result: half a step of each times the size of the other.
  double quantisation_error(size_t row, size_t output) const {
    double low = 0, high = 0, largest = 0, error = 0;
    for (size_t k = 0; k < inputs; ++k) {
      low = std::min<double>(low, x[row * x_stride + k]);
      high = std::max<double>(high, x[row * x_stride + k]);
      largest = std::max<double>(largest, std::abs(weights[k * outputs + output]));
    }
    const double x_step = (high - low) / 255, w_step = largest / 127;
    for (size_t k = 0; k < inputs; ++k) {
      error += x_step * std::abs(weights[k * outputs + output]) + w_step / 2 * (std::abs(x[row * x_stride + k]) + x_step);
    }
    return error + 1e-5;
  }
};

const Problem kProblems[] = {{0, 5, 7},    {1, 1, 1},    {1, 300, 33},  {2, 3, 31},   {3, 64, 32},    {5, 17, 16},    {7, 128, 48},
                             {11, 129, 15}, {12, 4, 64}, {13, 100, 65}, {23, 31, 17}, {25, 255, 100}, {121, 70, 40}, {250, 9, 97},
                             {4, 0, 6},    {4, 6, 0}};

class Kernels : public testing::TestWithParam<const KernelSet*> {
 protected:
  const KernelSet& set() const { return *GetParam(); }
};

TEST_P(Kernels, MultiplyFloats) {
  for (const Problem& p : kProblems) {
    const auto y = p.solve(set(), false), plain = p.solve(set(), false, false);
    for (size_t r = 0; r < p.rows; ++r) {
      for (size_t j = 0; j < p.outputs; ++j) {
        ASSERT_NEAR(y[r * p.y_stride + j], p.exact(r, j), 2e-4) << p.rows << " x " << p.inputs << " x " << p.outputs << " at " << r << ", " << j;
        ASSERT_NEAR(plain[r * p.y_stride + j], p.exact(r, j, false), 2e-4);
      }
      for (size_t j = p.outputs; j < p.y_stride; ++j) ASSERT_EQ(y[r * p.y_stride + j], kUntouched);
    }
  }
}

TEST_P(Kernels, MultiplyIntegers) {
  for (const Problem& p : kProblems) {
    const auto y = p.solve(set(), true);
    for (size_t r = 0; r < p.rows; ++r) {
      for (size_t j = 0; j < p.outputs; ++j) {
        ASSERT_NEAR(y[r * p.y_stride + j], p.exact(r, j), p.quantisation_error(r, j)) << p.rows << " x " << p.inputs << " x " << p.outputs;
      }
      for (size_t j = p.outputs; j < p.y_stride; ++j) ASSERT_EQ(y[r * p.y_stride + j], kUntouched);
    }
  }
}

TEST_P(Kernels, QuantisationCostsLittle) {
  const Problem p(40, 256, 200);
  const auto y = p.solve(set(), true);
  double error = 0, size = 0;
  for (size_t r = 0; r < p.rows; ++r) {
    for (size_t j = 0; j < p.outputs; ++j) {
      error += std::pow(y[r * p.y_stride + j] - p.exact(r, j), 2);
      size += std::pow(p.exact(r, j), 2);
    }
  }
  EXPECT_LT(std::sqrt(error / size), 0.012);
}

TEST_P(Kernels, IntegersAreTheSameOnAllProcessors) {
  for (const Problem& p : kProblems) EXPECT_EQ(p.solve(set(), true), p.solve(kPortableKernels, true));
}

TEST_P(Kernels, IntegersDoNotSaturate) {
  for (const float sign : {1.0F, -1.0F}) {
    Problem p(3, 400, 40);
    for (float& value : p.x) value = 10;
    for (float& value : p.weights) value = sign;
    const auto y = p.solve(set(), true, false);
    for (size_t j = 0; j < p.outputs; ++j) EXPECT_NEAR(y[p.y_stride + j], sign * 4000, 0.01);
  }
}

TEST_P(Kernels, OneSidedAndConstantRowsAreExactEnough) {
  Problem p(4, 64, 20);
  for (size_t k = 0; k < p.inputs; ++k) {
    p.x[k] = 0;
    p.x[p.x_stride + k] = -3;
    p.x[2 * p.x_stride + k] = static_cast<float>(k);
    p.x[3 * p.x_stride + k] = 1e-38F;
  }
  const auto y = p.solve(set(), true);
  for (size_t r = 0; r < p.rows; ++r) {
    for (size_t j = 0; j < p.outputs; ++j) EXPECT_NEAR(y[r * p.y_stride + j], p.exact(r, j), p.quantisation_error(r, j)) << r;
  }
  for (size_t j = 0; j < p.outputs; ++j) EXPECT_EQ(y[j], p.bias[j]);
}

TEST_P(Kernels, ResultOfARowDoesNotDependOnTheOthers) {
  const Problem p(251, 77, 70);
  for (const bool quantised : {false, true}) {
    const PackedWeights weights(p.weights, p.inputs, p.outputs, quantised);
    const auto whole = p.solve(set(), quantised);
    for (const size_t rows : {1, 2, 5, 12, 13, 24, 119, 120, 121}) {
      std::vector<float> part(rows * p.outputs);
      const size_t first = p.rows - rows;
      weights.multiply(set(), p.x.data() + first * p.x_stride, p.x_stride, rows, p.bias.data(), part.data(), p.outputs);
      for (size_t r = 0; r < rows; ++r) {
        for (size_t j = 0; j < p.outputs; ++j) ASSERT_EQ(part[r * p.outputs + j], whole[(first + r) * p.y_stride + j]) << rows << " rows";
      }
    }
  }
}

TEST_P(Kernels, NumbersThatAreNoneDoNoHarm) {
  for (const float odd : {std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity(), std::nanf(""), 1e38F}) {
    Problem p(3, 37, 20);
    p.x[p.x_stride + 5] = odd;
    for (const bool quantised : {false, true}) {
      const auto y = p.solve(set(), quantised);
      EXPECT_NEAR(y[0], p.exact(0, 0), p.quantisation_error(0, 0));
      EXPECT_NEAR(y[2 * p.y_stride], p.exact(2, 0), p.quantisation_error(2, 0));
    }
  }
}

double plain_sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

struct Sequence {
  size_t steps, width;
  bool backward;
  size_t u_stride = 3 * width + 2, x_stride = width + 1, h_stride = 2 * width + 3;
  std::vector<float> u = random_numbers(steps * u_stride, 4, 2), x = random_numbers(steps * x_stride, 5),
                     gates = random_numbers(4 * width, 6, 0.5F);  // no larger: a wild state would magnify what rounding leaves

  Sequence(size_t s, size_t w, bool b) : steps(s), width(w), backward(b) {}

  RecurrentGates weights() const { return {width, gates.data(), gates.data() + width, gates.data() + 2 * width, gates.data() + 3 * width}; }
  std::vector<float> run(const KernelSet& set) const {
    std::vector<float> h(steps * h_stride, kUntouched);
    set.run_recurrent({weights(), steps, backward, u.data(), u_stride, x.data(), x_stride, h.data(), h_stride});
    return h;
  }
  std::vector<double> exact(size_t lane) const {
    std::vector<double> h(steps);
    double c = 0;
    for (size_t i = 0; i < steps; ++i) {
      const size_t step = backward ? steps - 1 - i : i;
      const double in = u[step * u_stride + lane], highway = x[step * x_stride + lane];
      const double f = plain_sigmoid(u[step * u_stride + width + lane] + gates[lane] * c + gates[2 * width + lane]);
      const double r = plain_sigmoid(u[step * u_stride + 2 * width + lane] + gates[width + lane] * c + gates[3 * width + lane]);
      c = f * c + (1 - f) * in;
      h[step] = r * c + (1 - r) * highway;
    }
    return h;
  }
};

TEST_P(Kernels, RunRecurrentUnits) {
  for (const size_t width : {1, 3, 8, 15, 16, 17, 63, 64, 65, 128, 150}) {
    for (const size_t steps : {0, 1, 2, 40}) {
      for (const bool backward : {false, true}) {
        const Sequence s(steps, width, backward);
        const auto h = s.run(set());
        for (size_t lane = 0; lane < width; ++lane) {
          const auto exact = s.exact(lane);
          for (size_t i = 0; i < steps; ++i) ASSERT_NEAR(h[i * s.h_stride + lane], exact[i], 2e-5) << width << " wide, " << steps << " steps";
        }
        for (size_t i = 0; i < steps; ++i) {
          for (size_t lane = width; lane < s.h_stride; ++lane) ASSERT_EQ(h[i * s.h_stride + lane], kUntouched);
        }
      }
    }
  }
}

/// With one step, a highway of 0 and an input of 1 the unit's result is sigmoid(a) * (1 - sigmoid(b)).
TEST_P(Kernels, SigmoidIsGoodEverywhere) {
  const float zero[2] = {0, 0};
  const RecurrentGates gates{1, zero, zero, zero, zero};
  double worst = 0;
  for (float a = -120; a < 120; a += 0.0137F) {
    const float u[3] = {1, -200, a};
    float h = 0;
    set().run_recurrent({gates, 1, false, u, 3, zero, 1, &h, 1});
    worst = std::max(worst, std::abs(h - plain_sigmoid(a)));
  }
  EXPECT_LT(worst, 1e-6);
}

TEST_P(Kernels, RecurrentUnitsBearAnything) {
  Sequence s(6, 20, false);
  s.u[30] = std::numeric_limits<float>::infinity();
  s.u[45] = -std::numeric_limits<float>::infinity();
  s.u[50] = std::nanf("");
  const auto h = s.run(set());
  EXPECT_NEAR(h[0], s.exact(0)[0], 2e-5);
}

TEST_P(Kernels, ReluDotAndAddScaled) {
  for (const size_t count : {0, 1, 3, 7, 8, 15, 16, 17, 63, 64, 65, 200}) {
    const auto a = random_numbers(count, 7), b = random_numbers(count, 8);
    double product = 0;
    for (size_t i = 0; i < count; ++i) product += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    EXPECT_NEAR(set().dot(a.data(), b.data(), count), product, 1e-4);

    std::vector<float> values = a;
    values.push_back(-kUntouched);
    set().relu(values.data(), count);
    for (size_t i = 0; i < count; ++i) EXPECT_EQ(values[i], std::max(a[i], 0.0F));
    EXPECT_EQ(values[count], -kUntouched);

    std::vector<int8_t> row(count);
    for (size_t i = 0; i < count; ++i) row[i] = static_cast<int8_t>(static_cast<int>(i * 37 % 255) - 127);
    std::vector<float> sum = a;
    sum.push_back(kUntouched);
    set().add_scaled(row.data(), 0.25F, sum.data(), count);
    for (size_t i = 0; i < count; ++i) EXPECT_NEAR(sum[i], a[i] + 0.25F * row[i], 1e-5);
    EXPECT_EQ(sum[count], kUntouched);
  }
}

INSTANTIATE_TEST_SUITE_P(OfThisProcessor, Kernels, testing::ValuesIn(runnable_kernels()),
                         [](const auto& trial) {
                           std::string name = trial.param->name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(ChooseKernels, TakesTheFastestOrTheOneNamed) {
  EXPECT_EQ(&choose_kernels(""), runnable_kernels().front());
  EXPECT_EQ(&choose_kernels("portable"), &kPortableKernels);
  try {
    choose_kernels("abacus");
    FAIL() << "chose kernels that do not exist";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), testing::HasSubstr("abacus"));
    EXPECT_THAT(error.what(), testing::HasSubstr("portable"));
  }
}

TEST(KernelsInUse, ArePublicFunctionsOverOneSet) {
  const Problem p(9, 33, 20);
  const PackedWeights weights(p.weights, p.inputs, p.outputs, false);
  std::vector<float> y(p.rows * p.y_stride, kUntouched);
  weights.multiply(p.x.data(), p.x_stride, p.rows, p.bias.data(), y.data(), p.y_stride);
  EXPECT_EQ(y, p.solve(choose_kernels(kernels_in_use()), false));
  const char* forced = std::getenv("CHANCERY_KERNELS");
  EXPECT_EQ(kernels_in_use(), forced == nullptr ? runnable_kernels().front()->name : std::string_view(forced));
}

TEST(PackedWeights, RefusesTheWrongNumberOfWeights) {
  EXPECT_THROW(PackedWeights(std::vector<float>(11), 3, 4, false), Error);
  EXPECT_THROW(PackedWeights(std::vector<float>(70000), 70000, 1, true), Error);
}

}  // namespace
}  // namespace chancery
