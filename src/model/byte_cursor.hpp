// Little-endian numbers and strings read one after the other from bytes that nobody vouches for, and their writing.
// Reading beyond the end throws Error(input) with the complaint given; nothing is copied but what is returned.
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace chancery {

static_assert(std::endian::native == std::endian::little, "models are mapped as they are, and they are little-endian");

class ByteCursor {
 public:
  /// `complaint` must live as long as the cursor.
  ByteCursor(std::span<const std::byte> bytes, std::string_view complaint) : rest_(bytes), complaint_(complaint) {}

  template <std::unsigned_integral Number>
  Number number() {
    Number value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string_view text(size_t size) {
    const auto bytes = take(size);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }

 private:
  std::span<const std::byte> take(size_t size) {
    if (size > rest_.size()) throw Error(ErrorKind::input, std::string(complaint_));
    const auto taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }

  std::span<const std::byte> rest_;
  std::string_view complaint_;
};

template <std::unsigned_integral Number>
void append_number(std::string& bytes, Number value) {
  char raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  bytes.append(raw, sizeof raw);
}

inline constexpr size_t kAlignment = 64;  ///< of sections in a model and of tensors in a section

constexpr size_t aligned(size_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

}  // namespace chancery
