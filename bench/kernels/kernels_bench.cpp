// Measures the kernels of the network on one core: products in floating-point operations a second, the recurrent unit and
// the opening of a model in words and files a second, for each set of kernels that this processor runs.
//
// usage: chancery-bench-kernels [--benchmark_filter=REGEX ...]      (the options of Google Benchmark)
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <random>

#include "model/kernel_set.hpp"
#include "model/kernels.hpp"
#include "model/model.hpp"

namespace chancery {
namespace {

std::vector<float> random_numbers(size_t count) {
  std::mt19937 random(1);
  std::normal_distribution<float> normal;
  std::vector<float> values(count);
  for (float& value : values) value = normal(random);
  return values;
}

void multiply(benchmark::State& state, const KernelSet& set, bool quantised, size_t rows, size_t inputs, size_t outputs) {
  const auto x = random_numbers(rows * inputs), bias = random_numbers(outputs);
  const PackedWeights weights(random_numbers(inputs * outputs), inputs, outputs, quantised);
  std::vector<float> y(rows * outputs);
  for (auto _ : state) {
    weights.multiply(set, x.data(), inputs, rows, bias.data(), y.data(), outputs);
    benchmark::ClobberMemory();
  }
  const double operations = 2.0 * static_cast<double>(rows) * static_cast<double>(inputs) * static_cast<double>(outputs);
  state.counters["FLOP/s"] = benchmark::Counter(operations, benchmark::Counter::kIsIterationInvariantRate);
}

void recur(benchmark::State& state, const KernelSet& set, size_t words, size_t width) {
  const auto u = random_numbers(words * width * 3), x = random_numbers(words * width), gates = random_numbers(width * 4);
  std::vector<float> h(words * width);
  const Recurrence recurrence{{width, gates.data(), gates.data() + width, gates.data() + 2 * width, gates.data() + 3 * width},
                              words, false, u.data(), 3 * width, x.data(), width, h.data(), width};
  for (auto _ : state) {
    set.run_recurrent(recurrence);
    benchmark::ClobberMemory();
  }
  state.counters["words/s"] = benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsIterationInvariantRate);
}

void add_scaled(benchmark::State& state, const KernelSet& set, size_t width) {
  const std::vector<int8_t> row(width, 3);
  std::vector<float> sum(width);
  for (auto _ : state) {
    set.add_scaled(row.data(), 1e-9F, sum.data(), width);
    benchmark::ClobberMemory();
  }
}

void open_model(benchmark::State& state, size_t size) {
  const auto file = std::filesystem::temp_directory_path() / ("chancery_bench_" + std::to_string(::getpid()) + ".model");
  ModelWriter writer;
  writer.add("network", std::string(size, 'x'));
  writer.write(file);
  for (auto _ : state) benchmark::DoNotOptimize(Model::open(file));
  std::filesystem::remove(file);
}

void add_benchmarks() {
  struct Shape {
    size_t rows, inputs, outputs;
  };
  for (const KernelSet* set : runnable_kernels()) {
    const std::string name = set->name;
    for (const bool quantised : {false, true}) {
      for (const Shape s : {Shape{500, 256, 768}, Shape{20, 256, 768}, Shape{5, 128, 300}, Shape{2000, 300, 900}, Shape{500, 200, 40}}) {
        const auto shape = std::to_string(s.rows) + "x" + std::to_string(s.inputs) + "x" + std::to_string(s.outputs);
        benchmark::RegisterBenchmark(("multiply/" + shape + (quantised ? "/quantised/" : "/float/") + name).c_str(),
                                     [=](benchmark::State& state) { multiply(state, *set, quantised, s.rows, s.inputs, s.outputs); });
      }
    }
    benchmark::RegisterBenchmark(("run_recurrent/500x128/" + name).c_str(), [=](benchmark::State& state) { recur(state, *set, 500, 128); });
    benchmark::RegisterBenchmark(("add_scaled/128/" + name).c_str(), [=](benchmark::State& state) { add_scaled(state, *set, 128); });
  }
  benchmark::RegisterBenchmark("open_model/15MB", [](benchmark::State& state) { open_model(state, 15'000'000); })->Unit(benchmark::kMillisecond);
}

}  // namespace
}  // namespace chancery

int main(int count, char** arguments) {
  chancery::add_benchmarks();
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
  benchmark::RunSpecifiedBenchmarks();
}
