#include "record/blob.hpp"

#include <fmt/format.h>
#include <zstd.h>

#include "base/error.hpp"

namespace chancery::record {
namespace {

constexpr int kLevel = 6;

}  // namespace

std::string compress(std::string_view bytes) {
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  const size_t size = ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), kLevel);
  if (ZSTD_isError(size))
    throw Error(ErrorKind::internal, fmt::format("compressing the original failed: {}", ZSTD_getErrorName(size)));
  frame.resize(size);
  return frame;
}

std::string decompress(std::string_view frame, size_t size) {
  // The frame's own word is checked first: a damaged size must not make us ask for all memory.
  if (ZSTD_getFrameContentSize(frame.data(), frame.size()) != size)
    throw Error(ErrorKind::record, "the bytes of an original are damaged: go back to the last backup");
  std::string bytes(size, '\0');
  const size_t got = ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size());
  if (ZSTD_isError(got) || got != size)
    throw Error(ErrorKind::record, "the bytes of an original are damaged: go back to the last backup");
  return bytes;
}

}  // namespace chancery::record
