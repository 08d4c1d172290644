#include "model/tensors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.hpp"
#include "model/byte_cursor.hpp"

// A section: the number of tensors, then for each its type, rows, columns, offset, size and name, then the values,
// each tensor aligned to 64 bytes from the section's begin. 8-bit integers follow their scales.
namespace chancery {
namespace {

constexpr std::string_view kDamaged = "the model's list of tensors ends too early; train the model anew";

[[noreturn]] void refuse(std::string_view name, std::string_view what) {
  throw Error(ErrorKind::input, fmt::format("the model's tensor \"{}\" {}; train the model anew or use one made for this version", name, what));
}

bool is_known(TensorType type) {
  return type == TensorType::f32 || type == TensorType::i8_rows || type == TensorType::u32 || type == TensorType::bytes;
}

/// Bytes that a tensor of this type takes; the product of two 32-bit numbers times four fits where cells do not exceed 2^61.
uint64_t size_of(TensorType type, uint64_t rows, uint64_t columns) {
  const uint64_t cells = rows * columns;
  switch (type) {
    case TensorType::f32:
    case TensorType::u32: return cells * 4;
    case TensorType::i8_rows: return rows * 4 + cells;
    case TensorType::bytes: return cells;
  }
  return 0;
}

void point_at(TensorView& view, const std::byte* data) {
  switch (view.type) {
    case TensorType::f32: view.f32 = reinterpret_cast<const float*>(data); break;
    case TensorType::u32: view.u32 = reinterpret_cast<const uint32_t*>(data); break;
    case TensorType::bytes: view.bytes = reinterpret_cast<const char*>(data); break;
    case TensorType::i8_rows:
      view.scales = reinterpret_cast<const float*>(data);
      view.i8 = reinterpret_cast<const int8_t*>(data + view.rows * sizeof(float));
      break;
  }
}

std::string raw(const void* data, size_t size) { return size == 0 ? "" : std::string(static_cast<const char*>(data), size); }

void check_cells(std::string_view name, uint32_t rows, uint32_t columns, size_t values) {
  if (uint64_t{rows} * columns == values) return;
  throw Error(ErrorKind::internal, fmt::format("tensor \"{}\" of {} x {} was given {} values", name, rows, columns, values));
}

}  // namespace

std::vector<float> TensorView::values() const {
  const size_t cells = size_t{rows} * columns;
  if (type == TensorType::f32) return {f32, f32 + cells};
  if (type != TensorType::i8_rows) throw Error(ErrorKind::input, "a tensor of the model holds no numbers where weights were expected; train the model anew");
  std::vector<float> out(cells);
  for (size_t i = 0; i < cells; ++i) out[i] = scales[i / columns] * static_cast<float>(i8[i]);
  return out;
}

TensorReader::TensorReader(std::span<const std::byte> section) {
  if (reinterpret_cast<uintptr_t>(section.data()) % alignof(float) != 0) {
    throw Error(ErrorKind::internal, "a section of tensors must begin at an aligned address");
  }
  ByteCursor cursor(section, kDamaged);
  for (auto count = cursor.number<uint32_t>(); count > 0; --count) {
    TensorView view;
    view.type = static_cast<TensorType>(cursor.number<uint32_t>());
    view.rows = cursor.number<uint32_t>();
    view.columns = cursor.number<uint32_t>();
    const auto offset = cursor.number<uint64_t>();
    std::string name(cursor.text(cursor.number<uint32_t>()));
    if (!is_known(view.type)) refuse(name, "is of a type that this program does not know");
    const bool fits = uint64_t{view.rows} * view.columns <= section.size() && offset % kAlignment == 0 && offset <= section.size() &&
                      size_of(view.type, view.rows, view.columns) <= section.size() - offset;
    if (!fits) refuse(name, "lies outside its section");
    point_at(view, section.data() + offset);
    tensors_.emplace_back(std::move(name), view);
  }
}

bool TensorReader::has(std::string_view name) const {
  return std::any_of(tensors_.begin(), tensors_.end(), [&](const auto& tensor) { return tensor.first == name; });
}

const TensorView& TensorReader::at(std::string_view name) const {
  for (const auto& tensor : tensors_) {
    if (tensor.first == name) return tensor.second;
  }
  refuse(name, "is missing");
}

const TensorView& TensorReader::at(std::string_view name, TensorType type, uint32_t rows, uint32_t columns) const {
  const TensorView& view = at(name);
  if (view.type != type) refuse(name, "is of another type than expected");
  if ((rows != kAny && view.rows != rows) || (columns != kAny && view.columns != columns)) {
    refuse(name, fmt::format("is {} x {}, which does not go with the others", view.rows, view.columns));
  }
  return view;
}

void TensorWriter::add_f32(std::string name, uint32_t rows, uint32_t columns, std::span<const float> values) {
  check_cells(name, rows, columns, values.size());
  entries_.push_back({std::move(name), TensorType::f32, rows, columns, raw(values.data(), values.size_bytes())});
}

void TensorWriter::add_u32(std::string name, uint32_t rows, uint32_t columns, std::span<const uint32_t> values) {
  check_cells(name, rows, columns, values.size());
  entries_.push_back({std::move(name), TensorType::u32, rows, columns, raw(values.data(), values.size_bytes())});
}

void TensorWriter::add_bytes(std::string name, std::string_view bytes) {
  if (bytes.size() > UINT32_MAX) throw Error(ErrorKind::internal, fmt::format("tensor \"{}\" is longer than 4 GB", name));
  entries_.push_back({std::move(name), TensorType::bytes, 1, static_cast<uint32_t>(bytes.size()), std::string(bytes)});
}

void TensorWriter::add_i8(std::string name, uint32_t rows, uint32_t columns, std::span<const float> values) {
  check_cells(name, rows, columns, values.size());
  std::vector<float> scales(rows);
  std::vector<int8_t> integers(values.size());
  for (size_t r = 0; r < rows; ++r) {
    const auto row = values.subspan(r * columns, columns);
    float largest = 0;
    for (const float value : row) largest = std::max(largest, std::abs(value));
    if (!std::isfinite(std::accumulate(row.begin(), row.end(), largest))) {
      throw Error(ErrorKind::internal, fmt::format("row {} of tensor \"{}\" holds what is no finite number", r, name));
    }
    scales[r] = largest / 127;
    if (scales[r] == 0) continue;
    for (size_t c = 0; c < columns; ++c) {
      integers[r * columns + c] = static_cast<int8_t>(std::clamp(std::nearbyint(row[c] / scales[r]), -127.0F, 127.0F));
    }
  }
  std::string data = raw(scales.data(), scales.size() * sizeof(float)) + raw(integers.data(), integers.size());
  entries_.push_back({std::move(name), TensorType::i8_rows, rows, columns, std::move(data)});
}

std::string TensorWriter::bytes() const {
  size_t directory = sizeof(uint32_t);
  for (const Entry& entry : entries_) directory += 4 * sizeof(uint32_t) + sizeof(uint64_t) + entry.name.size();
  std::string out;
  append_number(out, static_cast<uint32_t>(entries_.size()));
  size_t offset = aligned(directory);
  for (const Entry& entry : entries_) {
    append_number(out, static_cast<uint32_t>(entry.type));
    append_number(out, entry.rows);
    append_number(out, entry.columns);
    append_number<uint64_t>(out, offset);
    append_number(out, static_cast<uint32_t>(entry.name.size()));
    out += entry.name;
    offset = aligned(offset + entry.data.size());
  }
  for (const Entry& entry : entries_) {
    out.resize(aligned(out.size()));
    out += entry.data;
  }
  return out;
}

}  // namespace chancery
