// A stream of bytes packed as it comes (RFC 1951), with or without the header of gzip (RFC 1952). For one thread at a
// time. Throws Error(internal) where there is no memory.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

namespace chancery::writers {

enum class DeflateFrame { none, gzip };

class Deflater {
 public:
  /// `level`: zlib's, 1 (fast) to 9 (small).
  Deflater(DeflateFrame frame, int level);
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater();

  /// Appends what comes out. `flush` is zlib's: Z_NO_FLUSH, Z_SYNC_FLUSH, at the end Z_FINISH.
  void feed(std::string_view input, int flush, std::string& out);

 private:
  z_stream stream_{};
};

}  // namespace chancery::writers
