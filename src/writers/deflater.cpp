#include "writers/deflater.hpp"

#include <array>

#include "base/error.hpp"

namespace chancery::writers {

Deflater::Deflater(DeflateFrame frame, int level) {
  // zlib takes the frame as part of the window's size.
  const int window = frame == DeflateFrame::gzip ? MAX_WBITS + 16 : -MAX_WBITS;
  if (deflateInit2(&stream_, level, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw Error(ErrorKind::internal, "cannot start compressing: out of memory");
}

Deflater::~Deflater() { deflateEnd(&stream_); }

void Deflater::feed(std::string_view input, int flush, std::string& out) {
  // zlib counts its input in 32 bits.
  constexpr size_t kMost = size_t{1} << 30;
  std::array<char, 16384> buffer;
  do {
    const std::string_view part = input.substr(0, kMost);
    input.remove_prefix(part.size());
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
    stream_.avail_in = static_cast<uInt>(part.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream_.avail_out = static_cast<uInt>(buffer.size());
      deflate(&stream_, input.empty() ? flush : Z_NO_FLUSH);
      out.append(buffer.data(), buffer.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
  } while (!input.empty());
}

}  // namespace chancery::writers
