// Named arrays inside a section of the model: what the network's weights are kept in.
//
// A tensor is rows x columns, row-major, as 32-bit floats or as 8-bit integers with one scale a row (value = scale *
// integer). Views point into the mapped file. Reading throws Error(input) for a name, shape or type that is not there.
// The section must begin at a multiple of 4 bytes (those of a Model do) and live as long as the reader and its views.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery {

enum class TensorType : uint32_t { f32 = 1, i8_rows = 2, u32 = 3, bytes = 4 };

struct TensorView {
  TensorType type = TensorType::f32;
  uint32_t rows = 0, columns = 0;
  const float* f32 = nullptr;      ///< type f32
  const int8_t* i8 = nullptr;      ///< type i8_rows
  const float* scales = nullptr;   ///< type i8_rows: one a row
  const uint32_t* u32 = nullptr;   ///< type u32
  const char* bytes = nullptr;     ///< type bytes: rows * columns of them

  /// The values as floats, whatever the type (f32 or i8_rows).
  std::vector<float> values() const;
};

class TensorReader {
 public:
  explicit TensorReader(std::span<const std::byte> section);
  bool has(std::string_view name) const;
  const TensorView& at(std::string_view name) const;
  /// As at(name), and of this type and shape; kAny stands for a number that is taken as it comes.
  const TensorView& at(std::string_view name, TensorType type, uint32_t rows = kAny, uint32_t columns = kAny) const;
  static constexpr uint32_t kAny = UINT32_MAX;

 private:
  std::vector<std::pair<std::string, TensorView>> tensors_;
};

class TensorWriter {
 public:
  void add_f32(std::string name, uint32_t rows, uint32_t columns, std::span<const float> values);
  /// Quantises each row to [-127, 127] by its largest absolute value.
  void add_i8(std::string name, uint32_t rows, uint32_t columns, std::span<const float> values);
  void add_u32(std::string name, uint32_t rows, uint32_t columns, std::span<const uint32_t> values);
  void add_bytes(std::string name, std::string_view bytes);
  std::string bytes() const;

 private:
  struct Entry {
    std::string name;
    TensorType type;
    uint32_t rows, columns;
    std::string data;
  };
  std::vector<Entry> entries_;
};

}  // namespace chancery
